"""The cases that were asked for: search words and filter together."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from console.client.case_filter import CaseFilter
from console.client.case_table import CaseTable
from console.client.search_texts import SearchTexts, Slots
from console.client.spelled_block import Mask


class CaseSearch:
    """Masks over the slots of a table; what the words find is kept until they change.

    `now` gives seconds since 1970. A case must pass `filter` and, where there are any, one of
    `areas`. Whoever changes these or the table says so to the listings.
    """

    def __init__(self, table: CaseTable, texts: SearchTexts, now: Callable[[], float]) -> None:
        self._table = table
        self._texts = texts
        self._now = now
        self._words = ""
        self._found: Mask | None = None
        self.filter = CaseFilter()
        self.areas: tuple[CaseFilter, ...] = ()

    @property
    def words(self) -> str:
        """The words looked for."""
        return self._words

    @words.setter
    def words(self, words: str) -> None:
        self._words = words.strip()
        self._found = None

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return bool(self._words) or bool(self.areas) or not self.filter.empty

    def restart(self) -> None:
        """The table was built anew."""
        self._texts.reset(len(self._table))
        self._found = None

    def follow(self, slots: Iterable[int]) -> None:
        """These rows are new or changed."""
        for slot in slots:
            self._texts.changed(slot)
            found = self._found
            if found is not None:
                if slot >= len(found):
                    found = self._found = np.concatenate((found, np.zeros(256, np.bool_)))
                found[slot] = self._texts.finds(self._words, slot)

    def all(self) -> Mask:
        """For every slot whether it is open and asked for."""
        return self._passed(slice(None))

    def of(self, slots: Slots) -> Mask:
        """The same for some slots."""
        return self._passed(slots)

    def _passed(self, which: slice | Slots) -> Mask:
        rows = self._table.rows[which]
        passed: Mask = rows["open"].copy()
        if not self.filter.empty:
            passed &= self.filter.mask(self._table, rows, self._now())
        if self.areas:
            now = self._now()
            passed &= np.any([one.mask(self._table, rows, now) for one in self.areas], axis=0)
        if self._words:
            if self._found is None:
                self._found = self._texts.found(self._words)
            passed &= self._found[: len(self._table)][which]
        return passed
