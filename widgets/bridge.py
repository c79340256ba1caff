"""The one thread seam: what the feed thread hears, handed to the GUI thread in batches."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from console.client.link_status import LinkStatus
from console.client.store import Changes, Store
from console.domain.facts import Fact
from console.domain.result import CommandResult

FLUSH_S = 0.03
"""Shortest time between two batches; the first after a quiet time and answers are not held back."""


@dataclass(frozen=True, slots=True)
class _Snapshot:
    facts: Sequence[Fact]
    gseq: int


@dataclass(frozen=True, slots=True)
class _Facts:
    facts: Sequence[Fact]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of an answered query, still JSON."""

    query_id: str
    rows: Sequence[bytes]


_Item = _Snapshot | _Facts | Rows | LinkStatus | CommandResult


class Bridge(QObject):
    """Takes facts in any thread, applies them to the store in its own, and says what changed."""

    changed = Signal(object)
    """Carries `Changes`."""
    link_changed = Signal(object)
    """Carries a `LinkStatus`."""
    answered = Signal(object)
    """Carries a `CommandResult`."""
    rows_came = Signal(object)
    """Carries `Rows`."""
    _woken = Signal()

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._lock = threading.Lock()
        self._items: list[_Item] = []
        self._awake = False
        self._urgent = False
        self._flushed_at = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.flush)
        self._woken.connect(self._wait_or_flush, Qt.ConnectionType.QueuedConnection)

    def take_snapshot(self, facts: Sequence[Fact], gseq: int) -> None:
        """From any thread: everything there is, as of `gseq`."""
        self._post(_Snapshot(facts, gseq))

    def take_facts(self, facts: Sequence[Fact]) -> None:
        """From any thread: facts in order."""
        self._post(_Facts(facts))

    def take_answer(self, answer: CommandResult) -> None:
        """From any thread: the hub's answer to a command."""
        self._post(answer)

    def take_rows(self, query_id: str, rows: Sequence[bytes]) -> None:
        """From any thread: the answer to a query."""
        self._post(Rows(query_id, rows))

    def take_link(self, link: LinkStatus) -> None:
        """From any thread: the feed went up or down, or was heard."""
        self._post(link)

    def _post(self, item: _Item) -> None:
        with self._lock:
            self._items.append(item)
            answer = isinstance(item, CommandResult)
            if self._awake and not answer:
                return
            self._awake = True
            self._urgent |= answer
        self._woken.emit()

    @Slot()
    def _wait_or_flush(self) -> None:
        wait = FLUSH_S - (time.monotonic() - self._flushed_at)
        if self._urgent or wait <= 0:
            self.flush()
        else:
            self._timer.start(max(1, round(wait * 1000)))

    @Slot()
    def flush(self) -> None:
        """Apply all that has come; facts between two other items make one batch."""
        self._timer.stop()
        with self._lock:
            items, self._items = self._items, []
            self._awake = self._urgent = False
        self._flushed_at = time.monotonic()
        run: list[Fact] = []
        for item in items:
            if isinstance(item, _Facts):
                run.extend(item.facts)
                continue
            run = self._apply(run)
            self._hand_over(item)
        self._apply(run)

    def _apply(self, facts: list[Fact]) -> list[Fact]:
        if facts:
            self.tell(self._store.apply(facts))
        return []

    def _hand_over(self, item: _Snapshot | Rows | LinkStatus | CommandResult) -> None:
        if isinstance(item, _Snapshot):
            self.tell(self._store.replace(item.facts, item.gseq))
        elif isinstance(item, LinkStatus):
            self.link_changed.emit(item)
        elif isinstance(item, Rows):
            self.rows_came.emit(item)
        else:
            self.answered.emit(item)

    def tell(self, changes: Changes) -> None:
        """Announce changes that were applied to the store."""
        if changes.reset or changes.facts:
            self.changed.emit(changes)
