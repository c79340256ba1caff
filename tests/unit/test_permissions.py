"""Who may do what, as documented: one table for people to read, one for the program."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from console.domain.access import Actor, Role
from console.domain.alarm import AlarmState
from console.domain.alarm_commands import (
    AcknowledgeGroup,
    MuteAlarm,
    NoteAlarm,
    PutBackInService,
    ShelveAlarm,
    TakeOutOfService,
    UnshelveAlarm,
)
from console.domain.attachment import PhotoGroup
from console.domain.call_outcome import CallOutcome
from console.domain.card import Card
from console.domain.card_rule import CardRule
from console.domain.case import CaseSource
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
    COMMANDS,
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
    SigningPart,
    WithdrawHandover,
)
from console.domain.limit_table import BEGINNING
from console.domain.people_commands import (
    AddUser,
    ChangeUser,
    DisableUser,
    EnableUser,
    LockConsole,
    ResetPassword,
    UnlockUser,
)
from console.domain.permissions import may, within_reach
from console.domain.task_commands import CheckIn, CloseTask, CreateTask, RemindTask

# Columns: operator, shift leader, commander, street seat, verifier, auditor, administrator.
MATRIX = {
    "AcknowledgeAlarm": "x x - x - - -",
    "AcknowledgeGroup": "x x - x - - -",
    "ShelveAlarm": "x x - - - - -",
    "UnshelveAlarm": "x x - - - - -",
    "TakeOutOfService": "- x - - - - -",
    "PutBackInService": "- x - - - - -",
    "MuteAlarm": "x x - x - - -",
    "NoteAlarm": "x x - x - - -",
    "OpenCase": "x x - x - - -",
    "AddNote": "x x x x x - -",
    "DispatchCase": "x x - - - - -",
    "ChangeLevel": "- x x - - - -",
    "LinkCamera": "x x - x - - -",
    "ResubmitEvent": "- x - - - - x",
    "ClaimCase": "x x - - - - -",
    "AskTransfer": "x x - - - - -",
    "AnswerTransfer": "x x - - - - -",
    "DispatchUnits": "x x - - - - -",
    "ReturnUnit": "x x - - - - -",
    "CallOutside": "x x - - - - -",
    "DrawSector": "x x - x - - -",
    "ClearSector": "x x - x - - -",
    "ListHousehold": "x x - x - - -",
    "CountHeads": "x x - x - - -",
    "CreateTask": "x x - - - - -",
    "CheckIn": "x x - x - - -",
    "RemindTask": "x x - - - - -",
    "CloseTask": "x x - - - - -",
    "SuperviseCase": "- x - - - - -",
    "ChangeLimits": "- x - - - - x",
    "AddUser": "- - - - - - x",
    "ChangeUser": "- - - - - - x",
    "DisableUser": "- - - - - - x",
    "EnableUser": "- - - - - - x",
    "UnlockUser": "- - - - - - x",
    "ResetPassword": "- - - - - - x",
    "LockConsole": "x x x x x x x",
    "PrepareHandover": "- x - - - - -",
    "NoteHandover": "x x - - - - -",
    "SignHandover": "- x - - - - -",
    "WithdrawHandover": "- x - - - - -",
    "AdvanceCase filed": "x x - - - - -",
    "AdvanceCase rejected": "x x - - - - -",
    "AdvanceCase accepted": "x x - x - - -",
    "AdvanceCase set_out": "x x - x - - -",
    "AdvanceCase arrived": "x x - x - - -",
    "AdvanceCase handling": "x x - x - - -",
    "AdvanceCase handled": "x x - x - - -",
    "AdvanceCase report_sent": "x x - x - - -",
    "AdvanceCase returned": "x x - x - - -",
    "AdvanceCase self_handled": "x x - - - - -",
    "AdvanceCase checking": "- x - - x - -",
    "AdvanceCase closed": "- x - - x - -",
    "AdvanceCase reopened": "- x - - x - -",
    "AdvanceCase resumed": "- x - - - - -",
    "AdvanceCase response_lifted": "- x x - - - -",
    "RequestApproval": "x x - x - - -",
    "AnswerApproval": "- x - - - - -",
    "AddCoHandler": "x x - - - - -",
    "AdvanceCoHandler": "x x - x - - -",
    "MergeCase": "x x - - - - -",
    "LinkCase": "x x - - - - -",
    "CorrectCase": "x x - - - - -",
    "TickItem": "x x - x - - -",
    "TickItem waived": "- x - - - - -",
    "MarkCall": "x x - - - - -",
    "AttachFile": "x x - x x - -",
    "RecordOutcome": "x x - - x - -",
    "ReviewCase": "- x - - - - -",
}
SAMPLES: dict[str, Command] = {
    "AcknowledgeAlarm": AcknowledgeAlarm("a", 1),
    "AcknowledgeGroup": AcknowledgeGroup("g", datetime(2021, 11, 28, tzinfo=UTC)),
    "ShelveAlarm": ShelveAlarm("a", AlarmState.UNACKNOWLEDGED, 3, 10, "r"),
    "UnshelveAlarm": UnshelveAlarm("a"),
    "TakeOutOfService": TakeOutOfService("a", AlarmState.UNACKNOWLEDGED, 3, "r"),
    "PutBackInService": PutBackInService("a"),
    "MuteAlarm": MuteAlarm("a", AlarmState.UNACKNOWLEDGED, 3, 10),
    "NoteAlarm": NoteAlarm("a", "t"),
    "OpenCase": OpenCase("t", "Z01", 4, CaseSource.GRID_APP, None, "", "", "", "", ""),
    "AddNote": AddNote("c", "t"),
    "DispatchCase": DispatchCase("c", 1, "u", "h"),
    "ChangeLevel": ChangeLevel("c", 1, 2, "r"),
    "LinkCamera": LinkCamera("c", "k"),
    "ResubmitEvent": ResubmitEvent("1"),
    "RequestApproval": RequestApproval("c", 1, Action.SUSPENDED, "r"),
    "AnswerApproval": AnswerApproval("c", 2, True),
    "AddCoHandler": AddCoHandler("c", "h"),
    "AdvanceCoHandler": AdvanceCoHandler("c", "h", True),
    "MergeCase": MergeCase("c", 1, "d"),
    "LinkCase": LinkCase("c", "d"),
    "CorrectCase": CorrectCase("c", 1, "r", title="t"),
    "TickItem": TickItem("c", "i"),
    "TickItem waived": TickItem("c", "i", True, "r"),
    "MarkCall": MarkCall("c", "p", True),
    "AttachFile": AttachFile("c", PhotoGroup.SCENE, "n", "0" * 64, 1),
    "RecordOutcome": RecordOutcome("c", 0, 0, 0),
    "ReviewCase": ReviewCase("c", 1, 5),
    "ClaimCase": ClaimCase("c", 1),
    "AskTransfer": AskTransfer("c", "li"),
    "AnswerTransfer": AnswerTransfer("c", accept=True),
    "DispatchUnits": DispatchUnits("c", 1, ("u",)),
    "ReturnUnit": ReturnUnit("c", 1, "u", "r"),
    "CallOutside": CallOutside("c", "o", "n", "p", CallOutcome.REACHED),
    "DrawSector": DrawSector("c", "s", ("g",)),
    "ClearSector": ClearSector("c", "s"),
    "ListHousehold": ListHousehold("c", "h", "p", 3),
    "CountHeads": CountHeads("c", "h1", 3),
    "CreateTask": CreateTask("t", "t", datetime(2021, 11, 29, tzinfo=UTC)),
    "CheckIn": CheckIn("t", "g"),
    "RemindTask": RemindTask("t", 1),
    "CloseTask": CloseTask("t", 1),
    "PrepareHandover": PrepareHandover(),
    "NoteHandover": NoteHandover("h", 1, "t"),
    "SignHandover": SignHandover("h", 1, SigningPart.OUTGOING),
    "WithdrawHandover": WithdrawHandover("h", 1, "r"),
    "SuperviseCase": SuperviseCase("c", 1, Card.YELLOW),
    "ChangeLimits": ChangeLimits("limits", 1, BEGINNING, (), CardRule()),
    "AddUser": AddUser("u", "n", Role.OPERATOR, "", "p"),
    "ChangeUser": ChangeUser("u", "n", Role.OPERATOR, ""),
    "DisableUser": DisableUser("u"),
    "EnableUser": EnableUser("u"),
    "UnlockUser": UnlockUser("u"),
    "ResetPassword": ResetPassword("u", "p"),
    "LockConsole": LockConsole("idle"),
}


def _sample(name: str) -> Command:
    if name in SAMPLES:
        return SAMPLES[name]
    command, _, action = name.partition(" ")
    return AdvanceCase("c", 1, Action(action)) if action else SAMPLES[command]


def _actor(role: Role) -> Actor:
    return Actor("u", "李某", role, "420299001", "console-1")


@pytest.mark.parametrize("name", MATRIX)
def test_the_matrix_holds(name: str) -> None:
    allowed = [may(_actor(role), _sample(name)) for role in Role]
    assert allowed == [mark == "x" for mark in MATRIX[name].split()]


def test_the_matrix_is_complete() -> None:
    assert {name.split()[0] for name in MATRIX} == set(COMMANDS)


def test_steps_that_are_not_in_the_matrix_cannot_be_asked_for() -> None:
    listed = {name.split()[1] for name in MATRIX if name.startswith("AdvanceCase ")}
    for action in set(Action) - {Action(name) for name in listed}:
        assert not any(may(_actor(role), AdvanceCase("c", 1, action)) for role in Role)


def test_a_street_seat_reaches_its_own_street_only() -> None:
    assert within_reach(_actor(Role.STREET_SEAT), "420299001")
    assert not within_reach(_actor(Role.STREET_SEAT), "420299002")
    assert within_reach(_actor(Role.OPERATOR), "420299002")
