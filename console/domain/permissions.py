"""Which role may give which command, and whose cases it may touch."""

from __future__ import annotations

from console.domain.access import Actor, Role
from console.domain.alarm_commands import (
    AcknowledgeGroup,
    MuteAlarm,
    NoteAlarm,
    PutBackInService,
    ShelveAlarm,
    TakeOutOfService,
    UnshelveAlarm,
)
from console.domain.case_commands import (
    AddCoHandler,
    AdvanceCoHandler,
    AnswerApproval,
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
from console.domain.case_log import Action
from console.domain.clock_commands import ChangeLimits, SuperviseCase
from console.domain.commands import (
    AcknowledgeAlarm,
    AddNote,
    AdvanceCase,
    ChangeLevel,
    Command,
    DispatchCase,
    LinkCamera,
    OpenCase,
    ResubmitEvent,
)
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
from console.domain.handover_commands import (
    NoteHandover,
    PrepareHandover,
    SignHandover,
    WithdrawHandover,
)
from console.domain.people_commands import (
    AddUser,
    ChangeUser,
    DisableUser,
    EnableUser,
    LockConsole,
    ResetPassword,
    UnlockUser,
)
from console.domain.task_commands import CheckIn, CloseTask, CreateTask, RemindTask

_DESK = frozenset({Role.OPERATOR, Role.SHIFT_LEADER})
_DESK_AND_STREET = _DESK | {Role.STREET_SEAT}
_LEADERS = frozenset({Role.SHIFT_LEADER, Role.COMMANDER})
_CHECKERS = frozenset({Role.SHIFT_LEADER, Role.VERIFIER})
_SHIFT_LEADER = frozenset({Role.SHIFT_LEADER})
_ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})
_AUDITOR = frozenset({Role.AUDITOR})
_EVERYBODY = frozenset(Role)

ROLES: dict[type[Command], frozenset[Role]] = {
    AcknowledgeAlarm: _DESK_AND_STREET,
    AcknowledgeGroup: _DESK_AND_STREET,
    ShelveAlarm: _DESK,
    UnshelveAlarm: _DESK,
    TakeOutOfService: _SHIFT_LEADER,
    PutBackInService: _SHIFT_LEADER,
    MuteAlarm: _DESK_AND_STREET,
    NoteAlarm: _DESK_AND_STREET,
    OpenCase: _DESK_AND_STREET,
    AddNote: _DESK_AND_STREET | {Role.COMMANDER, Role.VERIFIER},
    DispatchCase: _DESK,
    AdvanceCase: _DESK_AND_STREET | {Role.COMMANDER, Role.VERIFIER},
    ChangeLevel: _LEADERS,
    LinkCamera: _DESK_AND_STREET,
    ResubmitEvent: frozenset({Role.SHIFT_LEADER, Role.ADMINISTRATOR}),
    ClaimCase: _DESK,
    AskTransfer: _DESK,
    AnswerTransfer: _DESK,
    DispatchUnits: _DESK,
    ReturnUnit: _DESK,
    CallOutside: _DESK,
    DrawSector: _DESK_AND_STREET,
    ClearSector: _DESK_AND_STREET,
    ListHousehold: _DESK_AND_STREET,
    CountHeads: _DESK_AND_STREET,
    CreateTask: _DESK,
    CheckIn: _DESK_AND_STREET,
    RemindTask: _DESK,
    CloseTask: _DESK,
    SuperviseCase: _SHIFT_LEADER,
    PrepareHandover: _SHIFT_LEADER,
    NoteHandover: _DESK,
    SignHandover: _SHIFT_LEADER,
    WithdrawHandover: _SHIFT_LEADER,
    ChangeLimits: frozenset({Role.SHIFT_LEADER, Role.ADMINISTRATOR}),
    RequestApproval: _DESK_AND_STREET,
    AnswerApproval: _SHIFT_LEADER,
    AddCoHandler: _DESK,
    AdvanceCoHandler: _DESK_AND_STREET,
    MergeCase: _DESK,
    LinkCase: _DESK,
    CorrectCase: _DESK,
    TickItem: _DESK_AND_STREET,
    MarkCall: _DESK,
    AttachFile: _DESK_AND_STREET | {Role.VERIFIER},
    RecordOutcome: _DESK | {Role.VERIFIER},
    ReviewCase: _SHIFT_LEADER,
    AddUser: _ADMINISTRATOR,
    ChangeUser: _ADMINISTRATOR,
    DisableUser: _ADMINISTRATOR,
    EnableUser: _ADMINISTRATOR,
    UnlockUser: _ADMINISTRATOR,
    ResetPassword: _ADMINISTRATOR,
    LockConsole: _EVERYBODY,
}
"""Roles by command."""

