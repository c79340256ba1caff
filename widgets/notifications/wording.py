"""The hub's answers as sentences: what was done, or why not and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from console.client.outcome import Outcome
from console.domain.alarm_commands import (
    AcknowledgeGroup,
    MuteAlarm,
    NoteAlarm,
    PutBackInService,
    ShelveAlarm,
    TakeOutOfService,
    UnshelveAlarm,
)
from console.domain.case_commands import RequestApproval
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
    PeopleCommand,
    ResetPassword,
    UnlockUser,
)
from console.domain.refusal import Refusal
from console.domain.result import ResultCode
from console.domain.task_commands import CheckIn, CloseTask, CreateTask, RemindTask
from widgets.common.terms import Terms
from widgets.i18n.mark import QT_TRANSLATE_NOOP
from widgets.notifications.case_words import CASE_DONE, CASE_REFUSALS

_REFUSALS: Mapping[Refusal, str] = {
    **CASE_REFUSALS,
    Refusal.NOT_ALLOWED: QT_TRANSLATE_NOOP(
        "Wording", "Your role may not do this. Ask the shift leader."
    ),
    Refusal.OTHER_STREET: QT_TRANSLATE_NOOP(
        "Wording", "This belongs to another street. Ask its seat or the shift leader."
    ),
    Refusal.UNKNOWN_ENTITY: QT_TRANSLATE_NOOP(
        "Wording", "It no longer exists. Choose it again from the queue."
    ),
    Refusal.VERSION_CONFLICT: QT_TRANSLATE_NOOP(
        "Wording", "Somebody was faster. Look at the new state, then decide again."
    ),
    Refusal.INVALID: QT_TRANSLATE_NOOP(
        "Wording", "Something is missing or wrong in what was entered. Check it and try again."
    ),
    Refusal.INTERNAL: QT_TRANSLATE_NOOP(
        "Wording", "The hub failed at this. Try again; its log has the details."
    ),
    Refusal.WRONG_STATE: QT_TRANSLATE_NOOP(
        "Wording",
        "The case is not at the step where this can be done. Look at its log, then choose another.",
    ),
    Refusal.REASON_REQUIRED: QT_TRANSLATE_NOOP(
        "Wording", "A reason is missing. Give one and try again."
    ),
    Refusal.SAME_PERSON: QT_TRANSLATE_NOOP(
        "Wording", "Who handled the case may not verify it. Let somebody else do it."
    ),
    Refusal.SECOND_PERSON: QT_TRANSLATE_NOOP(
        "Wording", "This needs a second person's approval. Ask a colleague for it."
    ),
    Refusal.CO_HANDLERS_OPEN: QT_TRANSLATE_NOOP(
        "Wording", "Co-handlers are still at work. The case can be closed when they are done."
    ),
    Refusal.PAPERWORK_DUE: QT_TRANSLATE_NOOP(
        "Wording", "The case was handled first and not yet filed. File it, then close it."
    ),
    Refusal.SUSPENDED: QT_TRANSLATE_NOOP("Wording", "The case is suspended. Resume it first."),
    Refusal.NOT_FILED: QT_TRANSLATE_NOOP(
        "Wording", "Levels 3 and 4 are filed before they are dispatched. File the case first."
    ),
    Refusal.SAME_LEVEL: QT_TRANSLATE_NOOP(
        "Wording", "The case is at this level already. Choose another one."
    ),
    Refusal.ALREADY_SEEN: QT_TRANSLATE_NOOP(
        "Wording", "Somebody has acknowledged this alarm already. Nothing is left to do."
    ),
    Refusal.ALREADY_OPENED: QT_TRANSLATE_NOOP(
        "Wording", "A case has been opened from this alarm already. Go to it from the alarm."
    ),
    Refusal.NOT_LATER: QT_TRANSLATE_NOOP(
        "Wording", "The new deadline must be later than the one in force."
    ),
    Refusal.SAME_CARD: QT_TRANSLATE_NOOP("Wording", "A card as bad is shown already."),
    Refusal.NO_CARD: QT_TRANSLATE_NOOP("Wording", "The case is under no supervision."),
    Refusal.LIMITS_WRONG: QT_TRANSLATE_NOOP(
        "Wording",
        "The table of limits is not sound: a limit is missing, doubled, or cannot be read. "
        "Correct it and save again.",
    ),
    Refusal.HANDOVER_CLOSED: QT_TRANSLATE_NOOP(
        "Wording", "The handover is signed or withdrawn. Nothing of it can be changed."
    ),
    Refusal.HANDOVER_TURN: QT_TRANSLATE_NOOP(
        "Wording", "First the leader who hands over signs, then the one who takes over."
    ),
    Refusal.SECOND_SIGNATURE: QT_TRANSLATE_NOOP(
        "Wording", "You have signed as the one who hands over. Somebody else takes over."
    ),
    Refusal.NOT_FUTURE: QT_TRANSLATE_NOOP(
        "Wording", "A table of limits takes effect now or within a year, never in the past."
    ),
    Refusal.OWNED: QT_TRANSLATE_NOOP(
        "Wording",
        "Somebody else owns this case. Ask for it, or let the shift leader take it when they are "
        "away.",
    ),
    Refusal.ALREADY_OWNED: QT_TRANSLATE_NOOP("Wording", "This person owns the case already."),
    Refusal.NOT_OWNER: QT_TRANSLATE_NOOP(
        "Wording", "Only its owner or the shift leader may hand a case over."
    ),
    Refusal.NOT_PRESENT: QT_TRANSLATE_NOOP(
        "Wording", "This person sits at no console now. Choose somebody who is there."
    ),
    Refusal.TRANSFER_OVER: QT_TRANSLATE_NOOP(
        "Wording", "The offer is over. The owner stays; ask again."
    ),
    Refusal.TRANSFER_ASKED: QT_TRANSLATE_NOOP(
        "Wording", "Somebody is being asked already. Wait for the answer, 15 s at most."
    ),
    Refusal.ALREADY_CLEARED: QT_TRANSLATE_NOOP("Wording", "This sector is cleared already."),
    Refusal.CHECKED_IN: QT_TRANSLATE_NOOP(
        "Wording", "Nobody is missing: it is checked in already."
    ),
    Refusal.TASK_CLOSED: QT_TRANSLATE_NOOP("Wording", "This task is over."),
    Refusal.ALREADY_THERE: QT_TRANSLATE_NOOP("Wording", "This unit is on the case already."),
    Refusal.ALARM_STATE: QT_TRANSLATE_NOOP(
        "Wording", "The alarm is not in a state where this can be done. Look at it again."
    ),
    Refusal.TOO_LONG: QT_TRANSLATE_NOOP(
        "Wording", "An alarm of this level may not be put aside for so long. Choose a shorter time."
    ),
    Refusal.TOO_SHORT: QT_TRANSLATE_NOOP(
        "Wording", "The password is too short (or longer than 128 characters)."
    ),
    Refusal.TOO_PLAIN: QT_TRANSLATE_NOOP(
        "Wording",
        "The password needs three of these: capital letters, small letters, digits, other signs.",
    ),
    Refusal.TOO_COMMON: QT_TRANSLATE_NOOP(
        "Wording", "This password is widely known or holds the user name. Choose another."
    ),
    Refusal.USED_BEFORE: QT_TRANSLATE_NOOP(
        "Wording", "This password was used before. Choose another."
    ),
    Refusal.CHANGE_DUE: QT_TRANSLATE_NOOP("Wording", "The password must be changed first."),
    Refusal.SIGN_IN: QT_TRANSLATE_NOOP(
        "Wording", "Name or password is wrong, or the account is closed or locked for 15 minutes."
    ),
    Refusal.NAME_TAKEN: QT_TRANSLATE_NOOP("Wording", "This user name is taken."),
    Refusal.OWN_ACCOUNT: QT_TRANSLATE_NOOP(
        "Wording", "Nobody changes their own account. Let another administrator do it."
    ),
}
_NOT_RESUBMITTED: Mapping[Refusal, str] = {
    Refusal.UNKNOWN_ENTITY: QT_TRANSLATE_NOOP(
        "Wording", "This refused event is no longer kept. Look at the list again."
    ),
    Refusal.ALREADY_SEEN: QT_TRANSLATE_NOOP(
        "Wording", "This event was taken in already, or another one stands at its number."
    ),
    Refusal.INVALID: QT_TRANSLATE_NOOP(
        "Wording", "The event is still not good, or was not kept whole. Mend its source."
    ),
    Refusal.NOT_ALLOWED: QT_TRANSLATE_NOOP(
        "Wording", "Only shift leaders and administrators may submit an event again."
    ),
}
_DONE: Mapping[type[Command], str] = {
    **CASE_DONE,
    AcknowledgeAlarm: QT_TRANSLATE_NOOP("Wording", "Alarm acknowledged"),
    AcknowledgeGroup: QT_TRANSLATE_NOOP("Wording", "{count} alarms acknowledged"),
    ShelveAlarm: QT_TRANSLATE_NOOP("Wording", "Alarm shelved for {minutes} min"),
    UnshelveAlarm: QT_TRANSLATE_NOOP("Wording", "Alarm is back from the shelf"),
    TakeOutOfService: QT_TRANSLATE_NOOP("Wording", "Alarm is out of service"),
    PutBackInService: QT_TRANSLATE_NOOP("Wording", "Alarm is in service again"),
    MuteAlarm: QT_TRANSLATE_NOOP("Wording", "Alarm muted for {minutes} min"),
    NoteAlarm: QT_TRANSLATE_NOOP("Wording", "Note on the alarm written"),
    OpenCase: QT_TRANSLATE_NOOP("Wording", "Case {number} opened"),
    AddUser: QT_TRANSLATE_NOOP("Wording", "Account {number} added"),
    ChangeUser: QT_TRANSLATE_NOOP("Wording", "Account {number} changed"),
    DisableUser: QT_TRANSLATE_NOOP("Wording", "Account {number} closed"),
    EnableUser: QT_TRANSLATE_NOOP("Wording", "Account {number} opened again"),
    UnlockUser: QT_TRANSLATE_NOOP("Wording", "Account {number} unlocked"),
    ResetPassword: QT_TRANSLATE_NOOP("Wording", "Account {number} has a password for once"),
    LockConsole: QT_TRANSLATE_NOOP("Wording", "Console locked"),
    AddNote: QT_TRANSLATE_NOOP("Wording", "Note written to case {number}"),
    DispatchCase: QT_TRANSLATE_NOOP("Wording", "Case {number} dispatched to {holder}"),
    AdvanceCase: QT_TRANSLATE_NOOP("Wording", "Case {number}: {step}"),
    ChangeLevel: QT_TRANSLATE_NOOP("Wording", "Case {number} is {level} now"),
    LinkCamera: QT_TRANSLATE_NOOP("Wording", "Camera linked to case {number}"),
    ResubmitEvent: QT_TRANSLATE_NOOP("Wording", "The refused event was taken in"),
    SuperviseCase: QT_TRANSLATE_NOOP("Wording", "Case {number}: {card}"),
    ChangeLimits: QT_TRANSLATE_NOOP("Wording", "New time limits saved"),
    PrepareHandover: QT_TRANSLATE_NOOP("Wording", "Handover drawn up"),
    NoteHandover: QT_TRANSLATE_NOOP("Wording", "Handover notes saved"),
    SignHandover: QT_TRANSLATE_NOOP("Wording", "Handover {handover} signed"),
    WithdrawHandover: QT_TRANSLATE_NOOP("Wording", "Handover {handover} withdrawn"),
    ClaimCase: QT_TRANSLATE_NOOP("Wording", "Case {number} is yours now"),
    AskTransfer: QT_TRANSLATE_NOOP("Wording", "Asked to take case {number} over: 15 s to agree"),
    AnswerTransfer: QT_TRANSLATE_NOOP("Wording", "Answered about case {number}"),
    DispatchUnits: QT_TRANSLATE_NOOP("Wording", "Case {number} dispatched"),
    ReturnUnit: QT_TRANSLATE_NOOP("Wording", "Case {number}: one unit sent its part back"),
    CallOutside: QT_TRANSLATE_NOOP("Wording", "Call logged in case {number}"),
    DrawSector: QT_TRANSLATE_NOOP("Wording", "Case {number}: sector drawn"),
    ClearSector: QT_TRANSLATE_NOOP("Wording", "Case {number}: sector cleared"),
    ListHousehold: QT_TRANSLATE_NOOP("Wording", "Case {number}: household listed"),
    CountHeads: QT_TRANSLATE_NOOP("Wording", "Case {number}: heads counted"),
    CreateTask: QT_TRANSLATE_NOOP("Wording", "Task given to the grids"),
    CheckIn: QT_TRANSLATE_NOOP("Wording", "Grid checked in"),
    RemindTask: QT_TRANSLATE_NOOP("Wording", "Missing grids reminded"),
    CloseTask: QT_TRANSLATE_NOOP("Wording", "Task closed"),
}


class Wording:
    """Sentences for outcomes."""

    @staticmethod
    def tr(source: str) -> str:
        """Translate in this class's own context."""
        return QCoreApplication.translate("Wording", source)

    @classmethod
    def outcome(cls, outcome: Outcome) -> str:
        """One sentence for an answered command."""
        return cls.done(outcome) if outcome.ok else cls.refused(outcome)

    @classmethod
    def done(cls, outcome: Outcome) -> str:
        """What was done."""
        command = outcome.command
        number = outcome.data.get("case", "")
        if not isinstance(command, OpenCase):
            number = command.entity
        short = number if isinstance(command, PeopleCommand) else number[-4:]
        values = {"number": short, "holder": "", "step": "", "level": "", "card": ""}
        other = getattr(command, "into", "") or getattr(command, "other", "")
        values |= {"other": other[-4:], "holder": getattr(command, "holder", "")}
        values |= {name: outcome.data.get(name, "") for name in ("count", "handover")}
        values["minutes"] = ""
        if isinstance(command, ShelveAlarm | MuteAlarm):
            values["minutes"] = str(command.minutes)
        elif isinstance(command, AdvanceCase | RequestApproval):
            values["step"] = Terms.action(command.action)
        elif isinstance(command, ChangeLevel):
            values["level"] = Terms.level(command.level)
        elif isinstance(command, SuperviseCase):
            values["card"] = Terms.card(command.card)
        return cls.tr(_DONE[type(command)]).format(**values)

    @classmethod
    def refused(cls, outcome: Outcome) -> str:
        """Why it was not done and what to do, with the code."""
        if outcome.code is ResultCode.WITHDRAWN:
            return Wording.tr("Taken back before it was sent.")
        try:
            reason = Refusal(outcome.reason)
        except ValueError:
            reason = Refusal.INTERNAL
        words = _REFUSALS[reason]
        if isinstance(outcome.command, ResubmitEvent):
            words = _NOT_RESUBMITTED.get(reason, words)
        return f"{cls.tr(words)} ({outcome.reason or outcome.code})"

    @classmethod
    def refusal(cls, reason: Refusal) -> str:
        """Why something was refused, with the code."""
        return f"{cls.tr(_REFUSALS[reason])} ({reason.value})"
