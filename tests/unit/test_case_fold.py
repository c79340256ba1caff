"""A case is the fold of its log, and only legal lines get into it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.domain.approval import NEED_APPROVAL
from console.domain.case import ENDED, Case, CaseState, Stage
from console.domain.case_fold import ROW_LOG_ENTRIES, as_row, fold
from console.domain.case_log import Action
from console.domain.case_steps import HANDS_ON, RANK, STEPS
from console.domain.refusal import Refusal
from console.domain.timekeeper import Timekeeper
from console.domain.transitions import refusal
from tests.unit.histories import PLAN, begun, line, opening, taken, walked

A = Action


def test_a_case_walks_the_whole_life_cycle(timekeeper: Timekeeper) -> None:
    case = begun(timekeeper)
    seen = [case.state]
    for action in (
        A.FILED,
        A.DISPATCHED,
        A.ACCEPTED,
        A.SET_OUT,
        A.ARRIVED,
        A.HANDLING,
        A.HANDLED,
    ):
        case = taken(case, line(action), timekeeper)
        seen.append(case.state)
    for action in (A.CHECKING, A.CLOSED, A.REVIEWED):
        case = taken(case, line(action, by="核查员"), timekeeper)
        seen.append(case.state)
    assert seen == list(RANK)
    assert not case.open
    assert case.version == len(case.log) == 11


def test_stage_follows_the_grid_mechanism(timekeeper: Timekeeper) -> None:
    case = begun(timekeeper)
    stages = [case.stage]
    for action in (A.FILED, A.DISPATCHED, A.ARRIVED):
        case = taken(case, line(action), timekeeper)
        stages.append(case.stage)
    assert stages == [Stage.FOUND, Stage.CALLED, Stage.RESPONDED, Stage.JOINTLY_HANDLED]


def test_levels_1_and_2_go_out_first_and_owe_the_paperwork(timekeeper: Timekeeper) -> None:
    case = begun(timekeeper, level=2)
    case = walked(case, timekeeper, line(A.DISPATCHED), line(A.ARRIVED), line(A.HANDLED))
    assert case.paperwork_due
    closing = line(A.CLOSED, by="核查员")
    assert refusal(case, closing) is Refusal.PAPERWORK_DUE
    case = walked(case, timekeeper, line(A.FILED))
    assert case.state is CaseState.REPORTED_DONE
    assert not case.paperwork_due
    assert taken(case, closing, timekeeper).state is CaseState.CLOSED


def test_levels_3_and_4_are_filed_before_dispatch(timekeeper: Timekeeper) -> None:
    assert refusal(begun(timekeeper, level=3), line(A.DISPATCHED)) is Refusal.NOT_FILED


def test_the_handler_may_not_verify(timekeeper: Timekeeper) -> None:
    case = walked(
        begun(timekeeper),
        timekeeper,
        line(A.FILED),
        line(A.DISPATCHED),
        line(A.ACCEPTED, who="p1"),
        line(A.HANDLED, who="p1"),
    )
    assert refusal(case, line(A.CLOSED, by="somebody", who="p1")) is Refusal.SAME_PERSON
    # Two people whose masked names are alike are still two people.
    assert refusal(case, line(A.CLOSED, who="p2")) is None


def test_a_second_unit_does_not_set_the_case_back(timekeeper: Timekeeper) -> None:
    case = walked(
        begun(timekeeper),
        timekeeper,
        line(A.FILED),
        line(A.DISPATCHED),
        line(A.ARRIVED),
        line(A.DISPATCHED, unit="fire-1", holder="消防"),
        line(A.ACCEPTED),
    )
    assert case.state is CaseState.ON_SCENE
    assert case.units == ("patrol-1", "fire-1")
    assert case.holder == "巡逻1组"


def test_return_is_counted_and_only_possible_before_arrival(timekeeper: Timekeeper) -> None:
    case = walked(begun(timekeeper), timekeeper, line(A.FILED), line(A.DISPATCHED))
    assert refusal(case, line(A.RETURNED, note=" ")) is Refusal.REASON_REQUIRED
    back = taken(case, line(A.RETURNED), timekeeper)
    assert (back.state, back.returns, back.units) == (CaseState.FILED, 1, ())
    arrived = taken(case, line(A.ARRIVED), timekeeper)
    assert refusal(arrived, line(A.RETURNED)) is Refusal.WRONG_STATE


def test_open_co_handlers_keep_the_case_open(timekeeper: Timekeeper) -> None:
    case = walked(
        begun(timekeeper),
        timekeeper,
        line(A.FILED),
        line(A.DISPATCHED),
        line(A.CO_HANDLER_ADDED),
        line(A.ARRIVED),
        line(A.HANDLED),
    )
    assert case.co_handlers_open == ("交警",)
    assert refusal(case, line(A.CLOSED, by="核查员")) is Refusal.CO_HANDLERS_OPEN
    case = taken(case, line(A.CO_HANDLER_DONE), timekeeper)
    assert refusal(case, line(A.CLOSED, by="核查员")) is None


def test_suspension_needs_a_second_person_and_stops_the_work(timekeeper: Timekeeper) -> None:
    case = walked(begun(timekeeper), timekeeper, line(A.FILED), line(A.DISPATCHED))
    assert refusal(case, line(A.SUSPENDED, approved_by="李某")) is Refusal.SECOND_PERSON
    case = taken(case, line(A.SUSPENDED), timekeeper)
    assert refusal(case, line(A.ARRIVED)) is Refusal.SUSPENDED
    case = walked(case, timekeeper, line(A.RESUMED), line(A.ARRIVED))
    assert not case.suspended


def test_sectors_fold(timekeeper: Timekeeper) -> None:
    case = walked(
        begun(timekeeper),
        timekeeper,
        line(A.SECTOR_ADDED, sector="1 广场"),
        line(A.SECTOR_ADDED, sector="2 步道"),
        line(A.SECTOR_CLEARED, sector="2 步道"),
    )
    assert [sector.name for sector in case.sectors] == ["1 广场", "2 步道"]
    assert [sector.name for sector in case.sectors if sector.cleared] == ["2 步道"]
    assert refusal(case, line(A.SECTOR_CLEARED, sector="3")) is Refusal.UNKNOWN_ENTITY


def test_a_level_changes_in_the_right_direction_only(timekeeper: Timekeeper) -> None:
    case = begun(timekeeper, level=3)
    assert refusal(case, line(A.ESCALATED, level="3")) is Refusal.SAME_LEVEL
    assert refusal(case, line(A.ESCALATED, level="0")) is Refusal.INVALID
    assert refusal(case, line(A.DEESCALATED, level="2")) is Refusal.SAME_LEVEL
    assert taken(case, line(A.ESCALATED, level="1"), timekeeper).level == 1


def test_a_row_keeps_the_newest_lines_and_the_version(timekeeper: Timekeeper) -> None:
    case = walked(begun(timekeeper), timekeeper, *(line(A.NOTED) for _ in range(80)))
    row = as_row(case)
    assert len(row.log) == ROW_LOG_ENTRIES
    assert row.version == case.version == 81


def test_a_log_begins_with_its_report(timekeeper: Timekeeper) -> None:
    with pytest.raises(ValueError, match="begins with its report"):
        fold(opening(), [line(A.FILED)], timekeeper)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    level=st.integers(1, 4),
    steps=st.lists(
        st.tuples(st.sampled_from(list(Action)), st.sampled_from("abc"), st.booleans()),
        max_size=40,
    ),
)
def test_any_history_keeps_the_rules(
    timekeeper: Timekeeper, level: int, steps: list[tuple[Action, str, bool]]
) -> None:
    case = begun(timekeeper, level, **PLAN)
    for minutes, (action, by, with_note) in enumerate(steps):
        request = {"request": str(case.approvals[0].request)} if case.approvals else {}
        entry = line(action, minutes, by, "事由" if with_note else "", **request)
        before = case
        if refusal(case, entry) is None:
            case = taken(case, entry, timekeeper)
            _check_step(before, case)
        _check_standing(case)
    assert fold(case.opening, case.log, timekeeper) == case


def _check_step(before: Case, after: Case) -> None:
    action = after.log[-1].action
    if not before.open:
        assert after.state in {before.state, CaseState.REVIEWED, CaseState.HANDLING}
    if action in NEED_APPROVAL:
        asked = {one.request: one.who for one in before.approvals}
        request = after.log[-1].args.get("request", "")
        approver = asked[int(request)] if request else after.log[-1].args["approved_by"]
        assert approver != after.log[-1].who
    if action is A.REVIEWED and before.open:
        assert before.self_handled
    if action is A.CLOSED:
        assert (before.items_due, before.photos_missing, before.co_handlers_open) == ((), (), ())
    if action is not A.REOPENED and action is not A.RETURNED and after.state not in ENDED:
        assert RANK[after.state] >= RANK[before.state]
    assert after.returns >= before.returns


def _check_standing(case: Case) -> None:
    actions = [entry.action for entry in case.log]
    if case.state in {CaseState.CLOSED, CaseState.REVIEWED}:
        # What was handled on the spot is ended by the review itself.
        reopened = max((e.sequence for e in case.log if e.action is A.REOPENED), default=0)
        endings = [e for e in case.log if e.action in {A.CLOSED, A.REVIEWED}]
        closing = next(entry for entry in endings if entry.sequence > reopened)
        before = [entry for entry in case.log if entry.sequence < closing.sequence]
        assert closing.who not in {entry.who for entry in before if entry.action in HANDS_ON}
    if case.level > 2 and not any(a in {A.ESCALATED, A.DEESCALATED} for a in actions):
        assert not case.paperwork_due
    if not case.open:
        assert not any(clock.running for clock in case.clocks)
    assert set(case.co_handlers_open) <= set(case.co_handlers)
    assert case.co_handlers_open == tuple(task.holder for task in case.tasks if task.open)
    assert all(case.state in STEPS[one.action].sources for one in case.approvals)
    assert (case.state is CaseState.MERGED) == bool(case.merged_into)
    assert case.handlers == tuple(
        dict.fromkeys(entry.who for entry in case.log if entry.action in HANDS_ON)
    )
