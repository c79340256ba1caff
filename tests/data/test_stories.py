"""Two true stories, from the first word to the closed case."""

from __future__ import annotations

import pytest

from console.codec import decode, encode
from console.domain.access import Role
from console.domain.alarm import Alarm, AlarmState
from console.domain.attachment import PhotoGroup
from console.domain.bodies import VideoFinding
from console.domain.case import Case, CaseSource, CaseState, Stage
from console.domain.case_commands import AttachFile, TickItem
from console.domain.case_log import Action
from console.domain.commands import (
    AddNote,
    AdvanceCase,
    ChangeLevel,
    Command,
    DispatchCase,
    OpenCase,
)
from console.domain.refusal import Refusal
from console.domain.sla import ClockKind
from console.services.core import ResultCode
from console.services.hub_core import Core
from tests.data.conftest import actor
from tests.data.feeder import Feeder, Watch, facts
from tests.data.town import CAMERA

pytestmark = pytest.mark.both_engines


class Centre:
    """The people of the centre; everybody acts on what is shown to them at that moment."""

    def __init__(self, core: Core, watch: Watch) -> None:
        self._core = core
        self._watch = watch
        self._count = 0

    def case(self, number: str) -> Case:
        [row] = self._core.query(actor(), "case", encode({"number": number}))
        return decode(row, Case)

    def give(self, minutes: float, role: Role, command: Command) -> str:
        """Returns what the command returned, or why it was refused."""
        self._watch.on(minutes=minutes)
        self._count += 1
        kind, who = type(command).__name__, actor(role, role.value)
        result, _ = self._core.command(who, f"{self._count}", kind, encode(command))
        return result.data.get("case", "") if result.code is ResultCode.OK else result.reason

    def advance(self, minutes: float, role: Role, number: str, action: Action) -> str:
        version = self.case(number).version
        return self.give(minutes, role, AdvanceCase(number, version, action, "依规"))

    def dispatch(self, minutes: float, number: str, unit: str) -> str:
        version = self.case(number).version
        command = DispatchCase(number, version, unit, "")
        return self.give(minutes, Role.SHIFT_LEADER, command)


def test_a_fall_seen_on_camera(core: Core, feeder: Feeder, watch: Watch) -> None:
    centre = Centre(core, watch)
    body = VideoFinding(CAMERA, "fall", "有人倒地", "G02", 0.92)
    _, items = core.take([feeder.batch(feeder.item("video.finding", body, severity=2))])
    alarm = facts(items)[0].row
    assert isinstance(alarm, Alarm)
    assert items[0].urgent
    command = OpenCase(
        alarm.title, "G02", 2, CaseSource.VIDEO_PATROL, None, "", "", "", "", "", alarm.id
    )
    number = centre.give(1, Role.OPERATOR, command)
    case = centre.case(number)
    assert (case.cameras[0], case.opening.place) == (CAMERA, alarm.place)
    assert core.facts_after(core.head - 1, 1)[0].data.count(AlarmState.ACKNOWLEDGED.value.encode())

    # Help goes out at once; the paperwork follows.
    assert centre.dispatch(1, number, "patrol-1") == ""
    assert centre.case(number).paperwork_due
    for action in (Action.ACCEPTED, Action.SET_OUT, Action.ARRIVED, Action.HANDLING):
        assert centre.advance(1, Role.STREET_SEAT, number, action) == ""
    assert centre.case(number).stage is Stage.JOINTLY_HANDLED
    assert centre.advance(170, Role.STREET_SEAT, number, Action.HANDLED) == ""
    assert centre.advance(1, Role.VERIFIER, number, Action.CLOSED) == Refusal.PAPERWORK_DUE.value
    assert centre.advance(1, Role.OPERATOR, number, Action.FILED) == ""
    assert centre.advance(9, Role.VERIFIER, number, Action.CLOSED) == Refusal.CHECKLIST_OPEN.value
    assert centre.give(0, Role.OPERATOR, TickItem(number, "拨打120")) == ""
    assert centre.advance(0, Role.VERIFIER, number, Action.CLOSED) == ""
    case = centre.case(number)
    assert case.state is CaseState.CLOSED
    met = {clock.kind: clock.met_at for clock in case.clocks}
    assert set(met) >= {ClockKind.TAKE_IN, ClockKind.ON_SCENE, ClockKind.HANDLED}
    assert None not in met.values()


def test_a_missing_elder(core: Core, feeder: Feeder, watch: Watch) -> None:
    centre = Centre(core, watch)

    def field(minutes: float, action: Action, by: str = "值班长陈某", **args: str) -> None:
        watch.on(minutes=minutes)
        core.take([feeder.batch(feeder.progress("S01", action, by, **args))])

    _, items = core.take([feeder.batch(feeder.report("S01", 3))])
    number = facts(items)[0].key
    assert centre.advance(6, Role.OPERATOR, number, Action.FILED) == ""
    assert centre.dispatch(1, number, "patrol-1") == ""
    field(2, Action.ACCEPTED, "patrol-1")
    field(1, Action.SET_OUT, "patrol-1")
    for sector in ("1 广场", "2 步道", "3 菜场"):
        field(1, Action.SECTOR_ADDED, sector=sector)
    field(10, Action.ARRIVED, "patrol-1")
    field(1, Action.HANDLING, "patrol-1")
    field(1, Action.CO_HANDLER_ADDED, holder="消防一队")
    version = centre.case(number).version
    raised = ChangeLevel(number, version, 2, "超过四小时未找到")
    assert centre.give(240, Role.SHIFT_LEADER, raised) == ""
    assert centre.dispatch(1, number, "fire-1") == ""
    for sector in ("1 广场", "3 菜场"):
        field(60, Action.SECTOR_CLEARED, "网格员王某", sector=sector)
    case = centre.case(number)
    assert (case.level, case.units) == (2, ("patrol-1", "fire-1"))
    assert [sector.name for sector in case.sectors if not sector.cleared] == ["2 步道"]
    assert centre.give(1, Role.COMMANDER, AddNote(number, "继续搜索")) == ""
    field(60, Action.HANDLED, "patrol-1")
    refused = centre.advance(5, Role.VERIFIER, number, Action.CLOSED)
    assert refused == Refusal.CO_HANDLERS_OPEN.value
    field(5, Action.CO_HANDLER_DONE, "fire-1", holder="消防一队")
    for group in (PhotoGroup.BEFORE, PhotoGroup.AFTER):
        photo = AttachFile(number, group, f"{group}.jpg", "ab" * 32, 240_000)
        assert centre.give(1, Role.STREET_SEAT, photo) == ""
    assert centre.advance(5, Role.VERIFIER, number, Action.CLOSED) == ""
    case = centre.case(number)
    assert case.state is CaseState.CLOSED
    assert not [entry for entry in case.log if "refused" in entry.args]
