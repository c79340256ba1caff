"""Puts endless plans into one order of time."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from operator import attrgetter

from console.sim.planned import Planned

_moment = attrgetter("at")


def merged(*plans: Iterable[Planned]) -> Iterator[Planned]:
    """Several plans as one; each must be in order of time itself."""
    return heapq.merge(*plans, key=_moment)


def in_order(groups: Iterable[tuple[float, list[Planned]]]) -> Iterator[Planned]:
    """The events of overlapping `groups`.

    Each group comes with a moment before which it has no events; these moments must not go back.
    """
    waiting: list[tuple[float, int, Planned]] = []
    count = 0
    for begins, group in groups:
        while waiting and waiting[0][0] <= begins:
            yield heapq.heappop(waiting)[2]
        for planned in group:
            count += 1
            heapq.heappush(waiting, (planned.at, count, planned))
    while waiting:
        yield heapq.heappop(waiting)[2]
