"""P8: the queue with 100,000 cases: filter, sort, and 100 changes a second.

`python -m tests.bench.queue [--cases N] [--seconds S] [--short]`. The value is the longest time
from a search, a filter or an order asked for to the painted list, milliseconds; the lag of the GUI
thread is measured while changes come in and the ticker runs, as in the window.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QApplication

from console.client.store import Store
from console.domain.case import Case, CaseState
from console.domain.facts import Fact, Kind
from console.domain.sla import ClockKind
from tests.bench.report import percentile, report
from tests.builders import NOW, build_clocks, build_store
from tests.widgets.shell_kit import Shell
from widgets.gui_lag import GuiLag
from widgets.queue.queue_panel import CASES, QueuePanel
from widgets.selection import Selection
from widgets.theme import Theme

ROOT = Path(__file__).resolve().parents[2]
FILTER_MS = 100.0
LAG_MS = 33.0
NEEDLES = ("0012", "晨练", "clwg", "x", "g137", "ldsc 3", "没有这样的案件", "XL20211128")
PER_S = 100


class Changes:
    """Changes cases at random, 100 a second: levels, holders, clocks, new ones and closed ones."""

    def __init__(self, store: Store, panel: QueuePanel) -> None:
        self._store = store
        self._panel = panel
        self._chance = random.Random(5)  # noqa: S311  # repeatable, not secret
        self._numbers = list(store.cases)
        self._clock = QElapsedTimer()
        self._timer = QTimer(interval=10, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._catch_up)
        self._new: list[str] = []
        self.done = 0

    def start(self) -> None:
        """Begin."""
        self._clock.start()
        self._timer.start()

    def stop(self) -> None:
        """No more."""
        self._timer.stop()

    def _catch_up(self) -> None:
        due = self._clock.elapsed() * PER_S // 1000
        if due > self.done:
            first = self._store.gseq + 1
            facts = [self._fact(first + step) for step in range(due - self.done)]
            self.done = due
            self._panel.apply(self._store.apply(facts))
            self._numbers += self._new
            self._new.clear()

    def _fact(self, gseq: int) -> Fact:
        case = self._store.cases[self._chance.choice(self._numbers)]
        row = self._changed(case, gseq)
        if row.number not in self._store.cases:
            self._new.append(row.number)
        return Fact(gseq, "CaseChanged", NOW, Kind.CASE, row.number, row)

    def _changed(self, case: Case, gseq: int) -> Case:
        chance = self._chance
        what = chance.randrange(5)
        if what == 0:
            number = f"XL20211129-{gseq:06d}"
            return replace(case, opening=replace(case.opening, number=number))
        if what == 1:
            return replace(case, state=CaseState.CLOSED)
        if what == 2:
            return replace(case, level=chance.randint(1, 4))
        if what == 3:
            return replace(case, holder=f"巡逻 {chance.randint(1, 30)} 队")
        return replace(
            case, clocks=build_clocks(NOW, ClockKind.ACCEPT, chance.randint(-900, 9000), 9000)
        )


def spread(store: Store) -> None:
    """Let deadlines come close together, so that some run out every second."""
    facts = []
    for place, (number, case) in enumerate(store.cases.items()):
        left = (place % 50_000) - 2_000
        clocks = build_clocks(NOW, ClockKind.ON_SCENE, left, 60_000)
        facts.append(Fact(0, "CaseChanged", NOW, Kind.CASE, number, replace(case, clocks=clocks)))
    store.apply(facts)


def timed(app: QApplication, act: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds from asking to the painted list, and of this thread's own processor time."""
    app.processEvents()
    began, own = time.perf_counter(), time.thread_time()
    act()
    app.processEvents()
    return (time.perf_counter() - began) * 1000, (time.thread_time() - own) * 1000


def search(panel: QueuePanel, words: str) -> None:
    """Type and let the box tell it at once."""
    panel.search.setText(words)
    panel.search._throttle.now()


def work(app: QApplication, panel: QueuePanel) -> dict[str, tuple[float, float]]:
    """Every search and order in turn."""
    took = {}
    for words in NEEDLES:
        took[f"search {words}"] = timed(app, lambda w=words: search(panel, w))
        took[f"clear {words}"] = timed(app, lambda: search(panel, ""))
    for turn in range(2):
        took[f"order {turn}"] = timed(app, panel._turn_order)
    return took


def main() -> int:
    """Measure and report; 0 where both targets are met."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cases", type=int, default=100_000)
    options.add_argument("--seconds", type=float, default=60.0)
    options.add_argument("--short", action="store_true")
    asked = options.parse_args()
    seconds = min(asked.seconds, 15.0) if asked.short else asked.seconds
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    store = build_store(cameras=20, cases=asked.cases)
    spread(store)
    shell = Shell(store, Theme(ROOT / "resources" / "theme"))
    began = time.perf_counter()
    panel = QueuePanel(store, Selection(), shell.theme, shell.ticker, shell.actions)
    panel.resize(404, 900)
    panel.show()
    app.processEvents()
    built = (time.perf_counter() - began) * 1000
    ready = -time.perf_counter()
    while panel._ahead.isActive():
        app.processEvents()
    ready += time.perf_counter()
    took = work(app, panel)
    panel.tabs.choose(CASES)
    panel.focus_list()
    lag, changes = GuiLag(), Changes(store, panel)
    ticks = QTimer(interval=1000)
    ticks.timeout.connect(lambda: shell.move_on(1))
    app.processEvents()
    for part in (lag, changes, ticks):
        part.start()
    QTimer.singleShot(timedelta(seconds=seconds) // timedelta(milliseconds=1), app.quit)
    app.exec()
    for part in (ticks, changes, lag):
        part.stop()
    longest, own = (max(figures) for figures in zip(*took.values(), strict=True))
    lag_p99 = lag.percentile_ms(0.99)
    panel.close()
    return report(
        "queue",
        longest,
        "ms",
        FILTER_MS,
        ok=longest <= FILTER_MS and lag_p99 <= LAG_MS,
        filter_p50_ms=percentile([wall for wall, _ in took.values()], 50),
        filter_cpu_max_ms=own,
        slowest=max(took, key=lambda what: took[what]),
        search_ready_ms=ready * 1000,
        built_ms=built,
        gui_lag_p99_ms=lag_p99,
        gui_lag_max_ms=lag.percentile_ms(1.0),
        lag_target_ms=LAG_MS,
        changes=changes.done,
        cases=len(store.cases),
        load=os.getloadavg()[0],
    )


if __name__ == "__main__":
    sys.exit(main())
