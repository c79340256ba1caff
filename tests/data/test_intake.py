"""Sequence rules, exactly one fact an event, and nothing left of what failed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.config import DatabaseSettings
from console.domain.access import Role
from console.domain.alarm import Alarm
from console.domain.bodies import UnitPosition
from console.domain.case_log import Action
from console.domain.event import Event
from console.domain.link import LinkClass
from console.errors import CursorPruned, NotAllowed, StaleEpoch
from console.services.core import FeedItem
from console.services.field_units import FieldUnits
from console.services.hub_core import Core
from console.services.retention import Retention
from console.services.work import Work
from data.opened_core import OpenedCore
from data.repositories.event_log import SqlEventLog
from tests.data.conftest import Rows, actor
from tests.data.feeder import PHONE, Feeder, Watch, facts, settled
from tests.data.town import town

pytestmark = pytest.mark.both_engines


def origins(items: list[FeedItem]) -> list[int]:
    return [fact.origin.sequence for fact in facts(items) if fact.origin]


def test_what_comes_in_order_is_acknowledged(core: Core, feeder: Feeder, rows: Rows) -> None:
    batch = feeder.batch(feeder.position(), feeder.report(), feeder.level())
    [intake], items = core.take([batch])
    assert (intake.acked, intake.want, intake.quarantined) == (3, 0, ())
    assert [row[0] for row in rows("SELECT seq FROM event ORDER BY gseq")] == [1, 2, 3]
    assert origins(items) == [1, 2, 3]


def test_a_repeat_changes_nothing(core: Core, feeder: Feeder, rows: Rows) -> None:
    batch = feeder.batch(feeder.report(), feeder.level())
    core.take([batch])
    [intake], items = core.take([batch])
    assert (intake.acked, intake.quarantined, items) == (2, (), [])
    assert rows("SELECT count(*) FROM event") == [(2,)]
    assert rows("SELECT duplicates FROM source_mark") == [(2,)]


def test_a_hole_is_asked_for_and_what_follows_is_dropped(core: Core, feeder: Feeder) -> None:
    first, missing, third = feeder.level(), feeder.level(), feeder.level()
    [intake], items = core.take([feeder.batch(first, third)])
    assert (intake.acked, intake.want) == (1, 2)
    assert origins(items) == [1]
    [intake], items = core.take([feeder.batch(missing, third)])
    assert (intake.acked, intake.want) == (3, 0)
    assert origins(items) == [2, 3]


def test_a_number_used_for_something_else_is_quarantined(
    core: Core, feeder: Feeder, rows: Rows
) -> None:
    core.take([feeder.batch(feeder.level())])
    other = feeder.batch(feeder.level(99, sequence=1))
    [intake], items = core.take([other])
    assert (intake.acked, intake.quarantined) == (1, ((1, "SEQ_REUSE"),))
    assert [fact.name for fact in facts(items)] == ["AlarmRaised"]
    core.take([other])
    assert rows("SELECT seq, code FROM quarantine") == [(1, "SEQ_REUSE")]


def test_an_id_used_twice_is_quarantined_and_the_number_taken(
    core: Core, feeder: Feeder, watch: Watch
) -> None:
    first = feeder.level()
    again = feeder.level(event_id=first.event.id)
    [intake], _ = core.take([feeder.batch(first, again, feeder.level())])
    assert (intake.acked, intake.quarantined) == (3, ((2, "DUP_ID"),))
    elsewhere = Feeder(watch, "other")
    [intake], _ = core.take([elsewhere.batch(elsewhere.level(event_id=first.event.id))])
    assert intake.quarantined == ((1, "DUP_ID"),)


def test_a_refused_item_takes_its_number_and_keeps_its_head(
    core: Core, feeder: Feeder, rows: Rows
) -> None:
    batch = feeder.batch(feeder.bad("SCHEMA", b"x" * 9000), feeder.level())
    [intake], _ = core.take([batch])
    assert (intake.acked, intake.quarantined) == (2, ((1, "SCHEMA"),))
    stored = rows("SELECT seq, code, size, length(head), length(sha256) FROM quarantine")
    assert stored == [(1, "SCHEMA", 9000, 4096, 32)]
    [intake], items = core.take([batch])
    assert (intake.quarantined, items) == ((), [])


def test_every_fact_has_its_place(core: Core, feeder: Feeder) -> None:
    _, items = core.take([feeder.batch(feeder.report(), feeder.position("nobody"))])
    assert [item.gseq for item in items] == list(range(core.head - 1, core.head + 1))
    taken = facts(items)[-1]
    assert (taken.name, taken.row) == ("EventTaken", None)
    assert core.facts_after(items[0].gseq - 1, 10) == items


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.sampled_from(["level", "report", "position", "unknown", "bad"]), max_size=12))
def test_exactly_one_fact_carries_each_event(core: Core, watch: Watch, kinds: list[str]) -> None:
    feeder = Feeder(watch, f"source-{core.head}")
    make = {
        "level": feeder.level,
        "report": feeder.report,
        "position": feeder.position,
        "unknown": lambda: feeder.progress("nothing", Action.NOTED),
        "bad": feeder.bad,
    }
    items = [make[kind]() for kind in kinds]
    [intake], told = core.take([feeder.batch(*items)])
    good = [n for n, kind in enumerate(kinds, start=1) if kind != "bad"]
    assert origins(told) == good
    assert intake.acked == len(kinds)


def test_a_failed_commit_leaves_nothing_and_the_repeat_succeeds(
    core: Core, feeder: Feeder, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    core.take([feeder.batch(feeder.level())])
    head, snapshot = core.head, settled(core)
    batch = feeder.batch(feeder.report(), feeder.level(20), feeder.position())
    with monkeypatch.context() as broken:
        broken.setattr(SqlEventLog, "flush", _fail)
        with pytest.raises(RuntimeError, match="power cut"):
            core.take([batch])
    assert core.head == head
    assert settled(core) == snapshot
    assert rows("SELECT count(*) FROM event") == [(1,)]
    assert rows("SELECT count(*) FROM case_file") == [(0,)]
    [intake], items = core.take([batch])
    assert intake.acked == 4
    assert origins(items) == [2, 3, 4]
    assert items[0].gseq == head + 1


def test_without_clearing_caches_the_hub_would_show_what_is_not_stored(
    store: OpenedCore, feeder: Feeder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: the caches are what the rollback has to undo."""
    core = store.core
    before = settled(core)
    with monkeypatch.context() as broken:
        broken.setattr(SqlEventLog, "flush", _fail)
        broken.setattr("data.repositories.district_rows.SqlDistrictRows.clear", _nothing)
        with pytest.raises(RuntimeError):
            core.take([feeder.batch(feeder.position())])
    assert settled(core) != before


