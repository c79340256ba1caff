"""Extensions 延期: the old deadline is kept and shown, the new one is in force."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from console.domain.case import Case
from console.domain.case_log import Action
from console.domain.refusal import Refusal
from console.domain.sla import Clock, ClockKind, Light
from console.domain.timekeeper import Timekeeper
from console.domain.transitions import refusal
from tests.unit.histories import begun, line, walked

A = Action


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Shanghai")).astimezone(UTC)


OLD, NEW = local("2021-12-02T09:00"), local("2021-12-08T12:00")


def handled(case: Case) -> Clock:
    return next(one for one in case.clocks if one.kind is ClockKind.HANDLED)


@pytest.fixture
def case(timekeeper: Timekeeper) -> Case:
    begun_case = begun(timekeeper, 3)
    return walked(begun_case, timekeeper, line(A.FILED), line(A.DISPATCHED), line(A.ARRIVED, 30))


def test_the_new_deadline_is_in_force_and_the_old_one_is_kept(
    case: Case, timekeeper: Timekeeper
) -> None:
    assert handled(case).due_at == OLD
    extended = walked(case, timekeeper, line(A.EXTENDED, 60, until=NEW.isoformat()))
    clock = handled(extended)
    assert (clock.due_at, clock.first_due_at) == (NEW, OLD)
    assert handled(case).light(OLD + timedelta(hours=1)) is Light.RED
    assert clock.light(OLD + timedelta(hours=1)) is Light.GREEN
    assert clock.light(NEW + timedelta(seconds=1)) is Light.RED


def test_time_suspended_after_the_extension_is_added_to_it(
    case: Case, timekeeper: Timekeeper
) -> None:
    extended = walked(case, timekeeper, line(A.EXTENDED, 60, until=NEW.isoformat()))
    paused = walked(extended, timekeeper, line(A.SUSPENDED, 60), line(A.RESUMED, 120))
    assert handled(paused).due_at == NEW + timedelta(hours=3)  # over noon, to 15:00


def test_reopening_begins_a_new_limit(case: Case, timekeeper: Timekeeper) -> None:
    extended = walked(case, timekeeper, line(A.EXTENDED, 60, until=NEW.isoformat()))
    again = walked(extended, timekeeper, line(A.HANDLED, 90), line(A.REOPENED, 120))
    assert handled(again).first_due_at is None
    assert handled(again).due_at == local("2021-12-02T11:00")


@pytest.mark.parametrize(
    ("args", "no"),
    [
        ({"until": NEW.isoformat(), "approved_by": ""}, Refusal.SECOND_PERSON),
        ({"until": NEW.isoformat(), "approved_by": "李某"}, Refusal.SECOND_PERSON),
        ({"until": OLD.isoformat()}, Refusal.NOT_LATER),
        ({"until": "soon"}, Refusal.INVALID),
        ({"until": "2021-12-08T12:00:00"}, Refusal.INVALID),
        ({"until": NEW.isoformat(), "clock": "accept"}, Refusal.INVALID),
    ],
)
def test_an_extension_needs_a_second_person_and_a_later_day(
    case: Case, args: dict[str, str], no: Refusal
) -> None:
    assert refusal(case, line(A.EXTENDED, 60, **args)) is no
