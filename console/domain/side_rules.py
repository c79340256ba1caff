"""Which side move a case may take, beyond the states that its step may be taken in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from console.domain.attachment import PhotoGroup, is_sha256
from console.domain.case import Case
from console.domain.case_log import Action, LogEntry
from console.domain.refusal import Refusal
from console.domain.sla import Clock, ClockKind

MOST_DAYS = 90
"""An extension asks for one to so many days."""

CORRECTABLE = ("title", "case_type", "grid", "community", "street", "address")
"""Words of a case's opening that may be corrected."""

Rule = Callable[[Case, LogEntry], Refusal | None]


def needs(name: str) -> Rule:
    """A rule: the argument `name` must be there."""

    def rule(_case: Case, entry: LogEntry) -> Refusal | None:
        return None if entry.args.get(name) else Refusal.INVALID

    return rule


def owed(case: Case) -> Refusal | None:
    """What keeps a case open, whoever wants to close it."""
    if case.co_handlers_open:
        return Refusal.CO_HANDLERS_OPEN
    if case.paperwork_due:
        return Refusal.PAPERWORK_DUE
    if case.items_due:
        return Refusal.CHECKLIST_OPEN
    return Refusal.PHOTOS_MISSING if case.photos_missing else None


def second_person(case: Case, entry: LogEntry) -> Refusal | None:
    """A request of this case is approved by somebody else than who asked.

    A step from another system names who approved it there.
    """
    request = entry.args.get("request", "")
    if request:
        asked = next((one for one in case.approvals if str(one.request) == request), None)
        if asked is None or asked.action is not entry.action:
            return Refusal.UNKNOWN_ENTITY
        return Refusal.SECOND_PERSON if asked.who == entry.who else None
    approver = entry.args.get("approved_by", "")
    return None if approver and approver != entry.who else Refusal.SECOND_PERSON


def days_right(entry: LogEntry) -> bool:
    """Whether the days of an extension are a number within reason."""
    days = entry.args.get("days", "")
    return days.isascii() and days.isdigit() and 1 <= int(days[:4]) <= MOST_DAYS


def running_clock(case: Case) -> Clock | None:
    """The clock that an extension is about: the handling while it lasts, then the check."""
    kinds = (ClockKind.HANDLED, ClockKind.VERIFIED)
    running = {clock.kind: clock for clock in case.clocks if clock.met_at is None}
    return next((running[kind] for kind in kinds if kind in running), None)


def _refused(case: Case, entry: LogEntry) -> Refusal | None:
    request = entry.args.get("request", "")
    known = any(str(one.request) == request for one in case.approvals)
    return None if known else Refusal.UNKNOWN_ENTITY


def _task_added(case: Case, entry: LogEntry) -> Refusal | None:
    holder, level = entry.args.get("holder", ""), entry.args.get("level", "")
    if not holder.strip() or (level and level not in {"1", "2", "3", "4"}):
        return Refusal.INVALID
    return Refusal.ALREADY_DONE if holder in case.co_handlers_open else None


def _task_step(case: Case, entry: LogEntry) -> Refusal | None:
    holder = entry.args.get("holder", "")
    return None if holder in case.co_handlers_open else Refusal.UNKNOWN_ENTITY


def _task_accepted(case: Case, entry: LogEntry) -> Refusal | None:
    waiting = {task.holder for task in case.tasks if task.state == "asked"}
    no = _task_step(case, entry)
    return no or (None if entry.args["holder"] in waiting else Refusal.ALREADY_DONE)


def _linked(case: Case, entry: LogEntry) -> Refusal | None:
    other = entry.args.get("case", "")
    if not other or other == case.number:
        return Refusal.INVALID
    return Refusal.ALREADY_DONE if other in case.linked else None


def _merged(case: Case, entry: LogEntry) -> Refusal | None:
    other = entry.args.get("case", "")
    if not other or other == case.number:
        return Refusal.INVALID
    return Refusal.CO_HANDLERS_OPEN if case.co_handlers_open else None


