"""Golden values of the time limits, by wall clock and by working time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from console.domain.case import Case
from console.domain.case_log import Action
from console.domain.limit_table import LimitTable
from console.domain.sla import Clock, ClockKind, Light
from console.domain.time_limit import Basis, TimeLimit
from console.domain.timekeeper import Timekeeper
from console.domain.workdays import Weekdays
from console.domain.working_time import WorkingTime
from tests.unit.histories import MONDAY, begun, line, walked

A = Action
CHINA = ZoneInfo("Asia/Shanghai")


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CHINA).astimezone(UTC)


def clock(case: Case, kind: ClockKind) -> Clock:
    return next(one for one in case.clocks if one.kind is kind)


def kinds(case: Case) -> set[ClockKind]:
    return {one.kind for one in case.clocks}


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2021-11-29T09:00", 1, "2021-11-29T10:00"),
        ("2021-11-29T11:30", 1, "2021-11-29T14:30"),
        ("2021-11-29T17:00", 1, "2021-11-30T09:00"),
        ("2021-11-29T20:00", 1, "2021-11-30T09:30"),
        ("2021-12-03T17:00", 1, "2021-12-06T09:00"),
        ("2021-12-04T12:00", 7, "2021-12-06T17:30"),
        ("2021-11-30T15:00", 21, "2021-12-03T15:00"),
        ("2021-11-29T09:00", 49, "2021-12-08T09:00"),
    ],
)
def test_working_time_skips_nights_noons_and_weekends(start: str, hours: int, end: str) -> None:
    working = WorkingTime()
    assert working.add(local(start), hours * 3600) == local(end)
    assert working.between(local(start), local(end)) == hours * 3600


def test_holidays_come_from_outside() -> None:
    class Fair(Weekdays):
        def is_workday(self, day: date) -> bool:
            return super().is_workday(day) and day != date(2021, 11, 30)

    working = WorkingTime(Fair())
    assert working.add(local("2021-11-29T17:00"), 3600) == local("2021-12-01T09:00")


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (1, {"take_in": "09:01", "first_report": "09:15"}),
        (2, {"take_in": "09:02", "first_report": "09:30"}),
        (3, {"take_in": "09:10", "first_report": "11:00"}),
        (4, {"take_in": "09:30"}),
    ],
)
def test_a_fresh_case_is_to_be_taken_in(
    timekeeper: Timekeeper, level: int, expected: dict[str, str]
) -> None:
    case = begun(timekeeper, level)
    due = {one.kind.value: one.due_at.astimezone(CHINA).strftime("%H:%M") for one in case.clocks}
    assert due == expected


def test_each_step_meets_its_clock_and_starts_the_next(timekeeper: Timekeeper) -> None:
    case = walked(begun(timekeeper, 3), timekeeper, line(A.FILED, 5))
    assert clock(case, ClockKind.TAKE_IN).met_at == MONDAY + timedelta(minutes=5)
    assert clock(case, ClockKind.DISPATCH).due_at == local("2021-11-29T09:35")
    case = walked(case, timekeeper, line(A.DISPATCHED, 20))
    assert clock(case, ClockKind.ACCEPT).due_at == local("2021-11-29T09:35")
    assert clock(case, ClockKind.HANDLED).due_at == local("2021-12-02T09:20")
    case = walked(case, timekeeper, line(A.ACCEPTED, 30), line(A.ARRIVED, 60))
    assert clock(case, ClockKind.ON_SCENE).light(MONDAY) is Light.GREEN
    case = walked(case, timekeeper, line(A.HANDLED, 100))
    assert clock(case, ClockKind.VERIFIED).due_at == local("2021-11-30T10:40")
    case = walked(case, timekeeper, line(A.CLOSED, 110, by="核查员"))
    assert not any(one.running for one in case.clocks)


def test_level_1_has_no_limit_for_handling_and_is_verified_the_same_day(
    timekeeper: Timekeeper,
) -> None:
    case = walked(begun(timekeeper, 1), timekeeper, line(A.DISPATCHED, 1), line(A.ARRIVED, 5))
    assert ClockKind.HANDLED not in kinds(case)
    case = walked(case, timekeeper, line(A.HANDLED, 30))
    verified = clock(case, ClockKind.VERIFIED)
    assert verified.due_at == local("2021-11-30T00:00")
    assert verified.limit_s == (14 * 60 + 30) * 60


def test_disputes_have_thirty_days_by_the_calendar(timekeeper: Timekeeper) -> None:
    case = walked(begun(timekeeper, 4, "E01"), timekeeper, line(A.FILED), line(A.DISPATCHED))
    assert clock(case, ClockKind.HANDLED).due_at == MONDAY + timedelta(days=30)


def test_suspended_time_does_not_count(timekeeper: Timekeeper) -> None:
    case = walked(
        begun(timekeeper, 3),
        timekeeper,
        line(A.FILED),
        line(A.DISPATCHED),
        line(A.ARRIVED),
        line(A.SUSPENDED, 60),
    )
    assert clock(case, ClockKind.HANDLED).paused
    assert not clock(case, ClockKind.HANDLED).running
    # From 10:00 on Monday to 10:00 on Tuesday: one working day.
    case = walked(case, timekeeper, line(A.RESUMED, 60 + 24 * 60))
    assert clock(case, ClockKind.HANDLED).due_at == local("2021-12-03T09:00")


def test_suspension_stops_the_wall_clock_too(timekeeper: Timekeeper) -> None:
    case = walked(
        begun(timekeeper, 2),
        timekeeper,
        line(A.DISPATCHED),
        line(A.ARRIVED),
        line(A.SUSPENDED, 60),
        line(A.RESUMED, 150),
    )
    assert clock(case, ClockKind.HANDLED).due_at == MONDAY + timedelta(hours=9.5)


def test_a_new_level_changes_what_runs_and_leaves_what_was_met(timekeeper: Timekeeper) -> None:
    case = walked(begun(timekeeper, 3), timekeeper, line(A.FILED, 8))
    case = walked(case, timekeeper, line(A.ESCALATED, 9, level="1", reason="被困"))
    assert clock(case, ClockKind.TAKE_IN).limit_s == 600
    assert clock(case, ClockKind.DISPATCH).limit_s == 120


def test_return_starts_dispatch_again(timekeeper: Timekeeper) -> None:
    case = walked(
        begun(timekeeper, 3), timekeeper, line(A.FILED), line(A.DISPATCHED), line(A.RETURNED, 30)
    )
    assert clock(case, ClockKind.DISPATCH).due_at == local("2021-11-29T10:00")
    assert clock(case, ClockKind.DISPATCH).met_at is None
    assert ClockKind.ACCEPT not in kinds(case)


def test_reports_are_followed_up(timekeeper: Timekeeper) -> None:
    case = walked(begun(timekeeper, 1), timekeeper, line(A.REPORT_SENT, 10))
    assert clock(case, ClockKind.FIRST_REPORT).met_at is not None
    assert clock(case, ClockKind.FOLLOW_UP).due_at == MONDAY + timedelta(minutes=40)


@pytest.mark.parametrize("text", ["", "10", "soon", "10 minutes", "-1 h"])
def test_a_limit_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a time limit"):
        TimeLimit.parse(text, Basis.WALL)


def test_unknown_names_in_the_table_are_refused() -> None:
    with pytest.raises(ValueError, match="not a response level"):
        LimitTable.from_toml({"level": {"5": {}}}, {})
    with pytest.raises(ValueError, match="is not a valid ClockKind"):
        LimitTable.from_toml({"level": {"1": {"nap": "1 h"}}}, {})
