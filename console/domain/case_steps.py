"""The steps of a case: from which states, and where they lead (domain guide, life cycle)."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.case import ENDED, CaseState
from console.domain.case_log import Action

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
