"""P14: memory of the GUI process with the nominal district and 16 tiles.

`python -m tests.bench.memory [--short]`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench.report import report
from tests.demo_process import DemoProcess

TARGET_MB = 400.0


def main(argv: list[str]) -> int:
    """Run the demo with 16 tiles; the exit code says whether the target is met."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--seconds", type=float, default=0)
    options = parser.parse_args(argv)
    seconds = options.seconds or (40 if options.short else 600)
    with tempfile.TemporaryDirectory(prefix="wangge-memory-") as folder:
        demo = DemoProcess(Path(folder) / "data")
        demo.run(3, limit_s=600)
        run = demo.run(seconds, "--layout", "16", limit_s=seconds + 240)
    memory = float(str(run["gui_rss_mb"]))
    live = int(str(run["tiles_live"]))
    return report(
        "memory",
        memory,
        "MiB",
        TARGET_MB,
        ok=memory <= TARGET_MB and live == 16,
        tiles_live=live,
        gui_lag_p99_ms=run["gui_lag_p99_ms"],
        seconds=seconds,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
