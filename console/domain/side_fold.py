"""The fold of the side moves of a case: everything that does not lead along the life cycle.

Arguments of their log lines: `holder`, `task`, `unit`, `level` for co-handlers · `action`, `days`
for what waits for approval · `checklist`, `photos`, `calls` where they begin to count · `item`,
`waived` for ticks · `party`, `reached` for calls · `group`, `name`, `sha256`, `size` for files ·
`case` for merging · `cases`, `count` for repeats · `injured`, `dead`, `loss_yuan` for the outcome ·
`satisfaction` for the review · the fields of the opening for corrections.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from console.domain.approval import Approval
from console.domain.attachment import Attachment, PhotoGroup
from console.domain.case import Opening
from console.domain.case_log import Action, LogEntry
from console.domain.case_outcome import CaseOutcome
from console.domain.geo import LonLat
from console.domain.response import CallLine, CheckLine, Response, parse_checklist
from console.domain.side_rules import CORRECTABLE
from console.domain.sub_task import SubTask, SubTaskState


@dataclass(slots=True)
class SideMoves:
    """Where the side moves of a case stand after part of its log."""

    opening: Opening
    tasks: dict[str, SubTask] = field(default_factory=dict)
    approvals: dict[int, Approval] = field(default_factory=dict)
    checklist: dict[str, CheckLine] = field(default_factory=dict)
    calls: dict[str, CallLine] = field(default_factory=dict)
    lifted: bool = False
    photos: tuple[PhotoGroup, ...] = ()
    attachments: list[Attachment] = field(default_factory=list)
    merged_into: str = ""
    members: dict[str, None] = field(default_factory=dict)
    repeats: int = 0
    self_handled: bool = False
    outcome: CaseOutcome | None = None
    satisfaction: int = 0
    returned_by: list[str] = field(default_factory=list)

    def read(self, entry: LogEntry, level: int) -> None:
        """Take in a legal line of a case that is at `level`."""
        self._begin_to_count(entry)
        if entry.action is Action.CO_HANDLER_ADDED:
            self._add_task(entry, level)
        handler = _HANDLERS.get(entry.action)
        if handler is not None:
            handler(self, entry)

    @property
    def response(self) -> Response:
        """Checklist and calls."""
        return Response(tuple(self.checklist.values()), tuple(self.calls.values()), self.lifted)

    def _begin_to_count(self, entry: LogEntry) -> None:
        args = entry.args
        if "checklist" in args:
            items = parse_checklist(args["checklist"])
            known = self.checklist
            self.checklist = {
                item.text: replace(known[item.text], item=item)
                if item.text in known
                else CheckLine(item)
                for item in items
            }
        if "photos" in args:
            self.photos = tuple(PhotoGroup(each) for each in args["photos"].split())
        if "calls" in args:
            parties = args["calls"].splitlines()
            self.calls = {name: self.calls.get(name) or CallLine(name) for name in parties}

    def _add_task(self, entry: LogEntry, level: int) -> None:
        args = entry.args
        own = args.get("level", "")
        self.tasks[args["holder"]] = SubTask(
            holder=args["holder"],
            task=args.get("task", ""),
            unit=args.get("unit", ""),
            level=int(own) if own else level,
            state=SubTaskState.ASKED,
            since=entry.at,
        )


def _task_is(state: SubTaskState, case: SideMoves, entry: LogEntry) -> None:
    holder = entry.args["holder"]
    case.tasks[holder] = replace(case.tasks[holder], state=state, since=entry.at)


def _task_accepted(case: SideMoves, entry: LogEntry) -> None:
    _task_is(SubTaskState.ACCEPTED, case, entry)


def _task_done(case: SideMoves, entry: LogEntry) -> None:
    _task_is(SubTaskState.DONE, case, entry)


def _asked(case: SideMoves, entry: LogEntry) -> None:
    args = entry.args
    case.approvals[entry.sequence] = Approval(
        request=entry.sequence,
        action=Action(args["action"]),
        reason=args.get("reason") or entry.note,
        by=entry.by,
        who=entry.who,
        at=entry.at,
        days=int(args.get("days", "0")),
    )


def _answered(case: SideMoves, entry: LogEntry) -> None:
    case.approvals.pop(int(entry.args.get("request", "0")), None)


def _ticked(case: SideMoves, entry: LogEntry) -> None:
    line = case.checklist[entry.args["item"]]
    waived = entry.note if entry.args.get("waived") else ""
    case.checklist[line.item.text] = replace(line, done_at=entry.at, by=entry.by, waived=waived)


def _called(case: SideMoves, entry: LogEntry) -> None:
    line = case.calls[entry.args["party"]]
    reached = entry.at if entry.args.get("reached") else None
    case.calls[line.party] = replace(line, called_at=entry.at, reached_at=reached, by=entry.by)


def _lifted(case: SideMoves, _entry: LogEntry) -> None:
    case.lifted = True


def _escalated(case: SideMoves, _entry: LogEntry) -> None:
    case.lifted = False


def _attached(case: SideMoves, entry: LogEntry) -> None:
    args = entry.args
    case.attachments.append(
        Attachment(
            group=PhotoGroup(args["group"]),
            name=args["name"],
            sha256=args["sha256"],
            size=int(args["size"]),
            by=entry.by,
            at=entry.at,
        )
    )


def _merged(case: SideMoves, entry: LogEntry) -> None:
    case.merged_into = entry.args["case"]


def _member_merged(case: SideMoves, entry: LogEntry) -> None:
    case.members[entry.args["case"]] = None


def _repeat_found(case: SideMoves, entry: LogEntry) -> None:
    case.repeats = int(entry.args["count"])


def _self_handled(case: SideMoves, _entry: LogEntry) -> None:
    case.self_handled = True


def _reopened(case: SideMoves, _entry: LogEntry) -> None:
    case.self_handled = False


def _outcome(case: SideMoves, entry: LogEntry) -> None:
    injured, dead, loss = (int(entry.args[name]) for name in ("injured", "dead", "loss_yuan"))
    case.outcome = CaseOutcome(injured, dead, loss)


def _reviewed(case: SideMoves, entry: LogEntry) -> None:
    case.satisfaction = int(entry.args.get("satisfaction", "0"))


def _returned(case: SideMoves, entry: LogEntry) -> None:
    case.returned_by.append(entry.args.get("holder") or entry.by)


def _corrected(case: SideMoves, entry: LogEntry) -> None:
    args = entry.args
    opening = case.opening
    words = {name: args.get(name, str(getattr(opening, name))) for name in CORRECTABLE}
    place = opening.place
    if "lon" in args:
        place = LonLat(float(args["lon"]), float(args["lat"]))
    case.opening = replace(
        opening,
        title=words["title"],
        case_type=words["case_type"],
        grid=words["grid"],
        community=words["community"],
        street=words["street"],
        address=words["address"],
        place=place,
    )


_HANDLERS = {
    Action.CO_HANDLER_ACCEPTED: _task_accepted,
    Action.CO_HANDLER_DONE: _task_done,
    Action.APPROVAL_ASKED: _asked,
    Action.APPROVAL_REFUSED: _answered,
    Action.SUSPENDED: _answered,
    Action.EXTENDED: _answered,
    Action.ITEM_TICKED: _ticked,
    Action.CALLED: _called,
    Action.RESPONSE_LIFTED: _lifted,
    Action.ESCALATED: _escalated,
    Action.ATTACHED: _attached,
    Action.MERGED: _merged,
    Action.MEMBER_MERGED: _member_merged,
    Action.REPEAT_FOUND: _repeat_found,
    Action.SELF_HANDLED: _self_handled,
    Action.REOPENED: _reopened,
    Action.OUTCOME_RECORDED: _outcome,
    Action.REVIEWED: _reviewed,
    Action.RETURNED: _returned,
    Action.CORRECTED: _corrected,
}
