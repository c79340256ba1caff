"""What each command, field and question of the matrix of rights is called."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from widgets.i18n.mark import QT_TRANSLATE_NOOP

_WORDS: Mapping[str, str] = {
    "AcknowledgeAlarm": QT_TRANSLATE_NOOP("RightWords", "Acknowledge an alarm"),
    "OpenCase": QT_TRANSLATE_NOOP("RightWords", "Open a case"),
    "AddNote": QT_TRANSLATE_NOOP("RightWords", "Write a note"),
    "DispatchCase": QT_TRANSLATE_NOOP("RightWords", "Dispatch a case"),
    "ChangeLevel": QT_TRANSLATE_NOOP("RightWords", "Change the response level"),
    "LinkCamera": QT_TRANSLATE_NOOP("RightWords", "Link a camera"),
    "ResubmitEvent": QT_TRANSLATE_NOOP("RightWords", "Submit a refused event again"),
    "ClaimCase": QT_TRANSLATE_NOOP("RightWords", "Take a case on"),
    "AskTransfer": QT_TRANSLATE_NOOP("RightWords", "Hand a case over"),
    "AnswerTransfer": QT_TRANSLATE_NOOP("RightWords", "Answer a hand-over of a case"),
    "DispatchUnits": QT_TRANSLATE_NOOP("RightWords", "Dispatch several units"),
    "ReturnUnit": QT_TRANSLATE_NOOP("RightWords", "Take a unit's part back"),
    "CallOutside": QT_TRANSLATE_NOOP("RightWords", "Log a call to an outside unit"),
    "DrawSector": QT_TRANSLATE_NOOP("RightWords", "Draw a search sector"),
    "ClearSector": QT_TRANSLATE_NOOP("RightWords", "Clear a search sector"),
    "ListHousehold": QT_TRANSLATE_NOOP("RightWords", "List a household"),
    "CountHeads": QT_TRANSLATE_NOOP("RightWords", "Count heads"),
    "CreateTask": QT_TRANSLATE_NOOP("RightWords", "Give a task to the grids"),
    "CheckIn": QT_TRANSLATE_NOOP("RightWords", "Check in for a grid"),
    "RemindTask": QT_TRANSLATE_NOOP("RightWords", "Remind missing grids"),
    "CloseTask": QT_TRANSLATE_NOOP("RightWords", "Close a task"),
    "SuperviseCase": QT_TRANSLATE_NOOP("RightWords", "Give a supervision card"),
    "ChangeLimits": QT_TRANSLATE_NOOP("RightWords", "Change the time limits"),
    "PrepareHandover": QT_TRANSLATE_NOOP("RightWords", "Prepare a shift handover"),
    "NoteHandover": QT_TRANSLATE_NOOP("RightWords", "Write a handover note"),
    "SignHandover": QT_TRANSLATE_NOOP("RightWords", "Sign a shift handover"),
    "WithdrawHandover": QT_TRANSLATE_NOOP("RightWords", "Withdraw a shift handover"),
    "AcknowledgeGroup": QT_TRANSLATE_NOOP("RightWords", "Acknowledge a group of alarms"),
    "ShelveAlarm": QT_TRANSLATE_NOOP("RightWords", "Shelve an alarm"),
    "UnshelveAlarm": QT_TRANSLATE_NOOP("RightWords", "End a shelving"),
    "TakeOutOfService": QT_TRANSLATE_NOOP("RightWords", "Take an alarm out of service"),
    "PutBackInService": QT_TRANSLATE_NOOP("RightWords", "Put an alarm back in service"),
    "MuteAlarm": QT_TRANSLATE_NOOP("RightWords", "Mute an alarm"),
    "NoteAlarm": QT_TRANSLATE_NOOP("RightWords", "Note on an alarm"),
    "RequestApproval": QT_TRANSLATE_NOOP("RightWords", "Ask for an approval"),
    "AnswerApproval": QT_TRANSLATE_NOOP("RightWords", "Decide on an approval"),
    "AddCoHandler": QT_TRANSLATE_NOOP("RightWords", "Add a co-handler"),
    "AdvanceCoHandler": QT_TRANSLATE_NOOP("RightWords", "Report for a co-handler"),
    "MergeCase": QT_TRANSLATE_NOOP("RightWords", "Merge a case"),
    "LinkCase": QT_TRANSLATE_NOOP("RightWords", "Link cases"),
    "CorrectCase": QT_TRANSLATE_NOOP("RightWords", "Correct a case"),
    "TickItem": QT_TRANSLATE_NOOP("RightWords", "Tick the checklist"),
    "MarkCall": QT_TRANSLATE_NOOP("RightWords", "Mark a call made"),
    "AttachFile": QT_TRANSLATE_NOOP("RightWords", "Attach a file"),
    "RecordOutcome": QT_TRANSLATE_NOOP("RightWords", "Record the outcome"),
    "ReviewCase": QT_TRANSLATE_NOOP("RightWords", "Review a case"),
    "AddUser": QT_TRANSLATE_NOOP("RightWords", "Add an account"),
    "ChangeUser": QT_TRANSLATE_NOOP("RightWords", "Change an account"),
    "DisableUser": QT_TRANSLATE_NOOP("RightWords", "Close an account"),
    "EnableUser": QT_TRANSLATE_NOOP("RightWords", "Open an account again"),
    "UnlockUser": QT_TRANSLATE_NOOP("RightWords", "Unlock an account"),
    "ResetPassword": QT_TRANSLATE_NOOP("RightWords", "Give a password for once"),
    "LockConsole": QT_TRANSLATE_NOOP("RightWords", "Lock the console"),
    "TickItem.waived": QT_TRANSLATE_NOOP("RightWords", "Waive an item of the checklist"),
    "case": QT_TRANSLATE_NOOP("RightWords", "Read a case with its log"),
    "watching": QT_TRANSLATE_NOOP("RightWords", "Tell which case is open here"),
    "closed_today": QT_TRANSLATE_NOOP("RightWords", "Cases closed today"),
    "figures": QT_TRANSLATE_NOOP("RightWords", "Figures"),
    "limits": QT_TRANSLATE_NOOP("RightWords", "Time limits"),
    "yardsticks": QT_TRANSLATE_NOOP("RightWords", "Yardsticks of the shift"),
    "handover": QT_TRANSLATE_NOOP("RightWords", "Read a shift handover"),
    "handovers": QT_TRANSLATE_NOOP("RightWords", "List shift handovers"),
    "quarantine": QT_TRANSLATE_NOOP("RightWords", "List refused events"),
    "personal_data": QT_TRANSLATE_NOOP("RightWords", "See personal data in clear"),
    "users": QT_TRANSLATE_NOOP("RightWords", "List accounts"),
    "audit": QT_TRANSLATE_NOOP("RightWords", "Read the audit log"),
    "audit_check": QT_TRANSLATE_NOOP("RightWords", "Check the audit log"),
    "audit_export": QT_TRANSLATE_NOOP("RightWords", "Export the audit log"),
}


class RightWords:
    """Names of rights; one that is not listed yet goes by its own name."""

    @staticmethod
    def of(name: str) -> str:
        """The name in the language in force."""
        return QCoreApplication.translate("RightWords", _WORDS.get(name, name))

    @staticmethod
    def known() -> frozenset[str]:
        """Those that have words."""
        return frozenset(_WORDS)