def _fail(_self: object) -> None:
    raise RuntimeError("power cut")


def _nothing(_self: object) -> None:
    pass


@pytest.mark.expects_log("handler failed: ZeroDivisionError")
def test_an_event_that_breaks_its_handler_is_quarantined_and_the_others_go_on(
    open_store: Callable[[], OpenedCore], feeder: Feeder, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = FieldUnits.position

    def breaks(self: FieldUnits, work: Work, event: Event, body: UnitPosition) -> None:
        if body.lon == 0:
            raise ZeroDivisionError
        original(self, work, event, body)

    monkeypatch.setattr(FieldUnits, "position", breaks)
    core = open_store().core
    batch = feeder.batch(feeder.position(), feeder.position(lon=0), feeder.report())
    [intake], items = core.take([batch])
    assert (intake.acked, intake.quarantined) == (3, ((2, "INTERNAL"),))
    assert origins(items) == [1, 3]


def test_a_gap_is_stored_and_told(core: Core, feeder: Feeder, rows: Rows) -> None:
    assert core.high_water("grid-app", 1, 1) == 0
    assert core.high_water("grid-app", 1, 8) == 7
    assert rows("SELECT src, ep, first, last FROM gap") == [("grid-app", 1, 1, 7)]
    [alarm, link] = facts(core.link_changed("grid-app", True, 2.0, 0.0))
    assert isinstance(alarm.row, Alarm)
    assert (alarm.row.type, alarm.row.value) == ("system.gap", "7")
    assert link.name == "LinkUp"
    [intake], _ = core.take([feeder.batch(feeder.level(sequence=8))])
    assert intake.acked == 8


def test_an_old_epoch_is_refused(core: Core) -> None:
    assert core.high_water("grid-app", 5, 1) == 0
    with pytest.raises(StaleEpoch):
        core.high_water("grid-app", 4, 1)
    assert core.high_water("grid-app", 6, 0) == 0


def test_marks_outlive_the_hub(
    store: OpenedCore,
    feeder: Feeder,
    open_store: Callable[[], OpenedCore],
    server: DatabaseSettings | None,
) -> None:
    store.core.take([feeder.batch(feeder.report(), feeder.level())])
    head, epoch = store.core.head, store.core.hub_epoch
    _, before = store.core.snapshot()
    store.close()
    again = open_store().core
    assert again.high_water("grid-app", 1, 1) == 2
    assert again.head == head
    # On a server every hub is another generation, so that the one before cannot write any more.
    assert (again.hub_epoch == epoch) is (server is None)
    assert [row for row in again.snapshot()[1] if b'"kind":"case"' in row] == [
        row for row in before if b'"kind":"case"' in row
    ]


def test_pruned_facts_are_told_as_gone(
    open_store: Callable[..., OpenedCore], feeder: Feeder, watch: Watch
) -> None:
    core = open_store(retention=Retention(facts=5)).core
    core.import_district(town())
    core.take([feeder.batch(*(feeder.position() for _ in range(20)))])
    core.tick(watch.on(seconds=2))
    assert [item.gseq for item in core.facts_after(core.head - 5, 9)] == list(
        range(core.head - 4, core.head + 1)
    )
    with pytest.raises(CursorPruned):
        core.facts_after(core.head - 7, 9)


def test_rates_and_links_are_measured(core: Core, feeder: Feeder, watch: Watch) -> None:
    core.link_changed("grid-app", True, 3.0, 1.0)
    core.take([feeder.batch(*(feeder.position() for _ in range(30)))])
    told = facts(core.tick(watch.on(seconds=1)))
    link = next(fact.row for fact in told if fact.name == "LinkMeasured")
    health = next(fact.row for fact in told if fact.name == "HealthMeasured")
    assert (link.rate, link.acked, link.name) == (3.0, 30, "网格员上报")
    assert (health.rate, health.events_total) == (3.0, 30)
    assert all(fact.gseq == 0 for fact in told)
    assert core.tick(watch.on(seconds=0.5)) == []


def test_a_link_tells_what_waits_at_its_source_and_what_it_can_promise(
    core: Core, feeder: Feeder, watch: Watch
) -> None:
    core.introduced("grid-app", LinkClass.NO_GAP_DETECTION, 1200)
    core.take([feeder.batch(*(feeder.position() for _ in range(30)))])
    told = facts(core.tick(watch.on(seconds=1)))
    link = next(fact.row for fact in told if fact.name == "LinkMeasured")
    assert (link.waiting, link.promise) == (1170, LinkClass.NO_GAP_DETECTION)
    core.take([replace(feeder.batch(feeder.position()), newest=1500)])
    told = facts(core.tick(watch.on(seconds=1)))
    assert next(fact.row for fact in told if fact.name == "LinkMeasured").waiting == 1469


def test_lag_is_the_way_of_the_newest_event_the_clocks_aside(
    core: Core, feeder: Feeder, watch: Watch
) -> None:
    core.link_changed("grid-app", True, 3.0, 200.0)
    first, late = feeder.position(), feeder.position()
    sent_at = watch() - timedelta(seconds=40)
    late = late._replace(event=late.event._replace(sent_at=sent_at))
    core.take([feeder.batch(first, late)])
    told = facts(core.tick(watch.on(seconds=1)))
    assert next(fact.row for fact in told if fact.name == "LinkMeasured").lag_ms == 40_200.0
    core.take([feeder.batch(late)])
    core.take([feeder.batch(feeder.position())])
    told = facts(core.tick(watch.on(seconds=1)))
    assert next(fact.row for fact in told if fact.name == "LinkMeasured").lag_ms == 40_200.0


def test_the_quarantine_can_be_read_without_its_content(core: Core, feeder: Feeder) -> None:
    core.take([feeder.batch(feeder.bad("SCHEMA", PHONE.encode()))])
    [row] = core.query(actor(Role.SHIFT_LEADER), "quarantine", b"{}")
    assert b'"code":"SCHEMA"' in row
    assert PHONE.encode() not in row
    with pytest.raises(NotAllowed):
        core.query(actor(Role.OPERATOR), "quarantine", b"{}")


def test_a_link_that_could_not_be_noted_is_told_the_next_time(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("data.repositories.fact_log.SqlFactLog.flush", _fail)
        with pytest.raises(RuntimeError, match="power cut"):
            core.link_changed("grid-app", True, 1.0, 0.0)
    assert [fact.name for fact in facts(core.link_changed("grid-app", True, 1.0, 0.0))] == [
        "LinkUp"
    ]
    assert core.link_changed("grid-app", True, 2.0, 0.0) == []
    assert [fact.name for fact in facts(core.link_changed("grid-app", False, 0.0, 0.0))] == [
        "LinkDown"
    ]
