"""The fold of a case log: from the opening and what happened to the case as shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from console.domain.case import ENDED, Case, CaseState, Opening, Stage
from console.domain.case_log import Action, LogEntry
from console.domain.case_steps import HANDS_ON, STEPS, next_state
from console.domain.fieldwork import Fieldwork
from console.domain.side_fold import SideMoves
from console.domain.supervision import supervision
from console.domain.timekeeper import Timekeeper

ROW_LOG_ENTRIES = 50
"""How many of the newest log entries travel with a case row; the rest is asked for."""

_STAGE_OF_STATE = {
    CaseState.REPORTED: Stage.FOUND,
    CaseState.FILED: Stage.CALLED,
    CaseState.DISPATCHED: Stage.RESPONDED,
    CaseState.ACCEPTED: Stage.RESPONDED,
    CaseState.EN_ROUTE: Stage.RESPONDED,
}
# Names as the district writes them, like those of units and offices.
_HOLDER_OF_STATE = {
    CaseState.REPORTED: "值班员",
    CaseState.FILED: "值班长",
    CaseState.REPORTED_DONE: "核查员",
    CaseState.VERIFYING: "核查员",
}


@dataclass(slots=True)
class _Standing:
    """Where a case stands after part of its log."""

    level: int
    side: SideMoves
    state: CaseState = CaseState.REPORTED
    filed: bool = False
    dispatched: bool = False
    suspended: bool = False
    returns: int = 0
    lead: str = ""
    holder: str = ""
    stages: set[Stage] = field(default_factory=lambda: {Stage.FOUND})
    units: dict[str, None] = field(default_factory=dict)
    cameras: dict[str, None] = field(default_factory=dict)
    alarms: dict[str, None] = field(default_factory=dict)
    linked: dict[str, None] = field(default_factory=dict)
    fieldwork: Fieldwork = field(default_factory=Fieldwork)
    handlers: dict[str, None] = field(default_factory=dict)

    def apply(self, entry: LogEntry) -> None:
        self.state = next_state(self.state, entry.action, self.filed)
        handler = _HANDLERS.get(entry.action)
        if handler is not None:
            handler(self, entry)
        self.fieldwork.apply(entry)
        self.side.read(entry, self.level)
        if entry.action in HANDS_ON:
            self.handlers[entry.who] = None
        self._lapse()
        self._reach_stage()

    def _lapse(self) -> None:
        """What was asked for lapses where the case has gone on to where it makes no sense."""
        for approval in tuple(self.side.approvals.values()):
            if self.state not in STEPS[approval.action].sources:
                del self.side.approvals[approval.request]

    def _reach_stage(self) -> None:
        if self.state in ENDED:
            return
        self.stages.add(_STAGE_OF_STATE.get(self.state, Stage.JOINTLY_HANDLED))
        if self.side.tasks or len(self.units) > 1:
            self.stages.add(Stage.JOINTLY_HANDLED)

    @property
    def stage(self) -> Stage:
        return max(self.stages, key=list(Stage).index)

    @property
    def shown_holder(self) -> str:
        if self.state in ENDED:
            return ""
        if self.side.self_handled and self.state is CaseState.REPORTED_DONE:
            return _HOLDER_OF_STATE[CaseState.FILED]
        return _HOLDER_OF_STATE.get(self.state) or self.holder


def _reported(case: _Standing, entry: LogEntry) -> None:
    case.lead = entry.args.get("lead", "")
    case.cameras.update(dict.fromkeys(entry.args.get("cameras", "").split()))
    if entry.args.get("alarm"):
        case.alarms[entry.args["alarm"]] = None


def _filed(case: _Standing, _entry: LogEntry) -> None:
    case.filed = True
    case.stages.add(Stage.CALLED)


def _dispatched(case: _Standing, entry: LogEntry) -> None:
    unit = entry.args.get("unit", "")
    holder = entry.args.get("holder", "") or unit
    if unit:
        case.units[unit] = None
    if not case.dispatched:
        case.lead = case.lead or holder
    if not case.dispatched or case.state is CaseState.DISPATCHED:
        case.holder = holder
    case.dispatched = True


def _returned(case: _Standing, entry: LogEntry) -> None:
    case.returns += 1
    case.dispatched = False
    case.holder = ""
    unit = entry.args.get("unit", "")
    if unit:
        case.units.pop(unit, None)
    else:
        case.units.clear()


def _self_handled(case: _Standing, _entry: LogEntry) -> None:
    case.filed = True


def _suspended(case: _Standing, _entry: LogEntry) -> None:
    case.suspended = True


def _resumed(case: _Standing, _entry: LogEntry) -> None:
    case.suspended = False


def _level(case: _Standing, entry: LogEntry) -> None:
    case.level = int(entry.args["level"])


def _camera(case: _Standing, entry: LogEntry) -> None:
    case.cameras[entry.args["camera"]] = None


def _alarm(case: _Standing, entry: LogEntry) -> None:
    case.alarms[entry.args["alarm"]] = None


def _case(case: _Standing, entry: LogEntry) -> None:
    case.linked[entry.args["case"]] = None


def _unit_returned(case: _Standing, entry: LogEntry) -> None:
    case.returns += 1
    case.units.pop(entry.args["unit"], None)


def _member_merged(case: _Standing, entry: LogEntry) -> None:
    """What belongs to the member belongs to its parent from now on."""
    case.alarms.update(dict.fromkeys(entry.args.get("alarms", "").split()))
    case.cameras.update(dict.fromkeys(entry.args.get("cameras", "").split()))


def _repeat_found(case: _Standing, entry: LogEntry) -> None:
    case.linked.update(dict.fromkeys(entry.args.get("cases", "").split()))


def _corrected(case: _Standing, entry: LogEntry) -> None:
    case.lead = entry.args.get("lead") or case.lead


_HANDLERS = {
    Action.REPORTED: _reported,
    Action.FILED: _filed,
    Action.DISPATCHED: _dispatched,
    Action.RETURNED: _returned,
    Action.SELF_HANDLED: _self_handled,
    Action.SUSPENDED: _suspended,
    Action.RESUMED: _resumed,
    Action.VOIDED: _resumed,
    Action.ESCALATED: _level,
    Action.DEESCALATED: _level,
    Action.CAMERA_LINKED: _camera,
    Action.ALARM_LINKED: _alarm,
    Action.CASE_LINKED: _case,
    Action.UNIT_RETURNED: _unit_returned,
    Action.MEMBER_MERGED: _member_merged,
    Action.REPEAT_FOUND: _repeat_found,
    Action.CORRECTED: _corrected,
}


def fold(opening: Opening, log: Sequence[LogEntry], timekeeper: Timekeeper) -> Case:
    """The case that `log` makes of `opening`; every entry must be legal where it stands.

    Raises `ValueError` for an empty log or one that does not begin with REPORTED.
    """
    if not log or log[0].action is not Action.REPORTED:
        raise ValueError("a case log begins with its report")
    standing = _Standing(opening.level, SideMoves(opening))
    for entry in log:
        standing.apply(entry)
    clocks = timekeeper.clocks(standing.side.opening, log)
    open_paperwork = standing.state not in ENDED and standing.state is not CaseState.REPORTED
    side = standing.side
    tasks = tuple(side.tasks.values())
    return Case(
        opening=side.opening,
        state=standing.state,
        stage=standing.stage,
        level=standing.level,
        holder=standing.shown_holder,
        lead=standing.lead,
        units=tuple(standing.units),
        co_handlers=tuple(side.tasks),
        co_handlers_open=tuple(task.holder for task in tasks if task.open),
        cameras=tuple(standing.cameras),
        alarms=tuple(standing.alarms),
        linked=tuple(standing.linked),
        sectors=tuple(standing.fieldwork.sectors.values()),
        returns=standing.returns,
        suspended=standing.suspended,
        paperwork_due=open_paperwork and not standing.filed,
        reported_at=log[0].at,
        updated_at=_newest(log),
        clocks=clocks,
        tasks=tasks,
        approvals=tuple(side.approvals.values()),
        response=side.response,
        attachments=tuple(side.attachments),
        photos=side.photos,
        merged_into=side.merged_into,
        members=tuple(side.members),
        repeats=side.repeats,
        self_handled=side.self_handled,
        outcome=side.outcome,
        satisfaction=side.satisfaction,
        handlers=tuple(standing.handlers),
        returned_by=tuple(side.returned_by),
        log=tuple(log),
        owner=standing.fieldwork.owner,
        owner_name=standing.fieldwork.owner_name,
        heads=tuple(standing.fieldwork.heads.values()),
        supervision=supervision(log, clocks),
    )


def _newest(log: Sequence[LogEntry]) -> datetime:
    return max(entry.at for entry in log)


def as_row(case: Case) -> Case:
    """The case as it travels: with the newest `ROW_LOG_ENTRIES` of its log only."""
    if len(case.log) <= ROW_LOG_ENTRIES:
        return case
    return replace(case, log=case.log[-ROW_LOG_ENTRIES:])
