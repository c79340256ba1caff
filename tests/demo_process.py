"""Starts `main.py demo` as a user would, in folders of its own, and reads what it reports."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def free_port() -> int:
    """A TCP port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class DemoProcess:
    """A demo in `folder`; the same folder again is a second start of the same demo."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.camera_port = free_port()

    def command(self, *options: str) -> list[str]:
        """The command line, with the window offscreen."""
        data = ["--data", str(self.folder), "--camera-port", str(self.camera_port)]
        return [sys.executable, str(ROOT / "main.py"), "demo", *data, *options]

    def environment(self, **extra: str) -> dict[str, str]:
        """The user's environment with an offscreen Qt and no display."""
        kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
        return {**kept, "QT_QPA_PLATFORM": "offscreen", **extra}

    def run(self, seconds: float, *options: str, limit_s: float = 240) -> dict[str, object]:
        """Run the demo for `seconds`; its report, with the exit code as `exit_code`."""
        report = self.folder.with_name(self.folder.name + "-report.json")
        report.unlink(missing_ok=True)
        done = subprocess.run(
            self.command("--for", str(seconds), "--report", str(report), *options),
            env=self.environment(),
            capture_output=True,
            text=True,
            timeout=limit_s,
            check=False,
        )
        if not report.exists():
            raise RuntimeError(f"the demo wrote no report: {done.stdout}{done.stderr}")
        figures = dict(json.loads(report.read_text(encoding="utf-8")))
        return {**figures, "exit_code": done.returncode, "said": done.stdout + done.stderr}
