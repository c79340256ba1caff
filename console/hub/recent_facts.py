"""The newest facts in memory, so that consoles that keep up never cost a database read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from console.services.core import FeedItem

KEPT = 8000


class RecentFacts:
    """Facts in `gseq` order, everything after `floor` included."""

    def __init__(self, head: int) -> None:
        self.floor = head
        self._items: list[FeedItem] = []
        self._numbers: list[int] = []

    @property
    def head(self) -> int:
        """`gseq` of the newest fact."""
        return self._numbers[-1] if self._numbers else self.floor

    def extend(self, items: Sequence[FeedItem]) -> None:
        """Add the newest facts, in order.

        Facts may be missing before them: those of a commit whose answer was lost. They are in
        the store, so whoever is behind them reads there.
        """
        if items and items[0].gseq != self.head + 1:
            self.floor = items[0].gseq - 1
            self._items, self._numbers = [], []
        self._items += items
        self._numbers += [item.gseq for item in items]
        if len(self._items) > 2 * KEPT:
            self.floor = self._numbers[-KEPT - 1]
            del self._items[:-KEPT]
            del self._numbers[:-KEPT]

    def after(self, gseq: int, limit: int) -> list[FeedItem] | None:
        """At most `limit` facts after `gseq`; None where they are no longer in memory."""
        if gseq < self.floor:
            return None
        start = bisect_right(self._numbers, gseq)
        return self._items[start : start + limit]
