"""Tells when a case's clock runs out."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from datetime import datetime

from console.domain.case import Case
from console.domain.case_fold import as_row
from console.domain.case_log import LogEntry
from console.domain.facts import Kind
from console.domain.sla import ClockKind
from console.services.work import Work


class DueWatch:
    """A heap of due moments; an entry that no longer holds is passed over when its time comes."""

    def __init__(self) -> None:
        self._due: list[tuple[datetime, str, ClockKind]] = []

    def load(self, cases: Iterable[Case], now: datetime) -> None:
        """Begin with the clocks of the open cases that are still to run out."""
        for case in cases:
            self._add(case, now)

    def follow(self, work: Work, case: Case, _entry: LogEntry) -> None:
        """A case's clocks may have changed."""
        self._add(case, work.now)

    def _add(self, case: Case, now: datetime) -> None:
        for clock in case.clocks:
            if clock.running and clock.due_at > now:
                heapq.heappush(self._due, (clock.due_at, case.number, clock.kind))

    def ran_out(self, work: Work) -> None:
        """Tell the clocks that ran out up to now."""
        told: set[tuple[str, ClockKind]] = set()
        while self._due and self._due[0][0] <= work.now:
            due_at, number, kind = heapq.heappop(self._due)
            case = work.uow.cases.get(number)
            if case is None or (number, kind) in told:
                continue
            clock = next((one for one in case.clocks if one.kind is kind), None)
            if clock is not None and clock.running and clock.due_at == due_at:
                told.add((number, kind))
                work.tell("ClockRanOut", Kind.CASE, number, as_row(case))

    def any_due(self, now: datetime) -> bool:
        """Whether there is something to tell."""
        return bool(self._due) and self._due[0][0] <= now
