"""P6 and P7: how long a frame of the map takes while it is panned and zoomed, and what follows.

`python -m tests.bench.map [--grids N] [--cameras N] [--cases N] [--units N] [--short]`. The value
is the 95th percentile of a whole frame, from the hand's movement to painted pixels, at 1600×900.
Recolouring is timed from the changed facts to painted pixels.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QTimer
from PySide6.QtWidgets import QApplication

from console.client.store import Store
from console.domain.facts import Fact, Kind
from tests.bench.report import percentile, report
from tests.builders import NOW, build_store
from widgets.map.map_head import HEIGHT
from widgets.map.map_panel import MapPanel
from widgets.selection import Selection
from widgets.theme import Theme

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1600, 900)
FRAME_S = 1 / 60
LARGE = 2000
"""From so many grids on the targets of P7 count."""

P6 = {"frame": 8.0, "recolour": 5.0, "sharp": 150.0, "first": 2000.0, "lag": 50.0}
P7 = {"frame": 16.0, "recolour": 50.0, "sharp": 500.0, "first": 2000.0, "lag": 50.0}


class Lag:
    """The longest time the event loop did not come round to a timer, milliseconds."""

    def __init__(self) -> None:
        self.worst = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._tick)

    def watch(self) -> None:
        """Begin, or begin again after a pause."""
        self._last = time.perf_counter()
        self._timer.start()

    def pause(self) -> None:
        """What follows does not count."""
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, (now - self._last) * 1000)
        self._last = now


def until(app: QApplication, done: Callable[[], bool], longest_s: float = 60.0) -> float:
    """Run the event loop until `done`; how long that took in milliseconds."""
    start = time.perf_counter()
    while not done():
        app.processEvents()
        if time.perf_counter() - start > longest_s:
            raise TimeoutError
    return (time.perf_counter() - start) * 1000


def rest_of_frame(app: QApplication, began: float) -> None:
    """Let the event loop have what a 60 Hz frame leaves."""
    while time.perf_counter() - began < FRAME_S:
        app.processEvents()


def pan(app: QApplication, panel: MapPanel, frames: int) -> list[float]:
    """Drag in a wide curve; frame times in milliseconds."""
    found = []
    for number in range(frames):
        began = time.perf_counter()
        dx = 14 if (number // 40) % 2 else -14
        panel.canvas.pan(dx, 5 if (number // 25) % 2 else -5)
        panel.canvas.repaint()
        found.append((time.perf_counter() - began) * 1000)
        rest_of_frame(app, began)
    return found


def zoom(app: QApplication, panel: MapPanel, frames: int) -> list[float]:
    """Zoom in and out at a point off the middle; frame times in milliseconds."""
    found = []
    for number in range(frames):
        began = time.perf_counter()
        panel.canvas.zoom(1.12 if (number // 20) % 2 == 0 else 1 / 1.12, QPointF(500, 300))
        panel.canvas.repaint()
        found.append((time.perf_counter() - began) * 1000)
        rest_of_frame(app, began)
    return found


def sharpen(app: QApplication, panel: MapPanel, rounds: int) -> list[float]:
    """Time from the last notch of the wheel to a sharp picture, milliseconds."""
    found = []
    for number in range(rounds):
        panel.canvas.zoom(1.5 if number % 2 == 0 else 1 / 1.5)
        panel.canvas.repaint()
        found.append(until(app, lambda: panel.canvas.sharp))
    return found


def recolour(
    app: QApplication, store: Store, panel: MapPanel, rounds: int, many: int
) -> tuple[list[float], list[float]]:
    """Change the level of `many` cases at once: store, tally, cells, paint.

    Milliseconds by the clock, and milliseconds of this thread's own processor time.
    """
    chance = random.Random(3)  # noqa: S311  # repeatable, not secret
    numbers = list(store.cases)
    found, own = [], []
    for _ in range(rounds):
        rows = [
            replace(store.cases[number], level=chance.choice((3, 4)))
            for number in chance.sample(numbers, min(many, len(numbers)))
        ]
        facts = [
            Fact(store.gseq + 1 + index, "CaseEscalated", NOW, Kind.CASE, row.number, row)
            for index, row in enumerate(rows)
        ]
        app.processEvents()
        start, own_start = time.perf_counter(), time.thread_time()
        panel.apply(store.apply(facts))
        app.processEvents()
        found.append((time.perf_counter() - start) * 1000)
        own.append((time.thread_time() - own_start) * 1000)
    return found, own


def main() -> int:
    """Measure and report; 0 where every figure is within its target."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--grids", type=int, default=207)
    options.add_argument("--cameras", type=int, default=1312)
    options.add_argument("--cases", type=int, default=640)
    options.add_argument("--units", type=int, default=60)
    options.add_argument("--short", action="store_true")
    asked = options.parse_args()
    frames, rounds = (160, 10) if asked.short else (600, 40)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    store = build_store(
        grids=asked.grids, cameras=asked.cameras, cases=asked.cases, units=asked.units
    )
    theme, lag = Theme(ROOT / "resources" / "theme"), Lag()
    began = time.perf_counter()
    selection = Selection()
    selection.select(Kind.CASE, next(iter(store.cases), ""))  # one with search sectors
    panel = MapPanel(store, selection, theme, now=lambda: NOW)
    panel.resize(SIZE[0], SIZE[1] + HEIGHT)
    panel.show()
    until(app, lambda: panel.canvas.sharp)
    first = (time.perf_counter() - began) * 1000
    lag.watch()
    sharp = sharpen(app, panel, rounds)
    panel.canvas.zoom(2.0)
    until(app, lambda: panel.canvas.sharp)
    lag.pause()
    panned = pan(app, panel, frames)
    panel.canvas.fit()
    zoomed = zoom(app, panel, frames)
    panel.canvas.fit()
    until(app, lambda: panel.canvas.sharp)
    few, few_own = recolour(app, store, panel, rounds * 2, 5)
    many, _ = recolour(app, store, panel, rounds, 640)
    panel.close()
    targets = P7 if asked.grids >= LARGE else P6
    figures = {
        "frame": percentile(panned + zoomed, 95),
        "recolour": percentile(few, 95),
        "sharp": percentile(sharp, 95),
        "first": first,
        "lag": lag.worst,
    }
    return report(
        "map",
        figures["frame"],
        "ms",
        targets["frame"],
        ok=all(figures[name] <= targets[name] for name in targets),
        pan_p95_ms=percentile(panned, 95),
        zoom_p95_ms=percentile(zoomed, 95),
        frame_max_ms=max(panned + zoomed),
        recolour_p95_ms=figures["recolour"],
        recolour_cpu_p95_ms=percentile(few_own, 95),
        recolour_all_p95_ms=percentile(many, 95),
        sharp_p95_ms=figures["sharp"],
        first_picture_ms=figures["first"],
        gui_lag_max_ms=figures["lag"],
        targets=targets,
        grids=asked.grids,
        cameras=asked.cameras,
        cases=asked.cases,
        units=asked.units,
        load=os.getloadavg()[0],
    )


if __name__ == "__main__":
    sys.exit(main())
