"""Working time over the holidays of China, checked by hand against the published calendars."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from console.domain.case_log import Action
from console.domain.limit_table import LimitTable
from console.domain.sla import ClockKind
from console.domain.time_limits import TimeLimits
from console.domain.timekeeper import Timekeeper
from console.domain.working_time import WorkingTime
from console.services.chinese_workdays import ChineseWorkdays
from tests.unit.histories import MONDAY, begun, line, walked

CHINA = ZoneInfo("Asia/Shanghai")
A = Action


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CHINA).astimezone(UTC)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        # National Day 2021: 1-7 October off; the Saturday 9 October is worked.
        ("2021-09-30T15:00", 1, "2021-10-08T15:00"),
        ("2021-09-30T15:00", 2, "2021-10-09T15:00"),
        ("2021-09-30T15:00", 3, "2021-10-11T15:00"),
        # The Sunday 26 September 2021 was worked to make up for it.
        ("2021-09-24T15:00", 1, "2021-09-26T15:00"),
        # Spring Festival 2021: 11-17 February off; the Saturday 20 and the Sunday 7 are worked.
        ("2021-02-10T15:00", 1, "2021-02-18T15:00"),
        ("2021-02-10T15:00", 3, "2021-02-20T15:00"),
        ("2021-02-05T17:00", 1, "2021-02-07T17:00"),
        # Spring Festival 2026: 15-23 February off; Saturdays 14 and 28 are worked.
        ("2026-02-13T15:00", 1, "2026-02-14T15:00"),
        ("2026-02-14T15:00", 1, "2026-02-24T15:00"),
        ("2026-02-14T15:00", 5, "2026-02-28T15:00"),
        # National Day 2026: 1-7 October off; the Sunday 20 September and Saturday 10 are worked.
        ("2026-09-30T17:00", 7, "2026-10-15T17:00"),
    ],
)
def test_holidays_are_skipped_and_make_up_days_are_worked(start: str, days: int, end: str) -> None:
    working = WorkingTime(ChineseWorkdays())
    assert working.add(local(start), days * 7 * 3600) == local(end)
    assert working.between(local(start), local(end)) == days * 7 * 3600
    # Without the calendar the answer would be another one.
    assert WorkingTime().add(local(start), days * 7 * 3600) != local(end)


def test_years_that_are_not_published_count_weekdays_and_are_told_apart() -> None:
    calendar = ChineseWorkdays()
    beyond = calendar.years.stop
    assert not calendar.knows(date(beyond, 1, 4))
    assert calendar.is_workday(date(2029, 10, 1)) == (date(2029, 10, 1).weekday() < 5)
    assert calendar.knows(date(2021, 10, 1))
    assert not calendar.is_workday(date(2021, 10, 1))


def test_a_deadline_beyond_the_calendar_says_that_it_is_guessed(timekeeper: Timekeeper) -> None:
    table = timekeeper_of_china()
    known = walked(begun(table, 4), table, line(A.FILED), line(A.DISPATCHED))
    assert not any(one.guessed for one in known.clocks)
    years = (ChineseWorkdays().years.stop - 2021) * 366 * 24 * 60
    late = walked(begun(table, 4), table, line(A.FILED, years), line(A.DISPATCHED, years))
    handled = next(one for one in late.clocks if one.kind is ClockKind.HANDLED)
    assert handled.guessed
    # The wall clock needs no calendar.
    wall = walked(begun(table, 2), table, line(A.DISPATCHED, years))
    assert not any(one.guessed for one in wall.clocks)


def timekeeper_of_china() -> Timekeeper:
    rows = {"4": {"dispatch": "2 h", "handled": "7 working days"}, "2": {"handled": "8 h"}}
    first = LimitTable.from_toml({"level": rows}, {})
    return Timekeeper(TimeLimits([first]), WorkingTime(ChineseWorkdays()))


def test_suspension_over_the_holidays_costs_only_working_time() -> None:
    keeper = timekeeper_of_china()
    into = (local("2022-01-28T17:00") - MONDAY).total_seconds() / 60
    back = (local("2022-02-07T09:00") - MONDAY).total_seconds() / 60
    case = walked(
        begun(keeper, 4),
        keeper,
        line(A.FILED, into - 60),
        line(A.DISPATCHED, into - 60),
        line(A.SUSPENDED, into),
        line(A.RESUMED, back),
    )
    handled = next(one for one in case.clocks if one.kind is ClockKind.HANDLED)
    # 7 working days from Friday 28 January, 16:00, and half an hour on 28, all of 29 and 30 (both
    # worked) and half an hour on 7 February were lost: two days and one hour more.
    assert handled.due_at == local("2022-02-15T17:00")


def test_a_clock_that_was_put_back_makes_no_negative_time(timekeeper: Timekeeper) -> None:
    case = walked(begun(timekeeper, 2), timekeeper, line(A.DISPATCHED, 10), line(A.ACCEPTED, 4))
    accept = next(one for one in case.clocks if one.kind is ClockKind.ACCEPT)
    assert accept.met_at == accept.started_at
    case = walked(
        begun(timekeeper, 2),
        timekeeper,
        line(A.DISPATCHED),
        line(A.ARRIVED),
        line(A.SUSPENDED, 60),
        line(A.RESUMED, 30),
    )
    handled = next(one for one in case.clocks if one.kind is ClockKind.HANDLED)
    assert handled.due_at == MONDAY + timedelta(hours=8)
