"""What the scripted desk does, and what it leaves to the real operator."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from console.domain.access import Role
from console.domain.alarm import Alarm, AlarmState
from console.domain.case import Case, CaseState
from console.domain.case_log import Action, LogEntry
from console.domain.commands import AcknowledgeAlarm, AdvanceCase, DispatchCase, OpenCase
from console.domain.district import District
from console.domain.event import EventStatus
from console.sim.board import Board
from console.sim.repertoire import Repertoire
from console.sim.routine_desk import RoutineDesk
from console.sim.start import SCENARIOS
from console.sim.story_desk import StoryDesk
from console.sim.timeline import cues
from tests.builders import build_case
from tests.sim.conftest import STARTED_AT

BEGAN = datetime.fromtimestamp(STARTED_AT, UTC)
STARTS = 8.0
"""Seconds into the demo at which S02 begins."""


def alarm(key: str, level: int, raised: float, **changes: object) -> Alarm:
    at = BEGAN + timedelta(seconds=raised)
    one = Alarm(
        id=f"alarm-{key}",
        key=key,
        type="video.finding",
        level=level,
        state=AlarmState.UNACKNOWLEDGED,
        title="有人倒地",
        source="analytics",
        status=EventStatus.ACTUAL,
        place=None,
        grid="",
        street="",
        raised_at=at,
        last_at=at,
        count=1,
        value="93%",
        case_type="G02",
        cameras=(),
    )
    return replace(one, **changes)  # type: ignore[arg-type]  # fields are checked by the dataclass


def case(district: District, state: CaseState, level: int, reported: float) -> Case:
    at = BEGAN + timedelta(seconds=reported)
    grids = list(district.grids)
    made = build_case(3, at, grids, list(district.cameras), state=state, level=level)
    log = (LogEntry(1, at, "罗某", "grid_app", Action.REPORTED),)
    return replace(made, reported_at=at, updated_at=at, log=log, paperwork_due=False)


@pytest.fixture
def routine(district: District) -> RoutineDesk:
    labels = {grid.code: grid.label for grid in district.grids}
    return RoutineDesk(labels, {"老人跌倒急救（视频发现）"}, {"story"}, BEGAN, speed=1.0)


def given(desk: RoutineDesk, board: Board, after: float) -> list[object]:
    orders = desk.orders(board, BEGAN + timedelta(seconds=after))
    return [order.command for _, order in orders]


@pytest.mark.parametrize("level", [1, 2])
def test_urgent_alarms_are_the_operators_for_two_minutes(routine: RoutineDesk, level: int) -> None:
    board = Board()
    board.alarms["a"] = alarm("cam", level, raised=1.0)
    assert given(routine, board, 100.0) == []
    assert [type(one) for one in given(routine, board, 200.0)] == [OpenCase]


@pytest.mark.parametrize("speed", [10.0, 100.0])
def test_even_a_fast_demo_leaves_the_operator_a_minute(speed: float) -> None:
    desk = RoutineDesk({}, (), (), BEGAN, speed)
    board = Board()
    board.alarms["a"] = alarm("cam", 1, raised=1.0)
    assert given(desk, board, 60.5) == []
    assert given(desk, board, 61.5)


def test_lesser_alarms_are_acknowledged_sooner(routine: RoutineDesk) -> None:
    board = Board()
    board.alarms["a"] = alarm("cam", 4, raised=1.0)
    assert given(routine, board, 30.0) == []
    assert given(routine, board, 80.0) == [AcknowledgeAlarm("alarm-cam", 1)]


@pytest.mark.parametrize("state", [AlarmState.ACKNOWLEDGED, AlarmState.NORMAL])
def test_what_somebody_has_seen_is_left_alone(routine: RoutineDesk, state: AlarmState) -> None:
    board = Board()
    board.alarms["a"] = alarm("cam", 2, raised=1.0, state=state)
    assert given(routine, board, 1000.0) == []


def test_a_report_is_filed_and_sent_to_its_grid(routine: RoutineDesk, district: District) -> None:
    board = Board()
    board.cases["c"] = case(district, CaseState.REPORTED, 4, reported=1.0)
    filed = given(routine, board, 25.0)
    assert [one.action for one in filed if isinstance(one, AdvanceCase)] == [Action.FILED]
    board.cases["c"] = case(district, CaseState.FILED, 4, reported=1.0)
    (sent,) = given(routine, board, 25.0)
    grid = next(one for one in district.grids if one.code == board.cases["c"].opening.grid)
    assert isinstance(sent, DispatchCase)
    assert (sent.unit, sent.holder) == ("", f"{grid.label}网格员")


def test_a_case_of_level_3_goes_to_the_nearest_unit_that_is_free(
    routine: RoutineDesk, district: District
) -> None:
    board = Board()
    one = case(district, CaseState.FILED, 3, reported=1.0)
    board.cases["c"] = one
    place = one.opening.place
    repairs = [unit for unit in district.units if unit.kind == "repair"]
    board.units = {unit.id: replace(unit, place=place) for unit in repairs[:2]}
    first = min(board.units)
    board.units[first] = replace(board.units[first], case="XL20211128-0001")
    (sent,) = given(routine, board, 25.0)
    assert isinstance(sent, DispatchCase)
    assert sent.unit == max(board.units)


def test_verification_is_not_the_handlers(routine: RoutineDesk, district: District) -> None:
    board = Board()
    board.cases["c"] = case(district, CaseState.REPORTED_DONE, 4, reported=1.0)
    (order,) = (one for _, one in routine.orders(board, BEGAN + timedelta(seconds=70)))
    assert order.role is Role.VERIFIER


def test_old_cases_move_one_at_a_time(routine: RoutineDesk, district: District) -> None:
    board = Board()
    for number in range(5):
        old = case(district, CaseState.HANDLING, 4, reported=-90_000.0 - number)
        board.cases[str(number)] = old
    assert given(routine, board, 40.0) == []
    assert len(given(routine, board, 46.0)) == 1
    assert given(routine, board, 47.0) == []


@pytest.fixture
def story(repertoire: Repertoire) -> StoryDesk:
    production = next(one for one in repertoire.productions if one.scenario.id == "S02")
    steps = cues(production.scenario, production.cast, "run")
    return StoryDesk(steps, STARTED_AT, speed=1.0)


def test_the_story_waits_a_minute_for_the_operator(
    story: StoryDesk, repertoire: Repertoire
) -> None:
    camera = next(one for one in repertoire.productions if one.scenario.id == "S02").cast.cameras[0]
    board = Board()
    board.alarms["a"] = alarm(camera.id, 2, raised=STARTS + 5)
    assert story.orders(board, BEGAN + timedelta(seconds=STARTS + 64)) == []
    ((key, order),) = story.orders(board, BEGAN + timedelta(seconds=STARTS + 66))
    assert isinstance(order.command, OpenCase)
    assert order.command.alarm == f"alarm-{camera.id}"
    assert story.orders(board, BEGAN + timedelta(seconds=STARTS + 80)) == [], "one at a time"
    story.settled(key, again=True)
    assert story.orders(board, BEGAN + timedelta(seconds=STARTS + 81))


def test_the_story_goes_on_with_the_case_the_operator_opened(
    story: StoryDesk, repertoire: Repertoire, district: District
) -> None:
    camera = next(one for one in repertoire.productions if one.scenario.id == "S02").cast.cameras[0]
    board = Board()
    opened = case(district, CaseState.REPORTED, 2, reported=STARTS + 9)
    board.cases[opened.number] = opened
    board.alarms["a"] = alarm(camera.id, 2, raised=STARTS, case=opened.number)
    assert story.orders(board, BEGAN + timedelta(seconds=STARTS + 70)) == [], "nothing to open"
    ((_, order),) = story.orders(board, BEGAN + timedelta(seconds=STARTS + 71))
    assert getattr(order.command, "entity", "") == opened.number


def test_every_scenario_with_commands_is_on_the_desk(repertoire: Repertoire) -> None:
    played = {
        next(iter(one)).play.scenario.id
        for one in repertoire.cues("run", lambda step: step.desk is not None)
    }
    assert played == set(SCENARIOS)
    assert "老人跌倒急救（视频发现）" in repertoire.titles()
