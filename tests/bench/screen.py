"""P11: from `publish` in a source's process to the row on the screen, at 500 events a second.

The real hub, the real window (offscreen), a source of its own. Timed are sensor readings whose
alarms are all in view of the queue; the rest of the load moves units over the map.
`python -m tests.bench.screen [--seconds S] [--short]`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from console.bootstrap.demo import Demo
from console.bootstrap.demo_template import DemoRecipe
from console.client.store import Changes
from console.config import Folders, standard_folders
from console.domain.facts import Kind
from console.process import ChildSpec
from console.supervisor import Supervisor
from tests.bench.report import percentile, report
from tests.bench.screen_source import ScreenLoad
from tests.demo_process import free_port
from widgets.app import Console, build
from widgets.gui_lag import GuiLag

RATE = 500
P50_MS, P99_MS = 60.0, 250.0
ALARMS_TAB = 0
SOURCE = "bench-load"


class PaintWatch(QObject):
    """Times readings from when they occurred to the end of the paint that shows them."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self.delays_ms: list[float] = []
        self._waiting: list[datetime] = []
        console.bridge.changed.connect(self._note)
        viewport = console.parts.queue.view(ALARMS_TAB).viewport()
        viewport.installEventFilter(self)

    def _note(self, changes: Changes) -> None:
        for fact in changes.facts:
            if fact.kind is Kind.ALARM and fact.origin is not None:
                self._waiting.append(fact.origin.occurred_at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A paint begins; when it is over the loop turns and the rows are on the screen."""
        if event.type() is QEvent.Type.Paint and self._waiting:
            waiting, self._waiting = self._waiting, []
            QTimer.singleShot(0, lambda: self._painted(waiting))
        return super().eventFilter(watched, event)

    def _painted(self, waiting: list[datetime]) -> None:
        now = datetime.now(UTC)
        self.delays_ms += [(now - one).total_seconds() * 1000 for one in waiting]


def measure(folder: Path, seconds: float) -> tuple[list[float], float, int]:
    """Delays in milliseconds, the GUI's lag p99 and how many events were published."""
    folders = Folders(folder / "data", standard_folders("demo").cache)
    demo = Demo(folders, DemoRecipe(20211128, free_port()))
    published: list[int] = []

    def heard(_name: str, message: object) -> None:
        if isinstance(message, dict) and "published" in message:
            published.append(int(message["published"]))

    loads = Supervisor(folder / "logs", heard)
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
        console.parts.queue.tabs.choose(ALARMS_TAB)
        watch = PaintWatch(console)
        lag = GuiLag(console)
        QTimer.singleShot(3000, lag.start)
        QTimer.singleShot(2000, lambda: loads.start(_load(demo, console, folder, seconds)))
        QTimer.singleShot(round((seconds + 5) * 1000), QApplication.quit)
        QApplication.exec()
        lag.stop()
        console.close()
    finally:
        loads.close()
        demo.close()
    return watch.delays_ms, lag.percentile_ms(0.99), sum(published)


def _load(demo: Demo, console: Console, folder: Path, seconds: float) -> ChildSpec:
    keys = demo.workstation.keys
    pair = keys.source(SOURCE)
    place = next(iter(console.store.grids.values())).centre
    start = ScreenLoad(
        endpoint=demo.workstation.ingest,
        source=SOURCE,
        server_key=keys.server.public,
        public_key=pair.public,
        secret_key=pair.secret,
        spool=str(folder / "load.db"),
        units=tuple(console.store.units),
        lon=place.lon,
        lat=place.lat,
        rate=RATE,
        seconds=seconds,
    )
    return ChildSpec("load", ("-m", "tests.bench.screen_source"), start, restart=False)


def main(argv: list[str]) -> int:
    """Measure; the exit code says whether the target is met."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--seconds", type=float, default=0)
    options = parser.parse_args(argv)
    seconds = options.seconds or (15 if options.short else 60)
    with tempfile.TemporaryDirectory(prefix="wangge-screen-") as folder:
        delays, lag, published = measure(Path(folder), seconds)
    p50, p99 = percentile(delays, 50), percentile(delays, 99)
    return report(
        "screen",
        p50,
        "ms",
        P50_MS,
        ok=bool(delays) and p50 <= P50_MS and p99 <= P99_MS,
        p99_ms=p99,
        p99_target_ms=P99_MS,
        rows=len(delays),
        published=published,
        gui_lag_p99_ms=lag,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
