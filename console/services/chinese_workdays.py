"""The working days of China: public holidays and the weekends worked to make up for them."""

from __future__ import annotations

from datetime import date
from functools import cached_property

import chinese_calendar
from chinese_calendar.constants import holidays

from console.domain.workdays import Weekdays


class ChineseWorkdays:
    """As the State Council published them; in years it does not know weekdays are counted.

    The calendar of a year comes out in the November before it, and with a new version of the
    package `chinesecalendar`.
    """

    def __init__(self) -> None:
        self._weekdays = Weekdays()

    @cached_property
    def years(self) -> range:
        """The years whose holidays are known."""
        return range(min(holidays).year, max(holidays).year + 1)

    def is_workday(self, day: date) -> bool:
        """Whether offices are open."""
        if not self.knows(day):
            return self._weekdays.is_workday(day)
        return bool(chinese_calendar.is_workday(day))

    def knows(self, day: date) -> bool:
        """Whether the holidays of that year were published."""
        return day.year in self.years