ADVANCE_ROLES: dict[Action, frozenset[Role]] = {
    Action.FILED: _DESK,
    Action.REJECTED: _DESK,
    Action.ACCEPTED: _DESK_AND_STREET,
    Action.SET_OUT: _DESK_AND_STREET,
    Action.ARRIVED: _DESK_AND_STREET,
    Action.HANDLING: _DESK_AND_STREET,
    Action.HANDLED: _DESK_AND_STREET,
    Action.REPORT_SENT: _DESK_AND_STREET,
    Action.RETURNED: _DESK_AND_STREET,
    Action.SELF_HANDLED: _DESK,
    Action.CHECKING: _CHECKERS,
    Action.CLOSED: _CHECKERS,
    Action.REOPENED: _CHECKERS,
    Action.RESUMED: _SHIFT_LEADER,
    Action.RESPONSE_LIFTED: _LEADERS,
}
"""Roles by the step that AdvanceCase asks for; steps not named cannot be asked for."""

FIELD_ROLES: dict[type[Command], dict[str, frozenset[Role]]] = {
    TickItem: {"waived": _SHIFT_LEADER},
}
"""Roles by a field that is set in a command, where fewer may than may give the command."""

CASE_READERS = _EVERYBODY - {Role.AUDITOR, Role.ADMINISTRATOR}
"""Roles that may see case content."""

HANDOVER_READERS = CASE_READERS - {Role.STREET_SEAT}
"""Roles that may see handovers and the yardsticks of a shift: both speak of all streets."""

LIMIT_READERS = CASE_READERS | _ADMINISTRATOR
"""Roles that may see the time limits."""

QUERY_ROLES: dict[str, frozenset[Role]] = {
    "case": CASE_READERS,
    "watching": _EVERYBODY,
    "closed_today": CASE_READERS,
    "figures": CASE_READERS | _ADMINISTRATOR,
    "limits": LIMIT_READERS,
    "yardsticks": HANDOVER_READERS,
    "handover": HANDOVER_READERS,
    "handovers": HANDOVER_READERS,
    "quarantine": _SHIFT_LEADER | _ADMINISTRATOR | _AUDITOR,
    "personal_data": _DESK_AND_STREET,
    "users": _ADMINISTRATOR,
    "audit": _AUDITOR,
    "audit_check": _AUDITOR,
    "audit_export": _AUDITOR,
}
"""Roles by the query that they may ask."""


def may(actor: Actor, command: Command) -> bool:
    """Whether the actor's role allows this command at all."""
    if actor.role not in ROLES[type(command)]:
        return False
    if isinstance(command, AdvanceCase):
        return actor.role in ADVANCE_ROLES.get(command.action, frozenset())
    fields = FIELD_ROLES.get(type(command), {})
    return all(actor.role in roles for name, roles in fields.items() if getattr(command, name))


def within_reach(actor: Actor, street: str) -> bool:
    """Whether something in `street` is the actor's business: a street seat sees its own only."""
    return actor.role is not Role.STREET_SEAT or actor.street == street
