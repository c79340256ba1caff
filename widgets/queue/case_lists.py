"""The three lists of cases: all open ones, the operator's own, and those that are overdue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from console.client.case_listing import CaseListing, CaseOrder
from console.client.case_search import CaseSearch
from console.client.case_table import CaseTable, Rows
from console.client.queue_state import QueueState
from console.client.search_texts import SearchTexts
from console.client.seat import Seat
from console.client.spelled_block import Mask
from console.client.store import Store
from console.client.workspaces import AREAS
from widgets.common.ticker import Now


class CaseLists:
    """One table behind three listings. Counts are those of all open cases, whatever is searched."""

    def __init__(
        self, store: Store, me: Seat, now: Now, texts: Callable[[str], Sequence[str]]
    ) -> None:
        self._store = store
        self._now = now
        self.order = CaseOrder.LEVEL
        self._me = me
        self.table = CaseTable(me.name)
        self._texts = SearchTexts(lambda slot: texts(self.table.key(slot)))
        self.search = CaseSearch(self.table, self._texts, self._seconds)
        self.all = CaseListing(self.table, self.search, _any, lambda: self.order)
        self.mine = CaseListing(self.table, self.search, _mine, lambda: self.order)
        self.overdue = CaseListing(self.table, self.search, self._late, lambda: CaseOrder.DEADLINE)

    @property
    def listings(self) -> tuple[CaseListing, CaseListing, CaseListing]:
        """All, mine, overdue."""
        return self.all, self.mine, self.overdue

    def rebuild(self) -> None:
        """Start over from the store; the listings are rebuilt by their models."""
        self.table.user = self._me.name
        self.table.rebuild(self._store.cases)
        self.search.restart()

    def follow(self, keys: Iterable[str]) -> None:
        """These cases changed."""
        self.search.follow(self.table.update(self._store.cases, keys))

    def turn(self, state: QueueState) -> None:
        """Another order, filter or workspace; the listings are rebuilt by their models."""
        self.order = state.order
        self.search.filter = state.filter
        self.search.areas = AREAS[state.workspace]

    def prepare(self, seconds: float) -> bool:
        """Work ahead for the search; returns whether all is done."""
        return self._texts.prepare(seconds)

    def counts(self) -> tuple[int, int, int]:
        """Open cases: all, mine, overdue."""
        rows = self.table.rows
        mine, late = rows["open"] & rows["mine"], rows["open"] & self._late(rows)
        return int(rows["open"].sum()), int(mine.sum()), int(late.sum())

    def _late(self, rows: Rows) -> Mask:
        late: Mask = rows["due"] < self._seconds()
        return late

    def _seconds(self) -> float:
        return self._now().timestamp()


def _any(rows: Rows) -> Mask:
    return np.ones(len(rows), np.bool_)


def _mine(rows: Rows) -> Mask:
    mine: Mask = rows["mine"]
    return mine
