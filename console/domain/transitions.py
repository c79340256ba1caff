"""Which step a case may take from where it stands (domain guide, life cycle)."""

from __future__ import annotations

from datetime import datetime

from console.domain import fieldwork_rules
from console.domain.approval import NEED_APPROVAL
from console.domain.card import Card, rank
from console.domain.case import Case, CaseState
from console.domain.case_log import Action, LogEntry
from console.domain.case_steps import STEPS, WHILE_SUSPENDED
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
