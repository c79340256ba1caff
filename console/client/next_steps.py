"""Which step of the life cycle an operator is offered next. The hub decides; this only proposes."""

from __future__ import annotations

from console.domain.case import Case, CaseState
from console.domain.case_log import Action

_NEXT: dict[CaseState, Action] = {
    CaseState.REPORTED: Action.FILED,
    CaseState.DISPATCHED: Action.ACCEPTED,
    CaseState.ACCEPTED: Action.SET_OUT,
    CaseState.EN_ROUTE: Action.ARRIVED,
    CaseState.ON_SCENE: Action.HANDLING,
    CaseState.HANDLING: Action.HANDLED,
    CaseState.REPORTED_DONE: Action.CHECKING,
    CaseState.VERIFYING: Action.CLOSED,
    CaseState.CLOSED: Action.REVIEWED,
}
_DISPATCHABLE = frozenset({CaseState.FILED, CaseState.DISPATCHED, CaseState.ACCEPTED})


def next_step(case: Case) -> Action | None:
    """The next step on the straight path, None where dispatching comes next or nothing is left."""
    return None if case.suspended else _NEXT.get(case.state)


def may_dispatch(case: Case) -> bool:
    """Whether the case can be sent to a unit; levels 1–2 may be sent before they are filed."""
    if case.suspended or not case.open:
        return False
    urgent = case.level <= 2 and case.state is CaseState.REPORTED
    return urgent or case.state in _DISPATCHABLE


def may_change_level(case: Case) -> bool:
    """Whether the response level can still be changed."""
    return case.open
