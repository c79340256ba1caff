"""Which step a case may take from where it stands (domain guide, life cycle)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from console.domain import fieldwork_rules
from console.domain.approval import NEED_APPROVAL
from console.domain.card import Card, rank
from console.domain.case import ENDED, Case, CaseState
from console.domain.case_log import Action, LogEntry
from console.domain.refusal import Refusal
from console.domain.side_rules import (
    SIDE_RULES,
    Rule,
    days_right,
    needs,
    owed,
    running_clock,
    second_person,
)
from console.domain.sla import ClockKind

ORDER = (
    CaseState.REPORTED,
    CaseState.FILED,
    CaseState.DISPATCHED,
    CaseState.ACCEPTED,
    CaseState.EN_ROUTE,
    CaseState.ON_SCENE,
    CaseState.HANDLING,
    CaseState.REPORTED_DONE,
    CaseState.VERIFYING,
    CaseState.CLOSED,
    CaseState.REVIEWED,
)
"""The life cycle in order; the early ends are not part of it."""

RANK = {state: place for place, state in enumerate(ORDER)}

HANDS_ON = frozenset(
    {Action.ACCEPTED, Action.SET_OUT, Action.ARRIVED, Action.HANDLING, Action.HANDLED}
    | {Action.SELF_HANDLED}
)
"""Steps that make somebody a handler of the case, who then may not verify it."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step: the states it may be taken in and the state it leads to (None: stays).

    With `at_least` a case that is already further on stays where it is: a second unit's arrival
    does not undo the first one's work.
    """

    sources: frozenset[CaseState]
    target: CaseState | None = None
    at_least: bool = False
    reason: bool = False


def _between(first: CaseState, last: CaseState) -> frozenset[CaseState]:
    return frozenset(ORDER[RANK[first] : RANK[last] + 1])


_OPEN = frozenset(CaseState) - ENDED
_WORK = _between(CaseState.DISPATCHED, CaseState.HANDLING)
_ANY = frozenset(CaseState)

STEPS: dict[Action, Step] = {
    Action.REPORTED: Step(frozenset(), CaseState.REPORTED),
    # Filing after dispatch is the paperwork of a level 1–2 case that was handled first.
    Action.FILED: Step(_between(CaseState.REPORTED, CaseState.VERIFYING), CaseState.FILED, True),
    Action.REJECTED: Step(
        _between(CaseState.REPORTED, CaseState.FILED), CaseState.REJECTED, reason=True
    ),
    Action.DISPATCHED: Step(
        _between(CaseState.REPORTED, CaseState.HANDLING), CaseState.DISPATCHED, True
    ),
    Action.ACCEPTED: Step(_WORK, CaseState.ACCEPTED, True),
    Action.SET_OUT: Step(_WORK, CaseState.EN_ROUTE, True),
    Action.ARRIVED: Step(_WORK, CaseState.ON_SCENE, True),
    Action.HANDLING: Step(_WORK - {CaseState.DISPATCHED}, CaseState.HANDLING, True),
    Action.HANDLED: Step(_WORK - {CaseState.DISPATCHED}, CaseState.REPORTED_DONE),
    Action.SELF_HANDLED: Step(
        _between(CaseState.REPORTED, CaseState.FILED), CaseState.REPORTED_DONE
    ),
    Action.CHECKING: Step(frozenset({CaseState.REPORTED_DONE}), CaseState.VERIFYING),
    Action.CLOSED: Step(
        frozenset({CaseState.REPORTED_DONE, CaseState.VERIFYING}), CaseState.CLOSED
    ),
    # Reported done only where it was handled on the spot: the review stands for the check.
    Action.REVIEWED: Step(
        frozenset({CaseState.CLOSED, CaseState.REPORTED_DONE}), CaseState.REVIEWED
    ),
    Action.RETURNED: Step(
        _between(CaseState.DISPATCHED, CaseState.EN_ROUTE), CaseState.FILED, reason=True
    ),
    Action.REOPENED: Step(
        _between(CaseState.REPORTED_DONE, CaseState.CLOSED), CaseState.HANDLING, reason=True
    ),
    Action.VOIDED: Step(_OPEN, CaseState.VOIDED, reason=True),
    Action.MERGED: Step(_OPEN, CaseState.MERGED),
    Action.SUSPENDED: Step(_WORK, reason=True),
    Action.RESUMED: Step(_WORK),
    Action.EXTENDED: Step(_OPEN, reason=True),
    Action.SUPERVISED: Step(_OPEN),
    Action.ESCALATED: Step(_OPEN),
    Action.DEESCALATED: Step(_OPEN),
    Action.NOTED: Step(_ANY),
    Action.REPORT_SENT: Step(_OPEN),
    Action.CO_HANDLER_ADDED: Step(_OPEN),
    Action.CO_HANDLER_DONE: Step(_OPEN),
    Action.CAMERA_LINKED: Step(_ANY),
    Action.ALARM_LINKED: Step(_ANY),
    Action.CASE_LINKED: Step(_ANY),
    Action.SECTOR_ADDED: Step(_OPEN),
    Action.SECTOR_CLEARED: Step(_OPEN),
    Action.CLAIMED: Step(_OPEN),
    Action.TRANSFERRED: Step(_OPEN),
    Action.CALL_MADE: Step(_OPEN),
    Action.UNIT_RETURNED: Step(_between(CaseState.DISPATCHED, CaseState.HANDLING), reason=True),
    Action.HEAD_LISTED: Step(_OPEN),
    Action.HEAD_COUNTED: Step(_OPEN),
    Action.APPROVAL_ASKED: Step(_OPEN, reason=True),
    Action.APPROVAL_REFUSED: Step(_OPEN, reason=True),
    Action.CO_HANDLER_ACCEPTED: Step(_OPEN),
    Action.MEMBER_MERGED: Step(_OPEN),
    Action.CORRECTED: Step(_OPEN, reason=True),
    Action.ATTACHED: Step(_ANY),
    Action.ITEM_TICKED: Step(_OPEN),
    Action.CALLED: Step(_OPEN),
    Action.RESPONSE_LIFTED: Step(_OPEN, reason=True),
    Action.OUTCOME_RECORDED: Step(_ANY),
    Action.REPEAT_FOUND: Step(_OPEN),
}

WHILE_SUSPENDED = frozenset(
    {
        Action.RESUMED,
        Action.NOTED,
        Action.REPORT_SENT,
        Action.ESCALATED,
        Action.DEESCALATED,
        Action.FILED,
        Action.VOIDED,
        Action.CAMERA_LINKED,
        Action.ALARM_LINKED,
        Action.CASE_LINKED,
        Action.CO_HANDLER_ACCEPTED,
        Action.CO_HANDLER_DONE,
        Action.CLAIMED,
        Action.TRANSFERRED,
        Action.CALL_MADE,
        Action.HEAD_LISTED,
        Action.HEAD_COUNTED,
        Action.APPROVAL_ASKED,
        Action.APPROVAL_REFUSED,
        Action.EXTENDED,
        Action.MEMBER_MERGED,
        Action.CORRECTED,
        Action.ATTACHED,
        Action.ITEM_TICKED,
        Action.CALLED,
        Action.RESPONSE_LIFTED,
        Action.OUTCOME_RECORDED,
        Action.REPEAT_FOUND,
    }
)
"""What may still happen while a case's clock stands still."""