def _ticked(case: Case, entry: LogEntry) -> Refusal | None:
    item = entry.args.get("item", "")
    line = next((one for one in case.response.checklist if one.item.text == item), None)
    if line is None:
        return Refusal.UNKNOWN_ENTITY
    if line.done:
        return Refusal.ALREADY_DONE
    waived = entry.args.get("waived") and not entry.note.strip()
    return Refusal.REASON_REQUIRED if waived else None


def _called(case: Case, entry: LogEntry) -> Refusal | None:
    party = entry.args.get("party", "")
    line = next((one for one in case.response.calls if one.party == party), None)
    if line is None:
        return Refusal.UNKNOWN_ENTITY
    return Refusal.ALREADY_DONE if line.reached_at is not None else None


def _lifted(case: Case, _entry: LogEntry) -> Refusal | None:
    return None if case.in_response else Refusal.WRONG_STATE


def _attached(case: Case, entry: LogEntry) -> Refusal | None:
    args = entry.args
    group, name, digest = args.get("group", ""), args.get("name", ""), args.get("sha256", "")
    size = args.get("size", "")
    numbered = size.isascii() and size.isdigit() and len(size) < 16
    if group not in set(PhotoGroup) or not name.strip() or not is_sha256(digest) or not numbered:
        return Refusal.INVALID
    known = any((one.group, one.sha256) == (group, digest) for one in case.attachments)
    return Refusal.ALREADY_DONE if known else None


def _outcome(_case: Case, entry: LogEntry) -> Refusal | None:
    values = [entry.args.get(name, "") for name in ("injured", "dead", "loss_yuan")]
    right = all(one.isascii() and one.isdigit() and len(one) < 13 for one in values)
    return None if right else Refusal.INVALID


def _repeat_found(_case: Case, entry: LogEntry) -> Refusal | None:
    count = entry.args.get("count", "")
    return None if count.isascii() and count.isdigit() and len(count) < 6 else Refusal.INVALID


def _corrected(case: Case, entry: LogEntry) -> Refusal | None:
    args = entry.args
    if ("title" in args and not args["title"].strip()) or ("lon" in args and not _numbers(args)):
        return Refusal.INVALID
    now = {name: getattr(case.opening, name) for name in CORRECTABLE}
    changed = "lon" in args or any(args.get(name, words) != words for name, words in now.items())
    return None if changed else Refusal.INVALID


def _numbers(args: Mapping[str, str]) -> bool:
    try:
        lon, lat = float(args["lon"]), float(args["lat"])
    except (KeyError, ValueError):
        return False
    return abs(lon) <= 180 and abs(lat) <= 90


def _satisfied(entry: LogEntry) -> bool:
    return entry.args.get("satisfaction", "0") in {"0", "1", "2", "3", "4", "5"}


def reviewed(case: Case, entry: LogEntry) -> Refusal | None:
    """A closed case is reviewed; one handled on the spot is reviewed instead of verified."""
    if not _satisfied(entry):
        return Refusal.INVALID
    if not case.open:
        return None
    if not case.self_handled:
        return Refusal.WRONG_STATE
    if entry.who in case.handlers:
        return Refusal.SAME_PERSON
    return owed(case)


SIDE_RULES: dict[Action, Rule] = {
    Action.SUSPENDED: second_person,
    Action.VOIDED: second_person,
    Action.APPROVAL_REFUSED: _refused,
    Action.CO_HANDLER_ADDED: _task_added,
    Action.CO_HANDLER_ACCEPTED: _task_accepted,
    Action.CO_HANDLER_DONE: _task_step,
    Action.CASE_LINKED: _linked,
    Action.MERGED: _merged,
    Action.MEMBER_MERGED: _merged,
    Action.ITEM_TICKED: _ticked,
    Action.CALLED: _called,
    Action.RESPONSE_LIFTED: _lifted,
    Action.ATTACHED: _attached,
    Action.OUTCOME_RECORDED: _outcome,
    Action.REPEAT_FOUND: _repeat_found,
    Action.CORRECTED: _corrected,
    Action.REVIEWED: reviewed,
}
