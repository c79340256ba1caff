"""Which moves of a case an operator is offered. The hub decides; this only proposes.

A move is offered where the hub would take it now from whoever sits here: role and life cycle.
"""

from __future__ import annotations

from datetime import datetime

from console.client.seat import Seat
from console.domain.access import Role
from console.domain.case import Case
from console.domain.case_commands import (
    AddCoHandler,
    AdvanceCoHandler,
    AttachFile,
    CorrectCase,
    LinkCase,
    MarkCall,
    MergeCase,
    RecordOutcome,
    RequestApproval,
    ReviewCase,
    TickItem,
)
from console.domain.case_log import Action, LogEntry
from console.domain.commands import ChangeLevel, Command, DispatchCase
from console.domain.permissions import ADVANCE_ROLES, ROLES
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
_COMMANDS: dict[Action, type[Command]] = {
    Action.DISPATCHED: DispatchCase,
    Action.ESCALATED: ChangeLevel,
    Action.DEESCALATED: ChangeLevel,
    Action.REVIEWED: ReviewCase,
    Action.APPROVAL_ASKED: RequestApproval,
    Action.CO_HANDLER_ADDED: AddCoHandler,
    Action.CO_HANDLER_ACCEPTED: AdvanceCoHandler,
    Action.CO_HANDLER_DONE: AdvanceCoHandler,
    Action.MERGED: MergeCase,
    Action.CASE_LINKED: LinkCase,
    Action.CORRECTED: CorrectCase,
    Action.ITEM_TICKED: TickItem,
    Action.CALLED: MarkCall,
    Action.ATTACHED: AttachFile,
    Action.OUTCOME_RECORDED: RecordOutcome,
}
"""Moves with a command of their own; the others are asked for by AdvanceCase."""
_SAMPLES: dict[Action, dict[str, str]] = {
    Action.DISPATCHED: {"holder": "?"},
    Action.CO_HANDLER_ADDED: {"holder": "?"},
    Action.MERGED: {"case": "?"},
    Action.CASE_LINKED: {"case": "?"},
    Action.CORRECTED: {"title": "?"},
    Action.ATTACHED: {"group": "scene", "name": "?", "sha256": "0" * 64, "size": "1"},
    Action.OUTCOME_RECORDED: {"injured": "0", "dead": "0", "loss_yuan": "0"},
}
"""Arguments that are only known once somebody is asked."""


def roles_for(action: Action) -> frozenset[Role]:
    """Who may ask for a move at all."""
    command = _COMMANDS.get(action)
    return ROLES[command] if command else ADVANCE_ROLES.get(action, frozenset())


def allowed(case: Case, action: Action, me: Seat, now: datetime, /, **args: str) -> bool:
    """Whether the hub would let `me` take this step now."""
    if me.role not in roles_for(action):
        return False
    given = {**_SAMPLES.get(action, {}), **args, "who": f"user:{me.user}"}
    entry = LogEntry(case.version + 1, now, me.name, me.role.value, action, "?", given)
    return refusal(case, entry) is None


def may_ask(case: Case, action: Action, me: Seat, now: datetime) -> bool:
    """Whether `me` may ask for a step that a second person approves."""
    return allowed(case, Action.APPROVAL_ASKED, me, now, action=action.value, days="1")


def next_step(case: Case, me: Seat, now: datetime) -> Action | None:
    """The next step on the straight path; None where dispatching comes next or nothing is left."""
    if case.paperwork_due and allowed(case, Action.FILED, me, now):
        return Action.FILED
    if case.self_handled and allowed(case, Action.REVIEWED, me, now):
        return Action.REVIEWED
    for action in _PATH[_REACHED.get(case.state, 0) :]:
        if allowed(case, action, me, now):
            return action
    return None
