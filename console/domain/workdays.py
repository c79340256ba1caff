"""Which days count for working time; a holiday calendar is put in from outside."""

from __future__ import annotations

from datetime import date
from typing import Protocol


class Workdays(Protocol):
    """A calendar of working days."""

    def is_workday(self, day: date) -> bool:
        """Whether the office is open on this local date."""

    def knows(self, day: date) -> bool:
        """Whether holidays and make-up days of that date's year are known, not guessed."""


class Weekdays:
    """Monday to Friday, no holidays: what is left where there is no calendar."""

    def is_workday(self, day: date) -> bool:
        """Monday to Friday."""
        return day.weekday() < 5

    def knows(self, _day: date) -> bool:
        """It knows nothing of holidays and says so."""
        return False
