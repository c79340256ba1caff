"""Weeks rather than minutes: disputes with agreements, hazards with deadlines."""

from __future__ import annotations

from datetime import timedelta

from console.domain.access import Role
from console.domain.case import CaseState
from console.domain.case_log import Action
from console.domain.refusal import Refusal
from console.domain.sla import ClockKind
from tests.acceptance.conftest import Play


def test_s09_a_leak_between_neighbours(begin: Play) -> None:
    """Community, street, district and a lawyer; agreement, fulfilment, a look after 45 days."""
    story = begin("S09")
    story.play(until=9 * 1440 + 1)
    tasks = {one.holder: one.state.value for one in story.case().tasks}
    assert list(tasks.values()) == ["done", "accepted", "accepted"]
    assert story.clock(ClockKind.HANDLED).limit_s == 30 * 86_400, "disputes have 30 days"
    story.play(until=15 * 1440 + 25)
    closing = story.refused(Role.VERIFIER, "AdvanceCase", action="closed", note="已签协议")
    assert closing is Refusal.CO_HANDLERS_OPEN
    story.play(until=59 * 1440)
    assert (story.case().state, story.red()) == (CaseState.CLOSED, set())
    assert all(one.done for one in story.case().response.checklist)
    story.play()
    case = story.case()
    assert (case.state, case.satisfaction) == (CaseState.REVIEWED, 5)
    closed = next(one.at for one in case.log if one.action is Action.CLOSED)
    assert case.updated_at - closed > timedelta(days=43)
    assert "45日回访" in story.log(Action.NOTED)[-1][1]


def test_s11_unpaid_wages_before_court(begin: Play) -> None:
    """The court's reference, nine parties, and no closing before the court has confirmed."""
    story = begin("S11")
    story.play(until=7 * 1440)
    case = story.case()
    assert "民诉前调12号" in case.opening.description
    assert "9名" in case.opening.title
    assert case.state is CaseState.REPORTED_DONE
    closing = story.refused(Role.VERIFIER, "AdvanceCase", action="closed", note="已付首期")
    assert closing is Refusal.CO_HANDLERS_OPEN
    story.play()
    case = story.case()
    assert (case.state, story.red()) == (CaseState.CLOSED, set())
    assert [one.name for one in case.attachments] == ["调解协议（9人）.pdf", "司法确认裁定书.pdf"]


def test_s13_an_enterprise_inspection(begin: Play) -> None:
    """Five hazards: three fixed on the spot, two by deadline, one extended, one not good enough."""
    story = begin("S13")
    story.play(until=29)
    items = [story.case(f"item{n}") for n in range(1, 6)]
    assert [one.self_handled for one in items] == [True, True, True, False, False]
    assert story.case("item5").repeats == 5, "the fifth of its type here within a week"

    story.play(until=7 * 1440)
    failed = story.case("item5")
    assert (failed.state, len(story.log(Action.REOPENED, "item5"))) == (CaseState.HANDLING, 1)
    first_due = story.clock(ClockKind.HANDLED, "item4").due_at
    story.play(until=7 * 1440 + 10)
    own = story.refused(Role.OPERATOR, "AnswerApproval", "item4", approve=True)
    assert own is Refusal.NOT_ALLOWED

    story.play()
    extended = story.clock(ClockKind.HANDLED, "item4")
    assert (extended.first_due_at, extended.due_at > first_due) == (first_due, True)
    assert extended.met_at is not None
    assert first_due < extended.met_at < extended.due_at, "late for the first deadline only"
    ends = [story.case(f"item{n}").state for n in range(1, 6)]
    assert ends == [*(CaseState.REVIEWED,) * 3, CaseState.CLOSED, CaseState.CLOSED]
    assert [story.red(f"item{n}") for n in range(1, 6)] == [set()] * 5
