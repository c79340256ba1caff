"""Side moves of a case: second persons, parts, checklists, photos, members, corrections."""

from __future__ import annotations

from datetime import timedelta

import pytest

from console.domain.case import Case, CaseState
from console.domain.case_log import Action
from console.domain.case_types import CaseTypes
from console.domain.refusal import Refusal
from console.domain.response_plan import ResponsePlan
from console.domain.sla import Clock, ClockKind
from console.domain.sub_task import SubTaskState
from console.domain.timekeeper import Timekeeper
from console.domain.transitions import refusal
from tests.unit.histories import PLAN, begun, line, opening, taken, walked

A = Action


def at_work(timekeeper: Timekeeper, level: int = 4, **args: str) -> Case:
    first = (line(A.FILED), line(A.DISPATCHED), line(A.ACCEPTED), line(A.ARRIVED))
    return walked(begun(timekeeper, level, **args), timekeeper, *first)


@pytest.mark.parametrize(
    ("action", "more"),
    [
        (A.SUSPENDED, {}),
        (A.EXTENDED, {"days": "3", "until": "2022-01-31T00:00:00+00:00"}),
        (A.VOIDED, {}),
    ],
)
def test_who_asked_may_not_approve(
    timekeeper: Timekeeper, action: Action, more: dict[str, str]
) -> None:
    case = at_work(timekeeper)
    case = taken(case, line(A.APPROVAL_ASKED, by="甲", action=action.value, **more), timekeeper)
    [asked] = case.approvals
    assert (asked.action, asked.by, asked.reason) == (action, "甲", "事由")
    request = str(asked.request)
    assert refusal(case, line(A.APPROVAL_ASKED, action=action.value, **more)) is (
        Refusal.ALREADY_DONE
    )
    own = line(action, by="甲", request=request, **more)
    assert refusal(case, own) is Refusal.SECOND_PERSON
    assert refusal(case, line(action, by="乙", request="99", **more)) is Refusal.UNKNOWN_ENTITY
    done = taken(case, line(action, by="乙", request=request, **more), timekeeper)
    assert done.approvals == ()
    no = line(A.APPROVAL_REFUSED, by="甲", request=request, note=" ")
    assert refusal(case, no) is Refusal.REASON_REQUIRED
    refused = taken(case, line(A.APPROVAL_REFUSED, by="乙", request=request), timekeeper)
    assert (refused.approvals, refused.state) == ((), case.state)


def test_what_makes_no_sense_any_more_lapses(timekeeper: Timekeeper) -> None:
    case = taken(at_work(timekeeper), line(A.APPROVAL_ASKED), timekeeper)
    assert taken(case, line(A.HANDLED), timekeeper).approvals == ()


def handling(case: Case) -> Clock:
    return next(clock for clock in case.clocks if clock.kind is ClockKind.HANDLED)


def test_an_extension_keeps_the_old_deadline_in_sight(timekeeper: Timekeeper) -> None:
    case = at_work(timekeeper, level=2)
    before = handling(case)
    assert before.first_due_at is None
    asked = line(A.APPROVAL_ASKED, by="甲", action="extended", days="2")
    case = taken(case, asked, timekeeper)
    request = str(case.approvals[0].request)
    until = (before.due_at + timedelta(days=2)).isoformat()
    case = taken(case, line(A.EXTENDED, by="乙", request=request, until=until), timekeeper)
    after = handling(case)
    assert after.first_due_at == before.due_at
    assert after.due_at == before.due_at + timedelta(days=2)
    for days in ("", "0", "91", "x", "-1"):
        wrong = line(A.APPROVAL_ASKED, action="extended", days=days)
        assert refusal(case, wrong) is Refusal.INVALID, days


def test_levels_3_and_4_are_extended_by_working_days(timekeeper: Timekeeper) -> None:
    due = handling(at_work(timekeeper, level=3)).due_at
    # Thursday morning and three working days, with the weekend between.
    assert timekeeper.days_after(due, 3, 3) - due == timedelta(days=5)
    assert timekeeper.days_after(due, 3, 2) - due == timedelta(days=3)


