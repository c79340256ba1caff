"""P13: process start to the first usable frame of the demo, as a user's second start has it.

Beside it, in the same run, an empty PySide6 QMainWindow. `python -m tests.bench.start [--short]`.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.report import report
from tests.demo_process import DemoProcess

TARGET_S = 2.0
EMPTY = """
import os, sys, time
import psutil
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1920, 1080)
window.show()
QTimer.singleShot(0, lambda: (print(time.time() - psutil.Process().create_time()), app.quit()))
app.exec()
"""


def empty_window(demo: DemoProcess) -> float:
    """Seconds from process start to the first turn of the loop of an empty window."""
    done = subprocess.run(
        [sys.executable, "-c", EMPTY],
        env=demo.environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def main(argv: list[str]) -> int:
    """Start the prepared demo several times; the exit code says whether the target is met."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--starts", type=int, default=0)
    options = parser.parse_args(argv)
    starts = options.starts or (3 if options.short else 10)
    with tempfile.TemporaryDirectory(prefix="wangge-start-") as folder:
        demo = DemoProcess(Path(folder) / "data")
        demo.run(3, limit_s=600)
        runs = []
        for _ in range(starts):
            runs.append(demo.run(4))
            _let_it_cool()
        empty = statistics.median(empty_window(demo) for _ in range(starts))
    seconds = [float(str(run["start_s"])) for run in runs]
    closing = [float(str(run["close_s"])) for run in runs]
    return report(
        "start",
        statistics.median(seconds),
        "s",
        TARGET_S,
        limit=empty,
        ok=statistics.median(seconds) <= TARGET_S and max(closing) <= TARGET_S,
        worst_s=max(seconds),
        close_s=max(closing),
        starts=starts,
    )


def _let_it_cool() -> None:
    """Let the processes of the last run be gone from the scheduler before the next is timed."""
    time.sleep(1.0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
