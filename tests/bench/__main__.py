"""Run every bench in turn and print its line: `python -m tests.bench [--short]`.

Ends with 0 when every bench ran; a missed target is in its line (`"ok": false`) and in the summary.
"""

from __future__ import annotations

import json
import subprocess
import sys

BENCHES: tuple[tuple[str, ...], ...] = (
    ("start",),
    ("memory",),
    ("map",),
    ("queue",),
    ("alarms",),
    ("hub",),
    ("screen",),
    ("command",),
    ("latency",),
    ("wall", "--tiles", "36", "--profile", "sub", "--player", "vlc"),
    ("wall", "--tiles", "36", "--profile", "sub", "--player", "ffmpeg"),
    ("wall", "--tiles", "9", "--profile", "main", "--player", "ffmpeg"),
)
LONGEST_S = 900


def run(bench: tuple[str, ...], extra: list[str]) -> dict[str, object] | None:
    """The last line of a bench as JSON, None where it printed none."""
    command = [sys.executable, "-m", f"tests.bench.{bench[0]}", *bench[1:], *extra]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, text=True, timeout=LONGEST_S, check=False
    )
    lines = done.stdout.strip().splitlines()
    try:
        return dict(json.loads(lines[-1])) if lines else None
    except ValueError:
        return None


def main(argv: list[str]) -> int:
    """Run all benches; the exit code says whether all of them ran."""
    broken, missed = [], []
    for bench in BENCHES:
        line = run(bench, argv)
        if line is None:
            broken.append(" ".join(bench))
            continue
        print(json.dumps(line, ensure_ascii=False), flush=True)
        if not line.get("ok"):
            missed.append(" ".join(bench))
    print(f"targets missed: {', '.join(missed) or 'none'}; broken: {', '.join(broken) or 'none'}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
