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


def in_order(groups: Iterable[list[Planned]]) -> Iterator[Planned]:
    """The events of overlapping `groups`; their first events must come in order of time."""
    waiting: list[tuple[float, int, Planned]] = []
    count = 0
    for group in groups:
        while waiting and group and waiting[0][0] <= group[0].at:
            yield heapq.heappop(waiting)[2]
        for planned in group:
            count += 1
            heapq.heappush(waiting, (planned.at, count, planned))
    while waiting:
        yield heapq.heappop(waiting)[2]
