"""P12: from the operator's hand to the answer on the screen: acknowledge, open, dispatch.

The real hub, the real window (offscreen), one command after the other as a person gives them.
`python -m tests.bench.command [--short]`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from console.bootstrap.demo import Demo
from console.bootstrap.demo_template import DemoRecipe
from console.bus.source import Source
from console.config import Folders, standard_folders
from console.domain.bodies import SensorReading
from tests.bench.report import percentile, report
from tests.demo_process import free_port
from widgets.app import Console, build

P95_MS = 50.0
PATIENCE_S = 10.0


def _wait(condition: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(int(PATIENCE_S * 1000))
    while not condition():
        if deadline.hasExpired():
            raise TimeoutError("the hub did not answer")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)


def _timed(give: Callable[[], bool], pending: Callable[[], bool]) -> float:
    """Milliseconds from giving a command to the turn of the loop that painted its answer."""
    began = time.perf_counter()
    if not give():
        raise RuntimeError("the command was not given")
    _wait(lambda: not pending())
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def _raise_alarms(demo: Demo, console: Console, folder: Path, count: int) -> None:
    keys = demo.workstation.keys
    pair = keys.source("bench-command")
    place = next(iter(console.store.grids.values())).centre
    source = Source(
        demo.workstation.ingest,
        "bench-command",
        keys.server.public,
        pair.public,
        pair.secret,
        folder / "command.db",
    )
    source.start()
    for number in range(count):
        key = f"bench-{number}"
        body = SensorReading(key, key, 20.0, "cm", 15.0, "C01", place.lon, place.lat)
        source.publish("sensor.level", key, 3, body)
    _wait(lambda: len(console.store.alarms) >= count)
    source.close(drain_s=2.0)


def measure(folder: Path, count: int) -> list[float]:
    """Milliseconds of every command of `count` alarms: acknowledge, open a case, dispatch it."""
    folders = Folders(folder / "data", standard_folders("demo").cache)
    demo = Demo(folders, DemoRecipe(20211128, free_port()))
    try:
        demo.prepare(lambda *_: None)
        demo.start_hub()
        demo.workstation.wait_for_hub()
        setup = demo.console(
            language="zh_CN", theme="dark", engine="ffmpeg", on_first_frame=lambda: None
        )
        console = build(setup)
        console.start()
        _wait(lambda: bool(console.store.grids))
        _raise_alarms(demo, console, folder, count)
        took = []
        for alarm in sorted(console.store.alarms):
            took += _work(console, alarm)
        console.close()
    finally:
        demo.close()
    return took


def _work(console: Console, alarm: str) -> list[float]:
    actions = console.actions
    unit = next(iter(console.store.units.values()))
    took = [
        _timed(lambda: actions.acknowledge(alarm), lambda: actions.is_pending(alarm)),
        _timed(lambda: actions.open_case_from(alarm), lambda: actions.is_pending(alarm)),
    ]
    _wait(lambda: bool(console.store.alarms[alarm].case))
    number = console.store.alarms[alarm].case
    _wait(lambda: number in console.store.cases)
    took.append(
        _timed(
            lambda: console.parts.dispatch.actions.send(number, (unit.id,), ""),
            lambda: actions.is_pending(number),
        )
    )
    return took


def main(argv: list[str]) -> int:
    """Measure; the exit code says whether the target is met."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--short", action="store_true")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="wangge-command-") as folder:
        took = measure(Path(folder), 30 if options.short else 200)
    p95 = percentile(took, 95)
    return report("command", p95, "ms", P95_MS, p50_ms=percentile(took, 50), commands=len(took))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