def next_state(state: CaseState, action: Action, filed: bool) -> CaseState:
    """The state after a legal `action`; `filed` says whether the case was filed before."""
    step = STEPS[action]
    if step.target is None:
        return state
    if action is Action.RETURNED and not filed:
        return CaseState.REPORTED
    if step.at_least and RANK[state] >= RANK[step.target]:
        return state
    return step.target


def refusal(case: Case, entry: LogEntry) -> Refusal | None:
    """Why `entry` may not be appended to the log of `case`, or None where it may."""
    step = STEPS[entry.action]
    if case.state not in step.sources:
        return Refusal.WRONG_STATE
    if case.suspended and entry.action not in WHILE_SUSPENDED:
        return Refusal.SUSPENDED
    if step.reason and not (entry.args.get("reason") or entry.note).strip():
        return Refusal.REASON_REQUIRED
    rule = _RULES.get(entry.action)
    return rule(case, entry) if rule else None


def _filed(case: Case, _entry: LogEntry) -> Refusal | None:
    fresh = case.state is CaseState.REPORTED
    return None if fresh or case.paperwork_due else Refusal.WRONG_STATE


def _dispatched(case: Case, entry: LogEntry) -> Refusal | None:
    if not entry.args.get("unit") and not entry.args.get("holder"):
        return Refusal.INVALID
    unfiled = case.state is CaseState.REPORTED and case.level > 2
    return Refusal.NOT_FILED if unfiled else None


