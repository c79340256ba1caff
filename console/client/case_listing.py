"""The cases of one tab in their order, kept in step with the table."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from console.client.case_search import CaseSearch
from console.client.case_table import CaseTable, Rows
from console.client.search_texts import Slots
from console.client.spelled_block import Mask

Extra = Callable[[Rows], Mask]
"""What a tab asks for beside the search."""
_ROOM = 256
Ranks = tuple[NDArray[np.float64], NDArray[np.float64]]


class CaseOrder(StrEnum):
    """What comes first."""

    LEVEL = "level"
    DEADLINE = "deadline"
    NEWEST = "newest"
    CHANGED = "changed"


def ranks(rows: Rows, order: CaseOrder) -> Ranks:
    """First and second sort key of rows, smallest first; equal ones stay in order of slots."""
    level, due = rows["level"].astype(np.float64), rows["due"]
    if order is CaseOrder.DEADLINE:
        return due.copy(), level
    if order is CaseOrder.NEWEST:
        return -rows["reported"], level
    if order is CaseOrder.CHANGED:
        return -rows["updated"], level
    return level, due.copy()


class CaseListing:
    """Has what `Listing` has: the owner asks `place`, then removes and inserts."""

    def __init__(
        self, table: CaseTable, search: CaseSearch, extra: Extra, order: Callable[[], CaseOrder]
    ) -> None:
        self._table = table
        self._search = search
        self._extra = extra
        self._wanted_order = order
        self._order = order()
        self._slots: list[int] = []
        self._listed: Mask = np.zeros(0, np.bool_)
        self._first: NDArray[np.float64] = np.zeros(0)
        self._second: NDArray[np.float64] = np.zeros(0)

    def __len__(self) -> int:
        return len(self._slots)

    def __getitem__(self, index: int) -> str:
        return self._table.key(self._slots[index])

    def index_of(self, key: str) -> int:
        """The row of `key`, -1 where it is not listed."""
        slot = self._table.slot(key)
        if not 0 <= slot < len(self._listed) or not self._listed[slot]:
            return -1
        return bisect_left(self._slots, self._rank(slot), key=self._rank)

    def rebuild(self) -> None:
        """Start over: after a snapshot, another search or another order."""
        rows = self._table.rows
        self._order = self._wanted_order()
        self._first, self._second = ranks(rows, self._order)
        self._listed = self._wanted()
        found = np.flatnonzero(self._listed)
        order = np.lexsort((self._second[found], self._first[found]))
        self._slots = found[order].tolist()

    def drifted(self) -> list[str]:
        """Cases that belong in or out now, because time has passed."""
        self._grow()
        listed = self._listed[: len(self._table)]
        drifted = np.flatnonzero(self._wanted() != listed)
        return [self._table.key(slot) for slot in drifted.tolist()]

    def place(self, key: str) -> tuple[int, int]:
        """Rows of `key` before and after its change; -1 where it is not listed."""
        before = self.index_of(key)
        slot = self._table.slot(key)
        if slot < 0 or not self._takes(slot):
            return before, -1
        after = bisect_left(self._slots, self._new_rank(slot), key=self._rank)
        if before != -1 and after > before:
            after -= 1
        return before, after

    def remove(self, key: str) -> None:
        """Take `key` out."""
        row = self.index_of(key)
        if row < 0:
            raise KeyError(key)
        del self._slots[row]
        self._listed[self._table.slot(key)] = False

    def insert(self, key: str) -> None:
        """Put `key` in at its place; it must not be listed."""
        slot = self._table.slot(key)
        if slot < 0:
            raise KeyError(key)
        self._grow()
        self._first[slot], self._second[slot], _ = self._new_rank(slot)
        self._listed[slot] = True
        self._slots.insert(bisect_left(self._slots, self._rank(slot), key=self._rank), slot)

    def _wanted(self) -> Mask:
        return self._search.all() & self._extra(self._table.rows)

    def _takes(self, slot: int) -> bool:
        slots: Slots = np.array([slot])
        return bool((self._search.of(slots) & self._extra(self._table.rows[slots]))[0])

    def _rank(self, slot: int) -> tuple[float, float, int]:
        return self._first[slot], self._second[slot], slot

    def _new_rank(self, slot: int) -> tuple[float, float, int]:
        first, second = ranks(self._table.rows[slot : slot + 1], self._order)
        return first[0], second[0], slot

    def _grow(self) -> None:
        if len(self._table) > len(self._listed):
            room = len(self._table) - len(self._listed) + _ROOM
            self._listed = np.concatenate((self._listed, np.zeros(room, np.bool_)))
            self._first = np.concatenate((self._first, np.zeros(room)))
            self._second = np.concatenate((self._second, np.zeros(room)))
