"""One-to-many tasks over grids, on a real database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from console.codec import decode_fact
from console.domain.access import Role
from console.domain.bodies import TaskCheckIn
from console.domain.facts import Kind
from console.domain.grid_check import GridCheck
from console.domain.grid_task import GridTask
from console.domain.refusal import Refusal
from console.domain.task_commands import CheckIn, CloseTask, CreateTask, RemindTask
from console.services.hub_core import Core
from data.opened_core import OpenedCore
from tests.data.counter import Counter
from tests.data.feeder import START, Feeder, Watch, facts
from tests.data.town import EAST, GRID_EAST, GRID_WEST, WEST

DUE = START + timedelta(hours=2)


@pytest.fixture
def counter(core: Core, watch: Watch) -> Counter:
    return Counter(core, watch)


def _given(counter: Counter, *grids: str) -> str:
    result = counter.give(CreateTask("寒潮走访独居老人", "逐户敲门", DUE, grids))
    return result.data["task"]


def _rows(core: Core) -> tuple[dict[str, GridTask], dict[str, GridCheck]]:
    told = [decode_fact(row) for row in core.snapshot()[1]]
    tasks = {fact.key: fact.row for fact in told if isinstance(fact.row, GridTask)}
    checks = {fact.row.grid: fact.row for fact in told if isinstance(fact.row, GridCheck)}
    return tasks, checks


def _check_in(feeder: Feeder, task: str, grid: str, **more: object) -> object:
    body = TaskCheckIn(task, grid, "王建设", "已走访 12 户")
    return feeder.item("task.check_in", body, key=task, **more)


def test_a_task_goes_to_every_grid_and_is_numbered_by_day(core: Core, counter: Counter) -> None:
    first, second = _given(counter), _given(counter, GRID_WEST)
    assert (first, second) == ("RW20211129-01", "RW20211129-02")
    tasks, _ = _rows(core)
    assert tasks[first].grids == (GRID_WEST, GRID_EAST)
    assert tasks[second].grids == (GRID_WEST,)
    late = CreateTask("晚了", "", START - timedelta(minutes=1))
    assert counter.why(late) == Refusal.INVALID.value
    assert counter.why(CreateTask("何处", "", DUE, ("0",))) == Refusal.UNKNOWN_ENTITY.value


def test_grids_check_in_once_by_seat_or_app(core: Core, counter: Counter, feeder: Feeder) -> None:
    task = _given(counter)
    seat = (Role.STREET_SEAT, WEST)
    assert counter.give(CheckIn(task, GRID_EAST), "wu", *seat).reason == Refusal.OTHER_STREET.value
    assert counter.give(CheckIn(task, GRID_WEST), "wu", *seat).reason == ""
    assert counter.give(CheckIn(task, GRID_WEST), "wu", *seat).reason == Refusal.CHECKED_IN.value
    _, items = core.take([feeder.batch(_check_in(feeder, task, GRID_EAST))])
    [check] = [fact.row for fact in facts(items) if isinstance(fact.row, GridCheck)]
    assert (check.by, check.street, check.late, check.offline) == ("王某某", EAST, False, False)
    _, items = core.take([feeder.batch(_check_in(feeder, task, GRID_EAST))])
    assert [fact.name for fact in facts(items)] == ["EventTaken"]


def test_a_report_written_offline_counts_and_is_marked_late(
    core: Core, counter: Counter, feeder: Feeder, watch: Watch
) -> None:
    """S20: the last grids had no network."""
    task = _given(counter)
    watch.on(hours=3)
    written = START + timedelta(hours=1)
    core.take([feeder.batch(_check_in(feeder, task, GRID_WEST, occurred_at=written))])
    counter.give(CloseTask(task, 1))
    core.take([feeder.batch(_check_in(feeder, task, GRID_EAST))])
    _, checks = _rows(core)
    assert (checks[GRID_WEST].late, checks[GRID_WEST].offline) == (True, True)
    assert checks[GRID_WEST].at == written
    assert (checks[GRID_EAST].late, checks[GRID_EAST].offline) == (True, False)


def test_reminding_and_closing_race_for_one_version(core: Core, counter: Counter) -> None:
    task = _given(counter)
    assert counter.why(RemindTask(task, 1)) == ""
    assert counter.why(CloseTask(task, 1)) == Refusal.VERSION_CONFLICT.value
    assert counter.why(CloseTask(task, 2)) == ""
    assert counter.why(RemindTask(task, 3)) == Refusal.TASK_CLOSED.value
    tasks, _ = _rows(core)
    assert (tasks[task].reminders, tasks[task].open) == (1, False)


def test_nobody_is_reminded_when_nobody_is_missing(counter: Counter) -> None:
    task = _given(counter, GRID_WEST)
    counter.give(CheckIn(task, GRID_WEST))
    assert counter.why(RemindTask(task, 1)) == Refusal.CHECKED_IN.value


def test_tasks_outlive_the_hub(
    core: Core, counter: Counter, store: OpenedCore, open_store: Callable[[], OpenedCore]
) -> None:
    task = _given(counter)
    counter.give(CheckIn(task, GRID_WEST, "正常"))
    before = _rows(core)
    store.close()
    again = open_store().core
    assert _rows(again) == before
    later = Counter(again, lambda: START)
    later._count = 100
    assert later.why(CheckIn(task, GRID_EAST)) == ""
    assert _given(later) == "RW20211129-02"


def test_tasks_go_to_those_who_read_cases(core: Core, counter: Counter) -> None:
    _given(counter)
    counter.give(CheckIn(_given(counter), GRID_WEST))
    kinds = {fact.kind for fact in counter.facts}
    assert kinds == {Kind.CHECK}
