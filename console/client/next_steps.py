"""Which steps of the life cycle an operator is offered. The hub decides; this only proposes."""

from __future__ import annotations

from datetime import datetime

from console.domain.case import Case
from console.domain.case_log import Action, LogEntry
from console.domain.transitions import refusal

_PATH = (
    Action.FILED,
    Action.ACCEPTED,
    Action.SET_OUT,
    Action.ARRIVED,
    Action.HANDLING,
    Action.HANDLED,
    Action.CHECKING,
    Action.CLOSED,
    Action.REVIEWED,
)
_REACHED = {
    "filed": 1,
    "dispatched": 1,
    "accepted": 2,
    "en_route": 3,
    "on_scene": 4,
    "handling": 5,
    "reported_done": 6,
    "verifying": 7,
    "closed": 8,
}


def allowed(case: Case, action: Action, by: str, now: datetime) -> bool:
    """Whether the rules of the life cycle let `by` take this step now."""
    args = {"holder": by} if action is Action.DISPATCHED else {}
    entry = LogEntry(case.version + 1, now, by, "", action, note="?", args=args)
    return refusal(case, entry) is None


def next_step(case: Case, by: str, now: datetime) -> Action | None:
    """The next step on the straight path; None where dispatching comes next or nothing is left."""
    if case.paperwork_due and allowed(case, Action.FILED, by, now):
        return Action.FILED
    for action in _PATH[_REACHED.get(case.state, 0) :]:
        if allowed(case, action, by, now):
            return action
    return None


def other_steps(case: Case, by: str, now: datetime) -> tuple[Action, ...]:
    """Steps beside the straight path that need no more than a reason."""
    side = (Action.RETURNED, Action.REOPENED, Action.REJECTED, Action.VOIDED)
    return tuple(action for action in side if allowed(case, action, by, now))