def test_co_handlers_work_in_parallel_and_keep_the_case_open(timekeeper: Timekeeper) -> None:
    case = at_work(timekeeper, level=3)
    lift = line(A.CO_HANDLER_ADDED, holder="消防", task="电梯困人", level="2")
    case = walked(case, timekeeper, line(A.CO_HANDLER_ADDED), lift)
    assert case.pressing_level == 2, "a part may be of a higher level than its case"
    assert refusal(case, lift) is Refusal.ALREADY_DONE
    case = taken(case, line(A.CO_HANDLER_ACCEPTED, holder="消防"), timekeeper)
    states = {task.holder: task.state for task in case.tasks}
    assert states == {"交警": SubTaskState.ASKED, "消防": SubTaskState.ACCEPTED}
    case = walked(case, timekeeper, line(A.CO_HANDLER_DONE, holder="消防"), line(A.HANDLED))
    assert case.pressing_level == 3
    assert refusal(case, line(A.CLOSED, by="核查员")) is Refusal.CO_HANDLERS_OPEN
    case = taken(case, line(A.CO_HANDLER_DONE), timekeeper)
    assert refusal(case, line(A.CLOSED, by="核查员")) is None


def test_required_items_and_photos_keep_a_response_open(timekeeper: Timekeeper) -> None:
    case = walked(at_work(timekeeper, level=2, **PLAN), timekeeper, line(A.HANDLED))
    closing = line(A.CLOSED, by="核查员")
    assert refusal(case, closing) is Refusal.CHECKLIST_OPEN
    assert refusal(case, line(A.ITEM_TICKED, item="别的")) is Refusal.UNKNOWN_ENTITY
    waiving = line(A.ITEM_TICKED, waived="1", note="")
    assert refusal(case, waiving) is Refusal.REASON_REQUIRED
    ticked = taken(case, line(A.ITEM_TICKED, 30, note=""), timekeeper)
    first, second = ticked.response.checklist
    assert (first.item.owner, first.by, first.done, second.done) == ("值班员", "李某", True, False)
    assert refusal(ticked, line(A.ITEM_TICKED)) is Refusal.ALREADY_DONE
    waived = taken(case, line(A.ITEM_TICKED, waived="1", note="误报"), timekeeper)
    assert waived.response.checklist[0].waived == "误报"
    for one in (ticked, waived):
        assert refusal(one, closing) is Refusal.PHOTOS_MISSING
        assert refusal(taken(one, line(A.ATTACHED), timekeeper), closing) is None
    # Stepped down, the response asks for nothing more; the photos are the type's.
    lower = taken(case, line(A.DEESCALATED), timekeeper)
    assert refusal(lower, closing) is Refusal.PHOTOS_MISSING


def test_a_file_is_sealed_by_its_digest(timekeeper: Timekeeper) -> None:
    case = begun(timekeeper)
    for wrong in ({"sha256": "0" * 63}, {"sha256": "G" * 64}, {"group": "x"}, {"size": "-1"}):
        assert refusal(case, line(A.ATTACHED, **wrong)) is Refusal.INVALID
    case = taken(case, line(A.ATTACHED), timekeeper)
    assert refusal(case, line(A.ATTACHED)) is Refusal.ALREADY_DONE
    assert taken(case, line(A.ATTACHED, group="before"), timekeeper).attachments[1].size == 9


def test_calls_are_made_until_somebody_is_reached(timekeeper: Timekeeper) -> None:
    case = begun(timekeeper, level=2, **PLAN)
    case = walked(
        case, timekeeper, line(A.CALLED, reached=""), line(A.CALLED, 1, reached=""),
        line(A.CALLED, 2),
    )  # fmt: skip
    leader, street = case.response.calls
    assert leader.called_at is None
    assert street.reached_at == street.called_at
    assert refusal(case, line(A.CALLED)) is Refusal.ALREADY_DONE
    assert refusal(case, line(A.CALLED, party="某人")) is Refusal.UNKNOWN_ENTITY


