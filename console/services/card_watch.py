"""When cards fall due, for all open cases."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from datetime import datetime

from console.domain.case import Case
from console.domain.case_log import LogEntry
from console.domain.sla import Clock, ClockKind
from console.domain.timekeeper import CardDue, Timekeeper
from console.services.work import Work


class CardWatch:
    """A heap of deadlines; when one passes, the moments of its cards take its place.

    An entry that no longer holds is passed over when its time comes.
    """

    def __init__(self, timekeeper: Timekeeper) -> None:
        self._timekeeper = timekeeper
        self._heap: list[tuple[datetime, str, ClockKind]] = []

    def load(self, cases: Iterable[Case]) -> None:
        """Begin with all open cases; what has passed is due at once."""
        for case in cases:
            self._add(case)

    def follow(self, _work: Work, case: Case, _entry: LogEntry) -> None:
        """A case's clocks may have changed."""
        self._add(case)

    def _add(self, case: Case) -> None:
        for clock in case.clocks:
            if clock.running and case.open:
                heapq.heappush(self._heap, (clock.due_at, case.number, clock.kind))

    def due(self, work: Work) -> list[tuple[Case, Clock, CardDue]]:
        """For every overrun clock whose time has come, the worst card due up to now."""
        found: dict[tuple[str, ClockKind], tuple[Case, Clock, CardDue]] = {}
        while self._heap and self._heap[0][0] <= work.now:
            _at, number, kind = heapq.heappop(self._heap)
            case = work.uow.cases.get(number)
            clock = _running(case, kind)
            if case is None or clock is None or (number, kind) in found:
                continue
            moments = self._timekeeper.cards_due(case, clock)
            passed = [one for one in moments if one.at <= work.now]
            ahead = [one.at for one in moments if one.at > work.now]
            if ahead:
                heapq.heappush(self._heap, (min(ahead), number, kind))
            if passed:
                found[number, kind] = (case, clock, passed[-1])
        return list(found.values())


def _running(case: Case | None, kind: ClockKind) -> Clock | None:
    if case is None or not case.open:
        return None
    return next((one for one in case.clocks if one.kind is kind and one.running), None)
