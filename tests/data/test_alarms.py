"""Alarms fold, latch, name their cameras and lead to cases."""

from __future__ import annotations

from datetime import timedelta

import pytest

from console.codec import encode
from console.domain.access import Role
from console.domain.alarm import Alarm, AlarmState
from console.domain.bodies import VideoFinding
from console.domain.case import Case, CaseSource
from console.domain.commands import AcknowledgeAlarm, OpenCase
from console.domain.event import EventStatus, MessageType
from console.domain.facts import Kind
from console.domain.refusal import Refusal
from console.services.core import CommandResult, FeedItem, ResultCode
from console.services.hub_core import Core
from tests.data.conftest import actor
from tests.data.feeder import Feeder, Watch, facts
from tests.data.town import EAST, GRID_WEST, WEST, town


def alarms(items: list[FeedItem]) -> list[Alarm]:
    return [fact.row for fact in facts(items) if isinstance(fact.row, Alarm)]


def raised(core: Core, feeder: Feeder, **more: object) -> Alarm:
    _, items = core.take([feeder.batch(feeder.level(**more))])
    return alarms(items)[0]


def acknowledge(
    core: Core, alarm: Alarm, cmd_id: str = "1", street: str = WEST
) -> tuple[CommandResult, list[FeedItem]]:
    args = encode(AcknowledgeAlarm(alarm.id, alarm.version))
    return core.command(actor(Role.STREET_SEAT, street=street), cmd_id, "AcknowledgeAlarm", args)


def opening(alarm: Alarm) -> OpenCase:
    return OpenCase("积水", "C01", 2, CaseSource.SENSOR, None, "", "", "", "", "", alarm.id)


def test_an_alarm_says_where_what_and_who_looks(core: Core, feeder: Feeder) -> None:
    alarm = raised(core, feeder, severity=2)
    assert (alarm.level, alarm.value, alarm.case_type) == (2, "18 cm", "C01")
    assert (alarm.grid, alarm.street) == (GRID_WEST, WEST)
    assert alarm.state is AlarmState.UNACKNOWLEDGED
    assert len(alarm.cameras) == 8
    # Of twelve in a row the first stands west of the gauge and looks east, at it.
    assert alarm.cameras[0] == town().cameras[0].id


@pytest.mark.both_engines
def test_repeats_fold_and_a_worse_one_must_be_seen_again(
    core: Core, feeder: Feeder, watch: Watch
) -> None:
    alarm = raised(core, feeder, severity=3)
    _, items = acknowledge(core, alarm)
    assert alarms(items)[0].state is AlarmState.ACKNOWLEDGED
    watch.on(minutes=1)
    _, items = core.take([feeder.batch(feeder.level(20, severity=3), feeder.level(22, severity=2))])
    same, worse = alarms(items)
    assert (same.id, same.count, same.value, same.state) == (
        alarm.id,
        2,
        "20 cm",
        AlarmState.ACKNOWLEDGED,
    )
    assert (worse.count, worse.level, worse.state) == (3, 2, AlarmState.UNACKNOWLEDGED)
    assert [item.urgent for item in items] == [False, True]


def test_an_exercise_never_folds_into_the_real_thing(core: Core, feeder: Feeder) -> None:
    real = raised(core, feeder)
    drill = raised(core, feeder, status=EventStatus.EXERCISE)
    assert drill.id != real.id


def test_an_alarm_that_is_over_stays_until_it_was_seen(core: Core, feeder: Feeder) -> None:
    alarm = raised(core, feeder)
    _, items = core.take([feeder.batch(feeder.level(3, message=MessageType.CANCEL))])
    assert alarms(items)[0].state is AlarmState.RETURNED
    result, items = acknowledge(core, alarms(items)[0])
    assert result.code is ResultCode.OK
    assert alarms(items)[0].state is AlarmState.NORMAL
    # The next report of the same thing is another alarm.
    assert raised(core, feeder).id != alarm.id


def test_back_to_normal_without_an_alarm_is_taken_in_and_nothing_more(
    core: Core, feeder: Feeder
) -> None:
    _, items = core.take([feeder.batch(feeder.level(3, message=MessageType.CANCEL))])
    assert [(fact.name, fact.row) for fact in facts(items)] == [("EventTaken", None)]


def test_the_camera_that_saw_it_comes_first(core: Core, feeder: Feeder) -> None:
    seen_by = town().cameras[7].id
    body = VideoFinding(seen_by, "fall", "有人倒地", "G02", 0.92)
    _, items = core.take([feeder.batch(feeder.item("video.finding", body, key=seen_by))])
    alarm = alarms(items)[0]
    assert alarm.cameras[0] == seen_by
    assert (alarm.value, alarm.place) == ("92%", town().cameras[7].place)
    crowd = VideoFinding(seen_by, "crowd", "人员聚集", "H01", 0.8, 151)
    _, items = core.take([feeder.batch(feeder.item("video.finding", crowd, key=seen_by))])
    assert alarms(items)[0].id != alarm.id
    assert alarms(items)[0].value == "151"


def test_acknowledging_needs_the_present_version_and_the_own_street(
    core: Core, feeder: Feeder
) -> None:
    alarm = raised(core, feeder)
    result, items = acknowledge(core, alarm, "1", EAST)
    assert (result.code, result.reason) == (ResultCode.NOT_ALLOWED, Refusal.OTHER_STREET.value)
    core.take([feeder.batch(feeder.level())])
    result, _ = acknowledge(core, alarm, "2")
    assert result.code is ResultCode.VERSION_CONFLICT
    assert items == []


def test_a_case_opened_from_an_alarm_takes_over_what_it_knows(core: Core, feeder: Feeder) -> None:
    alarm = raised(core, feeder, severity=2)
    result, items = core.command(actor(), "1", "OpenCase", encode(opening(alarm)))
    assert result.code is ResultCode.OK
    case_fact, alarm_fact = facts(items)
    case, linked = case_fact.row, alarm_fact.row
    assert isinstance(case, Case)
    assert isinstance(linked, Alarm)
    assert result.data == {"case": case.number}
    assert (case.opening.place, case.opening.grid) == (alarm.place, alarm.grid)
    assert case.alarms == (alarm.id,)
    assert set(case.cameras) == set(alarm.cameras)
    assert (linked.case, linked.state) == (case.number, AlarmState.ACKNOWLEDGED)
    result, _ = core.command(actor(), "2", "OpenCase", encode(opening(alarm)))
    assert result.reason == Refusal.ALREADY_OPENED.value


@pytest.mark.both_engines
def test_an_alarm_that_is_over_leaves_the_snapshot_after_an_hour(
    core: Core, feeder: Feeder, watch: Watch
) -> None:
    alarm = raised(core, feeder)
    acknowledge(core, alarm)
    core.take([feeder.batch(feeder.level(3, message=MessageType.CANCEL))])

    def shown() -> bool:
        rows = facts([FeedItem(0, row, False) for row in core.snapshot()[1]])
        return alarm.id in {fact.key for fact in rows if fact.kind is Kind.ALARM}

    assert shown()
    watch.on(minutes=59)
    assert shown()
    watch.now += timedelta(minutes=2)
    assert not shown()
