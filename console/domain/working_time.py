"""Working time: what counts for the limits of level 3–4 cases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from console.domain.workdays import Weekdays, Workdays

ZONE = ZoneInfo("Asia/Shanghai")
"""The district's local time."""

SHIFTS = ((time(8, 30), time(12, 0)), (time(14, 0), time(17, 30)))
"""Office hours of a working day, local time."""

DAY_SECONDS = 7 * 3600
"""Length of a working day: both shifts together, seconds."""

_HORIZON_DAYS = 3660


class WorkingTime:
    """Adds and measures office hours; `workdays` says which local dates have any."""

    def __init__(self, workdays: Workdays | None = None) -> None:
        self._workdays = workdays or Weekdays()
        self._shifts_of = lru_cache(maxsize=_HORIZON_DAYS)(self._local_shifts)

    def known_until(self, moment: datetime) -> bool:
        """Whether the calendar knows the holidays of the local year that `moment` lies in."""
        return self._workdays.knows(moment.astimezone(ZONE).date())

    def _local_shifts(self, day: date) -> tuple[tuple[datetime, datetime], ...]:
        """The shifts of a local day in UTC, none on a day off."""
        if not self._workdays.is_workday(day):
            return ()
        return tuple(
            (
                datetime.combine(day, opens, ZONE).astimezone(UTC),
                datetime.combine(day, closes, ZONE).astimezone(UTC),
            )
            for opens, closes in SHIFTS
        )

    def _shifts_from(self, moment: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Shifts that end after `moment`, the first cut to begin no earlier (aware UTC)."""
        first = moment.astimezone(ZONE).date()
        for offset in range(_HORIZON_DAYS):
            for start, end in self._shifts_of(first + timedelta(days=offset)):
                if end > moment:
                    yield max(start, moment), end

    def add(self, start: datetime, seconds: float) -> datetime:
        """The moment when `seconds` of working time have passed since `start` (aware UTC).

        Raises `ValueError` where ten years do not hold that much working time.
        """
        left = timedelta(seconds=seconds)
        for begin, end in self._shifts_from(start):
            if left <= end - begin:
                return begin + left
            left -= end - begin
        raise ValueError("no working time left in the calendar")

    def between(self, start: datetime, end: datetime) -> float:
        """Seconds of working time from `start` to `end`; 0 where `end` is not later."""
        total = timedelta()
        if end <= start:
            return 0.0
        for begin, stop in self._shifts_from(start):
            if begin >= end:
                break
            total += min(stop, end) - begin
        return total.total_seconds()
