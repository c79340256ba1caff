"""Which clock is due next and which case is overdue, for every kind of clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from console.client.deadlines import NEVER, next_clock, next_due, overdue
from console.domain.case import Case
from console.domain.sla import Clock, ClockKind
from console.domain.timekeeper import Timekeeper
from tests.unit.histories import MONDAY, begun


def clock(kind: ClockKind, minutes: float, **more: object) -> Clock:
    made = Clock(kind, MONDAY, MONDAY + timedelta(minutes=minutes), int(minutes * 60))
    return replace(made, **more)  # type: ignore[arg-type]


def case(timekeeper: Timekeeper, *clocks: Clock) -> Case:
    return replace(begun(timekeeper), clocks=clocks)


@pytest.mark.parametrize("kind", list(ClockKind))
def test_every_clock_makes_a_case_overdue(timekeeper: Timekeeper, kind: ClockKind) -> None:
    one = case(timekeeper, clock(kind, 10))
    assert not overdue(one, MONDAY + timedelta(minutes=10))
    assert overdue(one, MONDAY + timedelta(minutes=10, seconds=1))


def test_the_clock_that_runs_out_first_counts(timekeeper: Timekeeper) -> None:
    clocks = [clock(kind, 100 - index) for index, kind in enumerate(ClockKind)]
    found = next_clock(case(timekeeper, *clocks))
    assert found is not None
    assert found.kind is list(ClockKind)[-1]


def test_met_paused_and_extended_clocks(timekeeper: Timekeeper) -> None:
    late = MONDAY + timedelta(hours=1)
    met = clock(ClockKind.ACCEPT, 10, met_at=MONDAY + timedelta(minutes=30))
    paused = clock(ClockKind.HANDLED, 10, paused=True)
    assert next_due(case(timekeeper, met, paused)) == NEVER
    assert not overdue(case(timekeeper, met, paused), late)
    first = MONDAY + timedelta(minutes=10)
    extended = clock(ClockKind.HANDLED, 120, first_due_at=first)
    assert not overdue(case(timekeeper, extended), late)
