"""Alarms are put aside and come back, are silenced and annotated; filters wait, restarts do not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from console.domain.access import Role
from console.domain.alarm import Alarm, AlarmState
from console.domain.alarm_commands import (
    AcknowledgeGroup,
    MuteAlarm,
    NoteAlarm,
    PutBackInService,
    ShelveAlarm,
    TakeOutOfService,
    UnshelveAlarm,
)
from console.domain.alarm_rules import AlarmRules
from console.domain.commands import AcknowledgeAlarm
from console.domain.event import EventStatus, MessageType
from console.domain.refusal import Refusal
from console.services.core import ResultCode
from console.services.hub_core import Core
from data.opened_core import OpenedCore
from tests.data.alarm_kit import MINUTE, OPERATOR, Desk, alarms, over, reading
from tests.data.conftest import RESOURCES, actor
from tests.data.feeder import Feeder, Watch
from tests.data.town import EAST, town


@pytest.fixture
def desk(core: Core, watch: Watch) -> Desk:
    return Desk(core, watch)


def raised(core: Core, feeder: Feeder, level: int = 3, key: str = "gas-1") -> Alarm:
    return alarms(core.take([feeder.batch(reading(feeder, key, level=level))])[1])[-1]


def shelving(alarm: Alarm, minutes: int = 10, reason: str = "检修") -> ShelveAlarm:
    return ShelveAlarm(alarm.id, alarm.state, alarm.level, minutes, reason)


def test_a_shelved_alarm_is_quiet_and_comes_back_by_itself(
    core: Core, feeder: Feeder, watch: Watch, desk: Desk
) -> None:
    alarm = raised(core, feeder, 2)
    assert desk.urgent() == [alarm.id]
    result, [shelved] = desk.give(shelving(alarm, reason="13812345678报修"), OPERATOR)
    assert result.code is ResultCode.OK
    assert (shelved.state, shelved.open, shelved.standing) == (AlarmState.SHELVED, True, False)
    assert shelved.suppression is not None
    assert shelved.suppression.until == watch.now + 10 * MINUTE
    assert "138****5678" in shelved.suppression.reason
    assert desk.urgent() == []
    [quiet] = alarms(core.take([feeder.batch(reading(feeder, level=2))])[1])
    assert (quiet.state, quiet.count) == (AlarmState.SHELVED, 2)
    assert desk.pass_time(minutes=9) == []
    [(name, back)] = desk.pass_time(minutes=1)
    assert (name, back.state, back.suppression) == (
        "AlarmUnshelved",
        AlarmState.UNACKNOWLEDGED,
        None,
    )
    assert desk.urgent() == [alarm.id]


def test_what_was_missed_on_the_shelf_is_told_and_what_was_not_is_done_with(
    core: Core, feeder: Feeder, desk: Desk
) -> None:
    seen, missed = raised(core, feeder), raised(core, feeder, key="gas-2")
    desk.give(shelving(seen))
    desk.give(shelving(missed))
    desk.pass_time(minutes=1)
    core.take([feeder.batch(reading(feeder, "gas-2"), over(feeder, "gas-2"), over(feeder))])
    desk.pass_time(minutes=2)
    back = {alarm.id: alarm.state for _, alarm in desk.pass_time(minutes=10)}
    assert back == {seen.id: AlarmState.NORMAL, missed.id: AlarmState.RETURNED}


def test_a_worse_level_breaks_the_shelf(core: Core, feeder: Feeder, desk: Desk) -> None:
    alarm = raised(core, feeder, 3)
    desk.give(shelving(alarm))
    [worse] = alarms(core.take([feeder.batch(reading(feeder, level=1))])[1])
    assert (worse.state, worse.level, worse.suppression) == (AlarmState.UNACKNOWLEDGED, 1, None)


def test_a_shelf_needs_a_reason_a_bounded_time_and_the_alarm_as_it_was_seen(
    core: Core, feeder: Feeder, desk: Desk
) -> None:
    alarm = raised(core, feeder, 1)
    assert desk.give(shelving(alarm, reason=" "))[0].reason == Refusal.REASON_REQUIRED
    assert desk.give(shelving(alarm, 16))[0].reason == Refusal.TOO_LONG
    assert desk.give(shelving(alarm, 0))[0].reason == Refusal.INVALID
    stale = ShelveAlarm(alarm.id, AlarmState.ACKNOWLEDGED, 1, 5, "检修")
    assert desk.give(stale)[0].code is ResultCode.VERSION_CONFLICT
    blind = ShelveAlarm(alarm.id, AlarmState.UNACKNOWLEDGED, 2, 5, "检修")
    assert desk.give(blind)[0].code is ResultCode.VERSION_CONFLICT
    street = actor(Role.STREET_SEAT, "east", EAST)
    assert desk.give(shelving(alarm), street)[0].code is ResultCode.NOT_ALLOWED
    assert desk.give(UnshelveAlarm(alarm.id))[0].reason == Refusal.ALARM_STATE
    assert desk.give(shelving(alarm, 15))[0].code is ResultCode.OK
    assert desk.give(AcknowledgeAlarm(alarm.id, 2))[0].reason == Refusal.ALARM_STATE
    result, [back] = desk.give(UnshelveAlarm(alarm.id), OPERATOR)
    assert (result.code, back.state) == (ResultCode.OK, AlarmState.UNACKNOWLEDGED)


def test_a_chattering_alarm_can_be_shelved_though_its_version_never_stands_still(
    core: Core, feeder: Feeder, desk: Desk
) -> None:
    alarm = raised(core, feeder)
    core.take([feeder.batch(*(reading(feeder) for _ in range(5)))])
    assert desk.give(shelving(alarm))[0].code is ResultCode.OK


def test_out_of_service_lasts_until_it_is_put_back(core: Core, feeder: Feeder, desk: Desk) -> None:
    alarm = raised(core, feeder)
    out = TakeOutOfService(alarm.id, alarm.state, alarm.level, "换探头")
    assert desk.give(out, OPERATOR)[0].code is ResultCode.NOT_ALLOWED
    result, [taken] = desk.give(out)
    assert (result.code, taken.state) == (ResultCode.OK, AlarmState.OUT_OF_SERVICE)
    [tested] = alarms(core.take([feeder.batch(reading(feeder, level=1))])[1])
    assert (tested.state, tested.count) == (AlarmState.OUT_OF_SERVICE, 2)
    assert desk.pass_time(hours=100) == []
    result, [back] = desk.give(PutBackInService(alarm.id))
    assert (result.code, back.state) == (ResultCode.OK, AlarmState.UNACKNOWLEDGED)


def test_mute_and_note_are_shared_and_end_with_the_state(
    core: Core, feeder: Feeder, watch: Watch, desk: Desk
) -> None:
    alarm = raised(core, feeder, 2)
    _, [muted] = desk.give(MuteAlarm(alarm.id, alarm.state, 2, 5), OPERATOR)
    _, [noted] = desk.give(NoteAlarm(alarm.id, "已电话联系 13812345678"), OPERATOR)
    assert (noted.mute, noted.sounding) == (muted.mute, False)
    assert noted.note is not None
    assert noted.note.text == "已电话联系 138****5678"
    [(name, again)] = desk.pass_time(minutes=5)
    assert (name, again.mute, again.note) == ("AlarmUnmuted", None, noted.note)
    desk.give(MuteAlarm(alarm.id, alarm.state, 2, 5))
    _, [seen] = desk.give(AcknowledgeAlarm(alarm.id, again.version + 1))
    assert (seen.state, seen.mute, seen.note) == (AlarmState.ACKNOWLEDGED, None, None)
    assert desk.give(MuteAlarm(alarm.id, seen.state, 2, 5))[0].reason == Refusal.ALARM_STATE


def test_a_worse_level_sounds_through_a_mute(core: Core, feeder: Feeder, desk: Desk) -> None:
    alarm = raised(core, feeder, 3)
    desk.give(MuteAlarm(alarm.id, alarm.state, 3, 5))
    [worse] = alarms(core.take([feeder.batch(reading(feeder, level=2))])[1])
    assert worse.sounding


def test_what_chatters_is_one_alarm_that_returns_when_it_is_quiet(
    core: Core, feeder: Feeder, desk: Desk
) -> None:
    alarm = raised(core, feeder, 2)
    for _ in range(5):
        core.take([feeder.batch(over(feeder), reading(feeder, level=2))])
        desk.pass_time(seconds=10)
    core.take([feeder.batch(over(feeder))])
    assert desk.pass_time(seconds=59) == []
    [(name, gone)] = desk.pass_time(seconds=1)
    assert (name, gone.id, gone.state, gone.count) == (
        "AlarmReturned",
        alarm.id,
        AlarmState.RETURNED,
        6,
    )


RULES = """
[type."sensor.gas"]
on_delay_s = 30
[type."sensor.smoke"]
count = 3
window_s = 60
latch = false
[longest_shelf_min]
1 = 1
2 = 1
3 = 1
4 = 1
[longest_mute_min]
1 = 1
2 = 1
3 = 1
4 = 1
"""


@pytest.fixture
def strict(folder: Path, watch: Watch, tmp_path: Path) -> Callable[[], OpenedCore]:
    """Opens a store whose rules wait before they raise."""
    resources = tmp_path / "resources"
    resources.mkdir()
    for name in ("case_types.toml", "time_limits.toml"):
        (resources / name).write_bytes((RESOURCES / name).read_bytes())
    (resources / "alarm_rules.toml").write_text(RULES, encoding="utf-8")
    return lambda: OpenedCore(folder, resources, watch)


def test_delay_and_count_filters_wait_and_survive_a_restart(
    strict: Callable[[], OpenedCore], feeder: Feeder, watch: Watch
) -> None:
    with strict() as opened:
        core, desk = opened.core, Desk(opened.core, watch)
        core.import_district(town())
        long, short = reading(feeder), (reading(feeder, "gas-9"), over(feeder, "gas-9"))
        smoke = [reading(feeder, "smoke-1", "sensor.smoke") for _ in range(2)]
        _, items = core.take([feeder.batch(long, *short, *smoke)])
        assert alarms(items) == []
        [at_once] = alarms(core.take([feeder.batch(reading(feeder, "gas-2", level=1))])[1])
        assert at_once.level == 1
        assert desk.pass_time(seconds=20) == []
    with strict() as opened:
        core, desk = opened.core, Desk(opened.core, watch)
        [(_, late)] = desk.pass_time(seconds=10)
        assert (late.key, late.raised_at) == ("gas-1", watch.now)
        third = reading(feeder, "smoke-1", "sensor.smoke")
        [often] = alarms(core.take([feeder.batch(third)])[1])
        assert (often.key, often.count) == ("smoke-1", 3)
        _, items = core.take([feeder.batch(over(feeder, "smoke-1", "sensor.smoke"))])
        assert [alarm.state for alarm in alarms(items)] == [AlarmState.NORMAL]
        core.take([feeder.batch(reading(feeder, "smoke-2", "sensor.smoke"))])
        assert desk.pass_time(seconds=61) == []
        twice = [reading(feeder, "smoke-2", "sensor.smoke") for _ in range(2)]
        assert alarms(core.take([feeder.batch(*twice)])[1]) == []


def test_a_shelf_ends_on_time_though_the_hub_was_away(
    open_store: Callable[..., OpenedCore], feeder: Feeder, watch: Watch
) -> None:
    with open_store() as opened:
        opened.core.import_district(town())
        alarm = raised(opened.core, feeder)
        Desk(opened.core, watch).give(shelving(alarm))
    watch.on(minutes=30)
    with open_store() as opened:
        [(name, back)] = Desk(opened.core, watch).pass_time(seconds=1)
        assert (name, back.id) == ("AlarmUnshelved", alarm.id)


def test_a_flood_of_one_cause_gets_a_group_and_level_1_stays_out(
    core: Core, feeder: Feeder, desk: Desk
) -> None:
    ten = [reading(feeder, f"gas-{n}") for n in range(10)]
    assert all(not alarm.group for alarm in alarms(core.take([feeder.batch(*ten)])[1]))
    more = [reading(feeder, "gas-10"), reading(feeder, "gas-11", level=1)]
    drill = reading(feeder, "gas-12", status=EventStatus.EXERCISE)
    core.take([feeder.batch(*more, drill)])
    found = desk.standing().values()
    groups = {alarm.key: alarm.group for alarm in found if alarm.group}
    assert set(groups) == {f"gas-{n}" for n in range(11)}
    assert len(set(groups.values())) == 1
    [group] = set(groups.values())
    desk.pass_time(minutes=11)
    later = alarms(core.take([feeder.batch(reading(feeder, "gas-20"))])[1])
    assert [alarm.group for alarm in later] == [""]
    seen_until = max(alarm.last_at for alarm in found)
    assert desk.give(AcknowledgeGroup("group-?", seen_until))[0].reason == Refusal.UNKNOWN_ENTITY
    result, acked = desk.give(AcknowledgeGroup(group, seen_until), OPERATOR)
    assert (result.code, result.data) == (ResultCode.OK, {"count": "11"})
    assert {alarm.state for alarm in acked} == {AlarmState.ACKNOWLEDGED}
    again = desk.give(AcknowledgeGroup(group, seen_until))[0]
    assert again.reason == Refusal.ALREADY_SEEN


def test_acknowledging_a_group_leaves_what_came_after_the_look(
    core: Core, feeder: Feeder, watch: Watch, desk: Desk
) -> None:
    core.take([feeder.batch(*(reading(feeder, f"gas-{n}") for n in range(11)))])
    looked = watch.now
    watch.on(seconds=1)
    [late] = alarms(core.take([feeder.batch(reading(feeder, "gas-11"))])[1])
    assert late.group
    result, _ = desk.give(AcknowledgeGroup(late.group, looked))
    assert result.data == {"count": "11"}
    assert desk.standing()[late.id].state is AlarmState.UNACKNOWLEDGED


@pytest.mark.parametrize(
    "table",
    [
        {"default": {"on_delay": 5}},
        {"default": {"count": -1}},
        {"default": {"fold_area": "town"}},
        {"default": 5},
        {"longest_shelf_min": {"1": 5}},
    ],
)
def test_rules_that_are_wrong_are_refused(table: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        AlarmRules.from_table(table)


def test_a_cancel_of_something_else_changes_nothing(core: Core, feeder: Feeder) -> None:
    raised(core, feeder)
    item = reading(feeder, "gas-7", message=MessageType.CANCEL)
    assert alarms(core.take([feeder.batch(item)])[1]) == []