def _verified(case: Case, entry: LogEntry) -> Refusal | None:
    if entry.who in case.handlers:
        return Refusal.SAME_PERSON
    return owed(case) if entry.action is Action.CLOSED else None


def _asked(case: Case, entry: LogEntry) -> Refusal | None:
    """Only what could be done now may be asked for, and once."""
    wanted = entry.args.get("action", "")
    if wanted not in set(NEED_APPROVAL):
        return Refusal.INVALID
    action = Action(wanted)
    if action is Action.EXTENDED and not days_right(entry):
        return Refusal.INVALID
    if action is Action.EXTENDED and running_clock(case) is None:
        return Refusal.WRONG_STATE
    if case.state not in STEPS[action].sources:
        return Refusal.WRONG_STATE
    if case.suspended and action not in WHILE_SUSPENDED:
        return Refusal.SUSPENDED
    asked = any(one.action is action for one in case.approvals)
    return Refusal.ALREADY_DONE if asked else None


def _resumed(case: Case, _entry: LogEntry) -> Refusal | None:
    return None if case.suspended else Refusal.WRONG_STATE


def _extended(case: Case, entry: LogEntry) -> Refusal | None:
    """A second person agrees, and the new deadline is later than the one in force."""
    no = second_person(case, entry)
    if no is not None:
        return no
    kind = entry.args.get("clock", ClockKind.HANDLED)
    clock = next((one for one in case.clocks if one.kind == kind and one.met_at is None), None)
    until = _moment(entry.args.get("until", ""))
    if clock is None or until is None:
        return Refusal.INVALID
    return None if until > clock.due_at else Refusal.NOT_LATER


def _moment(text: str) -> datetime | None:
    """An aware moment in RFC 3339, None where the text is none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def _supervised(case: Case, entry: LogEntry) -> Refusal | None:
    """A card is worse than the one shown; lifting one needs one, and a reason."""
    card = entry.args.get("card", "")
    if card not in set(Card):
        return Refusal.INVALID
    standing = case.supervision
    if card == Card.LIFTED:
        if standing is None:
            return Refusal.NO_CARD
        return None if (entry.args.get("reason") or entry.note).strip() else Refusal.REASON_REQUIRED
    if standing is not None and rank(Card(card)) <= rank(standing.card):
        return Refusal.SAME_CARD
    return None


def _level_changed(case: Case, entry: LogEntry) -> Refusal | None:
    level = entry.args.get("level", "")
    if level not in {"1", "2", "3", "4"}:
        return Refusal.INVALID
    if not (entry.args.get("reason") or entry.note).strip():
        return Refusal.REASON_REQUIRED
    worse = int(level) < case.level
    right = worse if entry.action is Action.ESCALATED else int(level) > case.level
    return None if right else Refusal.SAME_LEVEL


_RULES: dict[Action, Rule] = {
    **SIDE_RULES,
    Action.FILED: _filed,
    Action.DISPATCHED: _dispatched,
    Action.CHECKING: _verified,
    Action.CLOSED: _verified,
    Action.RESUMED: _resumed,
    Action.EXTENDED: _extended,
    Action.SUPERVISED: _supervised,
    Action.ESCALATED: _level_changed,
    Action.DEESCALATED: _level_changed,
    Action.APPROVAL_ASKED: _asked,
    Action.CAMERA_LINKED: needs("camera"),
    Action.ALARM_LINKED: needs("alarm"),
    Action.SECTOR_ADDED: needs("sector"),
    Action.SECTOR_CLEARED: fieldwork_rules.sector_cleared,
    Action.CLAIMED: fieldwork_rules.claimed,
    Action.TRANSFERRED: fieldwork_rules.transferred,
    Action.CALL_MADE: fieldwork_rules.called,
    Action.UNIT_RETURNED: fieldwork_rules.unit_returned,
    Action.HEAD_LISTED: fieldwork_rules.head_listed,
    Action.HEAD_COUNTED: fieldwork_rules.head_counted,
}
