"""A store that cannot write: told at once, alive meanwhile, well again by itself."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from console.domain.alarm import AlarmState
from console.errors import DatabaseUnusable, DiskFull
from console.services.hub_core import Core
from data.opened_core import OpenedCore
from tests.data.feeder import Feeder, Watch, facts
from tests.data.town import town

pytestmark = pytest.mark.expects_log("does not take writes")


@pytest.fixture
def full(open_store: Callable[..., OpenedCore], watch: Watch) -> OpenedCore:
    """A store on a disk with little room left, filled up."""
    opened = open_store(max_pages=130)
    opened.core.import_district(town())
    _fill(opened, watch)
    return opened


def _fill(opened: OpenedCore, watch: Watch) -> None:
    feeder = Feeder(watch, source=f"source-{uuid.uuid4()}")
    try:
        for _ in range(99):
            opened.core.take([feeder.batch(*(feeder.report(f"R{n}") for n in range(50)))])
    except DiskFull:
        return
    raise AssertionError("the disk never filled up")


def _room(opened: OpenedCore) -> None:
    opened.database.driver.execute("PRAGMA max_page_count = 1073741823")


def _rows(core: Core, watch: Watch) -> dict[str, object]:
    return {fact.name: fact.row for fact in facts(core.tick(watch.on(seconds=1)))}


def test_a_full_disk_is_an_alarm_within_a_tick(full: OpenedCore, watch: Watch) -> None:
    told = _rows(full.core, watch)
    assert told["HealthMeasured"].write_failed == "E-DISK-FULL"
    alarm = told["AlarmRaised"]
    assert (alarm.level, alarm.type, alarm.state) == (1, "system.store", AlarmState.UNACKNOWLEDGED)
    assert "AlarmRaised" not in _rows(full.core, watch)
    repeats = []
    for _ in range(10):
        _fill(full, watch)
        repeats.append(_rows(full.core, watch).get("AlarmRepeated"))
    [repeated] = [one for one in repeats if one is not None]
    assert (repeated.id, repeated.count) == (alarm.id, 2)


def test_it_is_well_again_by_itself_and_the_episode_is_on_record(
    full: OpenedCore, watch: Watch, folder: Path
) -> None:
    raised = _rows(full.core, watch)["AlarmRaised"]
    assert _rows(full.core, watch)["HealthMeasured"].write_failed == "E-DISK-FULL"
    _room(full)
    told = _rows(full.core, watch)
    assert told["HealthMeasured"].write_failed == ""
    assert (told["AlarmReturned"].id, told["AlarmReturned"].state) == (
        raised.id,
        AlarmState.RETURNED,
    )
    again = Feeder(watch, epoch=2)
    [intake], _ = full.core.take([again.batch(again.level())])
    assert intake.acked == 1
    assert "AlarmReturned" not in _rows(full.core, watch)
    full.close()
    with closing(sqlite3.connect(folder / "hub.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        states = connection.execute("SELECT state FROM alarm WHERE id = ?", (raised.id,)).fetchall()
    assert states == [(AlarmState.RETURNED.value,)]


def test_a_link_that_goes_down_meanwhile_is_told(full: OpenedCore, watch: Watch) -> None:
    full.core.link_changed("grid-app", True, 1.0, 0.0)
    told = facts(full.core.link_changed("grid-app", False, 1.0, 0.0))
    assert [(fact.key, fact.row.state.value) for fact in told][-1] == ("grid-app", "down")


def test_a_read_only_database_is_told_likewise(
    store: OpenedCore, watch: Watch, feeder: Feeder
) -> None:
    store.database.driver.execute("PRAGMA query_only = ON")
    with pytest.raises(DatabaseUnusable):
        store.core.take([feeder.batch(feeder.level())])
    assert _rows(store.core, watch)["HealthMeasured"].write_failed == "E-DB"
    store.database.driver.execute("PRAGMA query_only = OFF")
    watch.on(seconds=2)
    assert _rows(store.core, watch)["HealthMeasured"].write_failed == ""


def test_without_a_failure_there_is_no_alarm(store: OpenedCore, watch: Watch) -> None:
    """The negative control."""
    told = _rows(store.core, watch)
    assert told["HealthMeasured"].write_failed == ""
    assert not [name for name in told if name.startswith("Alarm")]
