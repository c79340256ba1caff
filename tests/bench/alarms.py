"""P9: the window with 3,000 active alarms and 100 new ones a second, through the real hub.

Lag of the GUI thread is measured while the new ones come. Afterwards every alarm published is in
the store once, and the list is the one that would be made anew from the store.
`python -m tests.bench.alarms [--seconds S] [--short]`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from console.bootstrap.demo import Demo
from console.bootstrap.demo_template import DemoRecipe
from console.config import Folders, standard_folders
from console.process import ChildSpec
from console.supervisor import Supervisor
from tests.bench.alarms_source import AlarmLoad
from tests.bench.report import report
from tests.demo_process import free_port
from widgets.app import Console, build
from widgets.gui_lag import GuiLag
from widgets.queue.queue_panel import ALARMS

ACTIVE, RATE = 3000, 100
LAG_MS = 50.0
SETTLE_S = 8.0
"""Until the first alarms are in the window; what comes then is measured."""
DRAIN_S = 6.0
SOURCE = "bench-alarms"


class Run:
    """One window, one load, and what came of it."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.published = 0
        self.lag_ms = self.lag_max_ms = 0.0
        self.active_at_start = self.kept = self.rows = 0
        self.list_correct = False

    def heard(self, _name: str, message: object) -> None:
        if isinstance(message, dict) and "published" in message:
            self.published = int(message["published"])

    def measure(self, folder: Path) -> None:
        folders = Folders(folder / "data", standard_folders("demo").cache)
        demo = Demo(folders, DemoRecipe(20211128, free_port()))
        loads = Supervisor(folder / "logs", self.heard)
        try:
            demo.prepare(lambda *_: None)
            demo.start_hub()
            demo.workstation.wait_for_hub()
            setup = demo.console(
                language="zh_CN", theme="dark", engine="ffmpeg", on_first_frame=lambda: None
            )
            console = build(setup)
            console.wall.set_layout("1")
            console.start()
            console.parts.queue.tabs.choose(ALARMS)
            self._run(console, loads, demo, folder)
            console.close()
        finally:
            loads.close()
            demo.close()

    def _run(self, console: Console, loads: Supervisor, demo: Demo, folder: Path) -> None:
        lag = GuiLag(console)
        QTimer.singleShot(2000, lambda: loads.start(_load(demo, console, folder, self.seconds)))
        begin = 2.0 + SETTLE_S
        QTimer.singleShot(round(begin * 1000), lambda: self._begin(console, lag))
        end = begin + self.seconds
        QTimer.singleShot(round(end * 1000), lag.stop)
        QTimer.singleShot(round((end + DRAIN_S) * 1000), QApplication.quit)
        QApplication.exec()
        self.lag_ms, self.lag_max_ms = lag.percentile_ms(0.99), lag.percentile_ms(1.0)
        self._check(console)

    def _begin(self, console: Console, lag: GuiLag) -> None:
        self.active_at_start = sum(one.open for one in console.store.alarms.values())
        lag.start()

    def _check(self, console: Console) -> None:
        ours = [one.key for one in console.store.alarms.values() if one.source == SOURCE]
        self.kept = len(ours) if len(ours) == len(set(ours)) else -1
        queue = console.parts.queue
        queue._update()
        shown = _listed(console)
        queue.view(ALARMS).rows().rebuild()
        self.rows = len(shown)
        self.list_correct = shown == _listed(console)


def _load(demo: Demo, console: Console, folder: Path, seconds: float) -> ChildSpec:
    keys = demo.workstation.keys
    pair = keys.source(SOURCE)
    start = AlarmLoad(
        endpoint=demo.workstation.ingest,
        source=SOURCE,
        server_key=keys.server.public,
        public_key=pair.public,
        secret_key=pair.secret,
        spool=str(folder / "load.db"),
        places=tuple((g.centre.lon, g.centre.lat) for g in console.store.grids.values()),
        first=ACTIVE,
        rate=RATE,
        seconds=seconds,
        wait_s=SETTLE_S,
    )
    return ChildSpec("load", ("-m", "tests.bench.alarms_source"), start, restart=False)


def _listed(console: Console) -> list[str]:
    rows = console.parts.queue.view(ALARMS).rows()
    return [str(rows.index(row).data(Qt.ItemDataRole.UserRole)) for row in range(rows.rowCount())]


def main(argv: list[str]) -> int:
    """Measure; the exit code says whether the target is met."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--seconds", type=float, default=0)
    options = parser.parse_args(argv)
    run = Run(options.seconds or (15 if options.short else 60))
    with tempfile.TemporaryDirectory(prefix="wangge-alarms-") as folder:
        run.measure(Path(folder))
    lost = run.published - run.kept
    well = run.published > 0 and lost == 0 and run.list_correct and run.active_at_start >= ACTIVE
    return report(
        "alarms",
        run.lag_ms,
        "ms",
        LAG_MS,
        ok=well and run.lag_ms <= LAG_MS,
        lag_max_ms=run.lag_max_ms,
        active_at_start=run.active_at_start,
        published=run.published,
        lost=lost,
        rows=run.rows,
        list_correct=run.list_correct,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