def test_a_response_is_lifted_once_and_rises_again_with_the_level(timekeeper: Timekeeper) -> None:
    case = walked(at_work(timekeeper, level=2), timekeeper, line(A.REPORT_SENT))
    assert case.in_response
    case = taken(case, line(A.RESPONSE_LIFTED), timekeeper)
    assert not case.in_response
    assert ClockKind.FOLLOW_UP not in {clock.kind for clock in case.clocks}
    assert refusal(case, line(A.RESPONSE_LIFTED)) is Refusal.WRONG_STATE
    assert taken(case, line(A.ESCALATED), timekeeper).in_response


def test_handled_on_the_spot_is_reviewed_by_somebody_else(timekeeper: Timekeeper) -> None:
    case = taken(begun(timekeeper), line(A.SELF_HANDLED, who="p1"), timekeeper)
    assert (case.state, case.holder) == (CaseState.REPORTED_DONE, "值班长")
    assert refusal(case, line(A.REVIEWED, who="p1")) is Refusal.SAME_PERSON
    assert refusal(case, line(A.REVIEWED, satisfaction="6")) is Refusal.INVALID
    done = taken(case, line(A.REVIEWED, who="p2", satisfaction="4"), timekeeper)
    assert (done.state, done.satisfaction) == (CaseState.REVIEWED, 4)
    assert all(clock.met_at for clock in done.clocks)
    usual = walked(at_work(timekeeper), timekeeper, line(A.HANDLED))
    assert refusal(usual, line(A.REVIEWED, who="p2")) is Refusal.WRONG_STATE
    again = walked(case, timekeeper, line(A.REOPENED, who="p2"), line(A.HANDLED))
    assert refusal(again, line(A.REVIEWED, who="p2")) is Refusal.WRONG_STATE


def test_a_member_names_its_parent_and_the_parent_its_members(timekeeper: Timekeeper) -> None:
    member = taken(begun(timekeeper), line(A.MERGED), timekeeper)
    assert (member.state, member.merged_into) == (CaseState.MERGED, "n1")
    parent = taken(begun(timekeeper), line(A.MEMBER_MERGED), timekeeper)
    assert (parent.members, parent.alarms) == (("n2",), ("a2", "a3"))
    own = opening().number
    assert refusal(begun(timekeeper), line(A.MERGED, case=own)) is Refusal.INVALID
    busy = taken(begun(timekeeper), line(A.CO_HANDLER_ADDED), timekeeper)
    assert refusal(busy, line(A.MERGED)) is Refusal.CO_HANDLERS_OPEN


def test_a_correction_is_a_step_and_brings_what_its_type_brings(
    timekeeper: Timekeeper, case_types: CaseTypes
) -> None:
    plan = ResponsePlan(case_types)
    case = begun(timekeeper, 2, **plan.for_opening(opening(2)))
    case = taken(case, line(A.ITEM_TICKED, item="现场核实"), timekeeper)
    corrected = line(A.CORRECTED, case_type="B01", **plan.for_type("B01"))
    case = taken(case, corrected, timekeeper)
    assert (case.opening.case_type, case.opening.title) == ("B01", "井盖移位")
    assert case.lead == "消防救援"
    assert [each.item.text for each in case.items_due] == [
        "拨打119", "疏散人员", "切断电源", "清点人数",
    ]  # fmt: skip
    assert refusal(case, line(A.CORRECTED, note="")) is Refusal.REASON_REQUIRED
    assert refusal(case, line(A.CORRECTED, title=" ")) is Refusal.INVALID
    assert refusal(case, line(A.CORRECTED, lon="x")) is Refusal.INVALID


def test_who_must_be_called_follows_the_level(case_types: CaseTypes) -> None:
    plan = ResponsePlan(case_types)
    first = plan.for_level("B01", 1)["calls"].splitlines()
    assert first[0] == "区长（指挥长）"
    assert {"消防救援", "供电", "属地街道"} <= set(first)
    assert "区长（指挥长）" not in plan.for_level("B01", 2)["calls"]
    assert plan.for_level("B01", 3) == {"calls": ""}


def test_returns_name_who_sent_it_back(timekeeper: Timekeeper) -> None:
    case = walked(begun(timekeeper), timekeeper, line(A.FILED), line(A.DISPATCHED))
    case = taken(case, line(A.RETURNED, holder="住建"), timekeeper)
    assert (case.returns, case.returned_by) == (1, ("住建",))
