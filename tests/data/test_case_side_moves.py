"""Side moves of cases by commands and events, on a real database."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from console.codec import decode, encode
from console.domain.access import Role
from console.domain.alarm import Alarm
from console.domain.case import Case, CaseSource, CaseState
from console.domain.case_commands import (
    AddCoHandler,
    AdvanceCoHandler,
    AnswerApproval,
    CorrectCase,
    LinkCase,
    MarkCall,
    MergeCase,
    RecordOutcome,
    RequestApproval,
    ReviewCase,
    TickItem,
)
from console.domain.case_log import Action
from console.domain.case_outcome import CaseOutcome
from console.domain.commands import AdvanceCase, ChangeLevel, Command, DispatchCase, OpenCase
from console.domain.refusal import Refusal
from console.domain.sla import ClockKind
from console.domain.unit import Unit
from console.services.core import FeedItem
from console.services.hub_core import Core
from data.opened_core import OpenedCore
from tests.data.conftest import actor
from tests.data.feeder import REPORTER, Feeder, Watch, facts
from tests.data.town import EAST, GRID_EAST, IN_EAST, WEST


class Hall:
    """The people of the hall: each command names who gives it; the newest rows are at hand."""

    def __init__(self, core: Core, feeder: Feeder) -> None:
        self._core = core
        self._feeder = feeder
        self._count = 0
        self.items: list[FeedItem] = []

    def give(self, command: Command, role: Role = Role.SHIFT_LEADER, user: str = "zhou") -> str:
        """Why it was refused, or nothing."""
        self._count += 1
        kind = type(command).__name__
        who = actor(role, user)
        result, self.items = self._core.command(who, f"h{self._count}", kind, encode(command))
        return result.reason

    def ok(self, command: Command, role: Role = Role.SHIFT_LEADER, user: str = "zhou") -> None:
        assert self.give(command, role, user) == "", command

    def case(self, number: str) -> Case:
        [row] = self._core.query(actor(), "case", encode({"number": number}))
        return decode(row, Case)

    def reported(self, reference: str, level: int = 3) -> str:
        batch = self._feeder.batch(self._feeder.report(reference, level))
        return facts(self._core.take([batch])[1])[0].key

    def progress(self, reference: str, step: Action, by: str = "", /, **args: str) -> None:
        event = self._feeder.progress(reference, step, by or "网格员李建国", **args)
        self.items = self._core.take([self._feeder.batch(event)])[1]

    def sent(self, reference: str, level: int = 3) -> str:
        number = self.reported(reference, level)
        self.ok(AdvanceCase(number, self.case(number).version, Action.FILED))
        self.ok(DispatchCase(number, self.case(number).version, "patrol-1", ""))
        return number

    def units(self) -> dict[str, str]:
        rows = [fact.row for fact in facts(self.items)]
        return {row.id: row.case for row in rows if isinstance(row, Unit)}


@pytest.fixture
def hall(core: Core, feeder: Feeder) -> Hall:
    return Hall(core, feeder)


def test_a_suspension_takes_two_and_stops_the_clock(hall: Hall, watch: Watch) -> None:
    number = hall.sent("R1")
    version = hall.case(number).version
    ask = RequestApproval(number, version, Action.SUSPENDED, "待专家鉴定")
    hall.ok(ask, Role.OPERATOR, "chen")
    [asked] = hall.case(number).approvals
    assert hall.give(AnswerApproval(number, asked.request, approve=True), Role.OPERATOR, "li") == (
        Refusal.NOT_ALLOWED.value
    )
    own = AnswerApproval(number, asked.request, approve=True)
    assert hall.give(own, Role.SHIFT_LEADER, "chen") == Refusal.SECOND_PERSON.value
    refuse = AnswerApproval(number, asked.request, approve=False)
    assert hall.give(refuse) == Refusal.REASON_REQUIRED.value
    hall.ok(own)
    case = hall.case(number)
    assert case.suspended
    assert (case.approvals, case.log[-1].args["reason"]) == ((), "待专家鉴定")
    due = next(clock.due_at for clock in case.clocks if clock.kind is ClockKind.ACCEPT)
    watch.on(hours=2)
    arrived = AdvanceCase(number, case.version, Action.ARRIVED)
    assert hall.give(arrived) == Refusal.SUSPENDED.value
    hall.ok(AdvanceCase(number, case.version, Action.RESUMED))
    later = next(c.due_at for c in hall.case(number).clocks if c.kind is ClockKind.ACCEPT)
    assert later > due


def test_nothing_that_needs_two_is_done_by_one(hall: Hall) -> None:
    number = hall.sent("R1")
    version = hall.case(number).version
    for action in (Action.SUSPENDED, Action.EXTENDED, Action.VOIDED):
        assert hall.give(AdvanceCase(number, version, action, "事由")) == (
            Refusal.NOT_ALLOWED.value
        )
    # A source cannot answer what was asked for here: it becomes a note that says so.
    hall.ok(RequestApproval(number, version, Action.VOIDED, "误报"))
    request = str(hall.case(number).approvals[0].request)
    hall.progress("R1", Action.VOIDED, "值班长陈某", request=request)
    case = hall.case(number)
    assert (case.state, case.log[-1].args["refused"]) == (CaseState.DISPATCHED, "voided")


def test_the_field_may_ask_for_more_time(hall: Hall) -> None:
    number = hall.sent("R1")
    hall.progress("R1", Action.APPROVAL_ASKED, action="extended", days="3")
    [asked] = hall.case(number).approvals
    assert (asked.by, asked.days) == ("网格员李某某", 3)
    hall.ok(AnswerApproval(number, asked.request, approve=True))
    clock = next(c for c in hall.case(number).clocks if c.kind is ClockKind.HANDLED)
    assert clock.first_due_at is not None
    assert clock.first_due_at < clock.due_at


def test_a_merged_case_hands_everything_over(hall: Hall, core: Core, feeder: Feeder) -> None:
    _, items = core.take([feeder.batch(feeder.level())])
    alarm = facts(items)[0].row
    assert isinstance(alarm, Alarm)
    parent = hall.reported("R1", 2)
    opening = OpenCase("积水", "C01", 2, CaseSource.SENSOR, None, "", "", "", "", "", alarm.id)
    hall.ok(opening)
    member = facts(hall.items)[0].key
    hall.ok(DispatchCase(member, hall.case(member).version, "fire-1", ""))
    version = hall.case(member).version
    hall.ok(MergeCase(member, version, parent, "同一处积水"))
    assert hall.units() == {"fire-1": parent}
    ended, grown = hall.case(member), hall.case(parent)
    assert (ended.state, ended.merged_into) == (CaseState.MERGED, parent)
    assert (grown.members, grown.alarms, grown.units) == ((member,), (alarm.id,), ("fire-1",))
    alarms = {row.id: row.case for fact in facts(hall.items) if isinstance(row := fact.row, Alarm)}
    assert alarms == {alarm.id: parent}
    # What repeats, and what the field still says of the member, arrives at the parent.
    repeated = facts(core.take([feeder.batch(feeder.level(25))])[1])[0].row
    assert isinstance(repeated, Alarm)
    assert repeated.case == parent
    hall.progress(member, Action.ARRIVED, "fire-1")
    assert hall.case(parent).state is CaseState.ON_SCENE
    assert hall.case(member).version == ended.version
    # A parent that has to be filed first takes nobody over before.
    calm, busy = hall.reported("R7", 3), hall.sent("R8", 3)
    merging = MergeCase(busy, hall.case(busy).version, calm)
    assert hall.give(merging) == Refusal.NOT_FILED.value
    assert hall.give(MergeCase(member, ended.version, parent)) == Refusal.WRONG_STATE.value


def test_a_second_report_of_a_merged_matter_is_the_parents(
    hall: Hall, core: Core, feeder: Feeder
) -> None:
    parent, member = hall.reported("R1"), hall.reported("R2")
    hall.ok(MergeCase(member, 1, parent))
    core.take([feeder.batch(feeder.report("R2"))])
    assert hall.case(parent).log[-1].action is Action.NOTED
    assert hall.case(member).log[-1].action is Action.MERGED


def test_a_merge_hides_no_urgency_and_no_circle(hall: Hall) -> None:
    urgent, calm = hall.reported("R1", 1), hall.reported("R2", 4)
    assert hall.give(MergeCase(urgent, 1, calm)) == Refusal.LOWER_LEVEL.value
    assert hall.give(MergeCase(urgent, 1, urgent)) == Refusal.INVALID.value
    assert hall.give(MergeCase(urgent, 1, "XL1")) == Refusal.UNKNOWN_ENTITY.value
    hall.ok(MergeCase(calm, 1, urgent))
    assert hall.give(MergeCase(urgent, 2, calm)) == Refusal.LOWER_LEVEL.value
    third = hall.reported("R3", 4)
    version = hall.case(third).version
    assert hall.give(MergeCase(third, version, calm)) == Refusal.WRONG_STATE.value


def test_links_hold_both_ways(hall: Hall) -> None:
    one, other = hall.reported("R1"), hall.reported("R2")
    hall.ok(LinkCase(one, other, "同一路段"))
    assert (hall.case(one).linked, hall.case(other).linked) == ((other,), (one,))
    assert hall.give(LinkCase(other, one)) == Refusal.ALREADY_DONE.value


def test_the_third_complaint_in_a_week_is_flagged(
    hall: Hall,
    watch: Watch,
    store: OpenedCore,
    open_store: Callable[[], OpenedCore],
    feeder: Feeder,
) -> None:
    first, second = hall.reported("R1"), hall.reported("R2")
    assert hall.case(second).repeats == 0
    hall.ok(AdvanceCase(first, 1, Action.FILED))
    watch.on(days=6)
    third = hall.reported("R3")
    case = hall.case(third)
    assert (case.repeats, set(case.linked)) == (3, {first, second})
    assert hall.case(first).linked == (third,)
    # Withdrawn ones do not count, nor those of more than a week ago; a restart forgets nothing.
    hall.ok(AdvanceCase(second, hall.case(second).version, Action.REJECTED, "非本区"))
    store.close()
    again = Hall(open_store().core, Feeder(watch, "other"))
    assert again.case(again.reported("R4")).repeats == 3
    watch.on(days=6)
    assert again.case(again.reported("R5")).repeats == 3
    watch.on(days=9)
    assert again.case(again.reported("R6")).repeats == 0


def test_a_part_of_its_own_unit_does_not_end_with_the_case_holders(hall: Hall) -> None:
    number = hall.sent("R1")
    hall.ok(AddCoHandler(number, "", "fire-1", "电梯困人", 2), Role.OPERATOR)
    assert hall.units() == {"fire-1": number}
    task = hall.case(number).tasks[0]
    assert (task.holder, task.level, task.unit) == ("消防一队", 2, "fire-1")
    hall.ok(AdvanceCase(number, hall.case(number).version, Action.ACCEPTED))
    hall.ok(AdvanceCase(number, hall.case(number).version, Action.HANDLED))
    assert hall.units() == {"patrol-1": ""}, "the co-handler is still at work"
    hall.ok(AdvanceCoHandler(number, "消防一队", done=False), Role.STREET_SEAT)
    hall.ok(AdvanceCoHandler(number, "消防一队", done=True))
    assert hall.units() == {"fire-1": ""}
    assert hall.case(number).co_handlers_open == ()


def test_a_response_brings_checklist_and_calls_and_is_stepped_down(hall: Hall) -> None:
    number = hall.reported("R1", 3)
    assert hall.case(number).response.calls == ()
    hall.ok(ChangeLevel(number, 1, 1, "人员坠井"))
    case = hall.case(number)
    assert case.in_response
    parties = [line.party for line in case.response.calls]
    assert parties[0] == "区长（指挥长）"
    hall.ok(MarkCall(number, parties[0], reached=False), Role.OPERATOR)
    hall.ok(MarkCall(number, parties[0], reached=True), Role.OPERATOR)
    hall.ok(TickItem(number, case.response.checklist[0].item.text), Role.STREET_SEAT, "he")
    waived = TickItem(number, case.response.checklist[1].item.text, waived=True, note="无关")
    assert hall.give(waived, Role.OPERATOR) == Refusal.NOT_ALLOWED.value
    hall.ok(waived)
    nil = AdvanceCase(number, hall.case(number).version, Action.REPORT_SENT)
    hall.ok(nil, Role.OPERATOR)
    hall.ok(ChangeLevel(number, hall.case(number).version, 2, "人员救出"))
    calls = hall.case(number).response.calls
    assert next(line.party for line in calls) == "分管副区长"
    lift = AdvanceCase(number, hall.case(number).version, Action.RESPONSE_LIFTED, "险情排除")
    assert hall.give(lift, Role.OPERATOR) == Refusal.NOT_ALLOWED.value
    hall.ok(lift, Role.COMMANDER, "luo")
    assert not hall.case(number).in_response


def test_a_correction_moves_the_case_and_is_stored(
    hall: Hall, store: OpenedCore, open_store: Callable[[], OpenedCore]
) -> None:
    number = hall.reported("R1")
    correction = CorrectCase(number, 1, "地点报错", "燃气味", "B04", GRID_EAST)
    hall.ok(correction, Role.OPERATOR)
    case = hall.case(number)
    opening = case.opening
    assert (opening.title, opening.case_type) == ("燃气味", "B04")
    assert (opening.grid, opening.street, opening.place) == (GRID_EAST, EAST, IN_EAST)
    assert case.lead == "应急管理局"
    assert case.response.checklist[0].item.text == "关闭阀门"
    away = actor(Role.STREET_SEAT, street=WEST)
    assert store.core.query(away, "case", encode({"number": number})) == []
    store.close()
    [row] = open_store().core.query(actor(), "case", encode({"number": number}))
    assert decode(row, Case) == case


def test_handled_on_the_spot_goes_to_the_shift_leader(hall: Hall, core: Core) -> None:
    number = hall.reported("R1", 4)
    hall.progress("R1", Action.SELF_HANDLED)
    case = hall.case(number)
    assert (case.self_handled, case.holder) == (True, "值班长")
    hall.ok(RecordOutcome(number, 1, 0, 20_000), Role.OPERATOR)
    assert hall.give(ReviewCase(number, case.version + 1, 5)) == Refusal.PHOTOS_MISSING.value
    for group in ("before", "after"):
        hall.progress("R1", Action.ATTACHED, group=group, name="1.jpg", sha256="0" * 64, size="9")
    hall.ok(ReviewCase(number, hall.case(number).version, 5, "未反弹"))
    case = hall.case(number)
    assert (case.state, case.satisfaction) == (CaseState.REVIEWED, 5)
    assert case.outcome == CaseOutcome(1, 0, 20_000)
    assert REPORTER not in b"".join(core.snapshot()[1]).decode()
