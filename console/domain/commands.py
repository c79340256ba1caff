"""Commands a console may give. Names are imperatives; each is carried out by the hub or refused."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.alarm_commands import (
    ALARM_COMMANDS,
    AcknowledgeGroup,
    MuteAlarm,
    NoteAlarm,
    PutBackInService,
    ShelveAlarm,
    TakeOutOfService,
    UnshelveAlarm,
)
from console.domain.case import CaseSource
from console.domain.case_commands import CASE_COMMANDS, CaseCommand
from console.domain.case_log import Action
from console.domain.clock_commands import CLOCK_COMMANDS, ClockCommand
from console.domain.dispatch_commands import (
    AnswerTransfer,
    AskTransfer,
    CallOutside,
    ClaimCase,
    ClearSector,
    CountHeads,
    DispatchUnits,
    DrawSector,
    ListHousehold,
    ReturnUnit,
)
from console.domain.geo import LonLat
from console.domain.handover_commands import HANDOVER_COMMANDS, HandoverCommand
from console.domain.people_commands import PEOPLE_COMMANDS, PeopleCommand
from console.domain.task_commands import CheckIn, CloseTask, CreateTask, RemindTask


@dataclass(frozen=True, slots=True)
class AcknowledgeAlarm:
    """Take notice of an alarm. `entity` is the alarm id."""

    entity: str
    version: int


@dataclass(frozen=True, slots=True)
class OpenCase:
    """Open a case, from an alarm (`alarm` is its id) or from nothing."""

    title: str
    case_type: str
    level: int
    source: CaseSource
    place: LonLat | None
    grid: str
    address: str
    description: str
    reporter: str
    contact: str
    alarm: str = ""


@dataclass(frozen=True, slots=True)
class AddNote:
    """Write a line into a case's log. Notes never conflict, so there is no version."""

    entity: str
    text: str


@dataclass(frozen=True, slots=True)
class DispatchCase:
    """Send a case to a unit or office. `unit` is a unit id or empty; `holder` is shown."""

    entity: str
    version: int
    unit: str
    holder: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class AdvanceCase:
    """Move a case along its life cycle: filed, accepted, set out, arrived, handled, closed."""

    entity: str
    version: int
    action: Action
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChangeLevel:
    """Raise or lower the response level of a case; a reason is required."""

    entity: str
    version: int
    level: int
    reason: str


@dataclass(frozen=True, slots=True)
class LinkCamera:
    """Tie a camera (20-digit id) to a case."""

    entity: str
    camera: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ResubmitEvent:
    """Take in an event from quarantine after all. `entity` is the record's number."""

    entity: str


Command = (
    AcknowledgeAlarm
    | OpenCase
    | AddNote
    | DispatchCase
    | AdvanceCase
    | ChangeLevel
    | LinkCamera
    | ResubmitEvent
    | ClaimCase
    | AskTransfer
    | AnswerTransfer
    | DispatchUnits
    | ReturnUnit
    | CallOutside
    | DrawSector
    | ClearSector
    | ListHousehold
    | CountHeads
    | CreateTask
    | CheckIn
    | RemindTask
    | CloseTask
    | ClockCommand
    | HandoverCommand
    | AcknowledgeGroup
    | ShelveAlarm
    | UnshelveAlarm
    | TakeOutOfService
    | PutBackInService
    | MuteAlarm
    | NoteAlarm
    | CaseCommand
    | PeopleCommand
)

COMMANDS: dict[str, type[Command]] = {
    kind.__name__: kind
    for kind in (
        AcknowledgeAlarm,
        OpenCase,
        AddNote,
        DispatchCase,
        AdvanceCase,
        ChangeLevel,
        LinkCamera,
        ResubmitEvent,
        ClaimCase,
        AskTransfer,
        AnswerTransfer,
        DispatchUnits,
        ReturnUnit,
        CallOutside,
        DrawSector,
        ClearSector,
        ListHousehold,
        CountHeads,
        CreateTask,
        CheckIn,
        RemindTask,
        CloseTask,
        *CLOCK_COMMANDS,
        *HANDOVER_COMMANDS,
        *ALARM_COMMANDS,
        *CASE_COMMANDS,
        *PEOPLE_COMMANDS,
    )
}
"""Every command by the name it has on the wire."""
