"""One time limit: how long, and by which clock."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from console.domain.working_time import DAY_SECONDS, ZONE, WorkingTime

_FORM = re.compile(r"(\d+) (min|h|days?|working days?)\Z")
_WALL_SECONDS = {"min": 60, "h": 3600, "day": 86400, "days": 86400}


class Basis(StrEnum):
    """The clock a limit runs by."""

    WALL = "wall"
    WORKING = "working"
    SAME_DAY = "same_day"


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A limit of `seconds` by the clock `basis`; SAME_DAY ends with the local day it starts in."""

    seconds: int
    basis: Basis

    @classmethod
    def parse(cls, text: str, basis: Basis) -> TimeLimit:
        """Read `10 min`, `4 h`, `30 days`, `3 working days` or `same day`.

        Minutes and hours run by `basis`, `days` by the wall clock. Raises `ValueError`.
        """
        if text == "same day":
            return cls(0, Basis.SAME_DAY)
        match = _FORM.match(text)
        if match is None:
            raise ValueError(f"not a time limit: {text!r}")
        count, unit = int(match[1]), match[2]
        if unit.startswith("working"):
            return cls(count * DAY_SECONDS, Basis.WORKING)
        if unit.startswith("day"):
            return cls(count * _WALL_SECONDS[unit], Basis.WALL)
        return cls(count * _WALL_SECONDS[unit], basis)

    def length_s(self, start: datetime) -> int:
        """Length of the limit in seconds of its own clock when it starts at `start`."""
        if self.basis is Basis.SAME_DAY:
            return int((_end_of_day(start) - start).total_seconds())
        return self.seconds

    def due(
        self,
        start: datetime,
        suspensions: Sequence[tuple[datetime, datetime]],
        working: WorkingTime,
    ) -> datetime:
        """When the limit that started at `start` runs out, `suspensions` (from, to) excluded."""
        stopped = [(max(begin, start), end) for begin, end in suspensions if end > start]
        if self.basis is Basis.WORKING:
            lost = sum(working.between(begin, end) for begin, end in stopped)
            return working.add(start, self.seconds + lost)
        return start + timedelta(seconds=self.length_s(start)) + _total(stopped)

    def put_off(
        self,
        until: datetime,
        suspensions: Sequence[tuple[datetime, datetime]],
        working: WorkingTime,
    ) -> datetime:
        """A deadline of `until`, later by `suspensions` (from, to) that fell before it."""
        if self.basis is Basis.WORKING:
            lost = sum(working.between(begin, end) for begin, end in suspensions)
            return working.add(until, lost) if lost else until
        return until + _total(suspensions)

    def beyond(self, due: datetime, seconds: float, working: WorkingTime) -> datetime:
        """`seconds` of the limit's own clock after the deadline `due`."""
        if self.basis is Basis.WORKING:
            return working.add(due, seconds)
        return due + timedelta(seconds=seconds)


def _total(spans: Sequence[tuple[datetime, datetime]]) -> timedelta:
    return sum(((end - begin) for begin, end in spans), timedelta())


def _end_of_day(moment: datetime) -> datetime:
    tomorrow = moment.astimezone(ZONE).date() + timedelta(days=1)
    return datetime(tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=ZONE).astimezone(UTC)
