"""A sorted, filtered list of keys kept in step with a changing table."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from typing import Any

SortKey = tuple[Any, ...]


class Listing:
    """Keys in order of `sort_key`; a sort key of None keeps the row out.

    The owner asks `place` where a changed key goes, then removes and inserts it itself, so that a
    Qt model can announce each step before it happens.
    """

    def __init__(
        self, keys: Callable[[], Iterable[str]], sort_key: Callable[[str], SortKey | None]
    ) -> None:
        self._keys = keys
        self._sort_key = sort_key
        self._order: list[tuple[SortKey, str]] = []
        self._known: dict[str, SortKey] = {}

    def __len__(self) -> int:
        return len(self._order)

    def __getitem__(self, index: int) -> str:
        return self._order[index][1]

    def index_of(self, key: str) -> int:
        """The row of `key`, -1 where it is not listed."""
        sort_key = self._known.get(key)
        return -1 if sort_key is None else bisect_left(self._order, (sort_key, key))

    def rebuild(self) -> None:
        """Start over from all keys there are."""
        self._known = {}
        for key in self._keys():
            sort_key = self._sort_key(key)
            if sort_key is not None:
                self._known[key] = sort_key
        self._order = sorted((sort_key, key) for key, sort_key in self._known.items())

    def place(self, key: str) -> tuple[int, int]:
        """Rows of `key` before and after its change; -1 where it is not listed."""
        before = self.index_of(key)
        sort_key = self._sort_key(key)
        if sort_key is None:
            return before, -1
        after = bisect_left(self._order, (sort_key, key))
        if before != -1 and after > before:
            after -= 1
        return before, after

    def remove(self, key: str) -> None:
        """Take `key` out."""
        sort_key = self._known.pop(key)
        del self._order[bisect_left(self._order, (sort_key, key))]

    def insert(self, key: str) -> None:
        """Put `key` in at its place; it must not be listed."""
        sort_key = self._sort_key(key)
        if sort_key is None:
            raise KeyError(key)
        self._known[key] = sort_key
        insort(self._order, (sort_key, key))
