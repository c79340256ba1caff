"""What is forgotten, when, and in how small steps."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from console.domain.access import Role
from console.services import retention
from console.services.retention import Retention
from data.opened_core import OpenedCore
from tests.data.conftest import Rows, actor
from tests.data.feeder import Feeder, Watch, facts

Opening = Callable[..., OpenedCore]


@pytest.fixture(autouse=True)
def _small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "STEP", 10)


def _count(rows: Rows, table: str) -> int:
    return int(rows(f"SELECT count(*) FROM {table}")[0][0])  # noqa: S608


@pytest.mark.both_engines
def test_old_events_go_in_small_steps_and_stay_counted(
    open_store: Opening, feeder: Feeder, watch: Watch, rows: Rows
) -> None:
    core = open_store(retention=Retention(event_days=4)).core
    core.take([feeder.batch(*(feeder.position() for _ in range(25)))])
    watch.on(days=3)
    core.take([feeder.batch(*(feeder.position() for _ in range(5)))])
    core.tick(watch.on(seconds=2))
    assert _count(rows, "event") == 30
    watch.on(days=2)
    left = []
    for _ in range(4):
        told = facts(core.tick(watch.on(seconds=2)))
        left.append(_count(rows, "event"))
    assert left == [20, 10, 5, 5]
    health = next(fact.row for fact in told if fact.name == "HealthMeasured")
    assert health.events_total == 30
    assert core.high_water("grid-app", 1, 1) == 30


@pytest.mark.both_engines
def test_too_many_events_go_whatever_their_age(
    open_store: Opening, feeder: Feeder, watch: Watch, rows: Rows
) -> None:
    core = open_store(retention=Retention(events=12)).core
    core.take([feeder.batch(*(feeder.position() for _ in range(30)))])
    for _ in range(4):
        core.tick(watch.on(seconds=2))
    assert _count(rows, "event") == 12
    assert rows("SELECT min(seq) FROM event") == [(19,)]


@pytest.mark.both_engines
def test_refusals_and_answers_go_after_their_time(
    open_store: Opening, feeder: Feeder, watch: Watch, rows: Rows
) -> None:
    core = open_store(retention=Retention(quarantine_days=90, result_days=7)).core
    core.take([feeder.batch(feeder.bad())])
    core.command(actor(Role.OPERATOR), "c1", "AddNote", b"{}")
    core.tick(watch.on(days=6))
    assert (_count(rows, "quarantine"), _count(rows, "command_result")) == (1, 1)
    core.tick(watch.on(days=2))
    assert (_count(rows, "quarantine"), _count(rows, "command_result")) == (1, 0)
    core.tick(watch.on(days=90))
    assert _count(rows, "quarantine") == 0


def test_the_first_health_tick_counts_no_table(
    open_store: Opening, feeder: Feeder, watch: Watch
) -> None:
    first = open_store()
    first.core.take([feeder.batch(*(feeder.position() for _ in range(7)))])
    first.close()
    again = open_store()
    statements: list[str] = []
    again.database.driver.set_trace_callback(statements.append)
    told = facts(again.core.tick(watch.on(seconds=2)))
    again.database.driver.set_trace_callback(None)
    assert next(fact.row for fact in told if fact.name == "HealthMeasured").events_total == 7
    assert statements
    assert not [one for one in statements if "count(" in one.lower()]
