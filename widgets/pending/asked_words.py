"""What was asked for, in a few words, while the hub has not answered."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from console.domain.alarm_commands import AcknowledgeGroup, NoteAlarm, ShelveAlarm
from console.domain.commands import (
    AcknowledgeAlarm,
    AddNote,
    AdvanceCase,
    ChangeLevel,
    Command,
    DispatchCase,
    LinkCamera,
    OpenCase,
)
from console.domain.dispatch_commands import ClaimCase, DispatchUnits
from widgets.common.terms import Terms
from widgets.i18n.mark import QT_TRANSLATE_NOOP

_ASKED: Mapping[type[Command], str] = {
    AcknowledgeAlarm: QT_TRANSLATE_NOOP("AskedWords", "Acknowledge an alarm"),
    AcknowledgeGroup: QT_TRANSLATE_NOOP("AskedWords", "Acknowledge a group of alarms"),
    ShelveAlarm: QT_TRANSLATE_NOOP("AskedWords", "Shelve an alarm"),
    NoteAlarm: QT_TRANSLATE_NOOP("AskedWords", "Note on an alarm"),
    OpenCase: QT_TRANSLATE_NOOP("AskedWords", "Open a case: {title}"),
    AddNote: QT_TRANSLATE_NOOP("AskedWords", "Note to case {number}: {text}"),
    DispatchCase: QT_TRANSLATE_NOOP("AskedWords", "Dispatch case {number}"),
    DispatchUnits: QT_TRANSLATE_NOOP("AskedWords", "Dispatch case {number}"),
    AdvanceCase: QT_TRANSLATE_NOOP("AskedWords", "Case {number}: {step}"),
    ChangeLevel: QT_TRANSLATE_NOOP("AskedWords", "Case {number} to {level}"),
    LinkCamera: QT_TRANSLATE_NOOP("AskedWords", "Link a camera to case {number}"),
    ClaimCase: QT_TRANSLATE_NOOP("AskedWords", "Take case {number} on"),
}
_OTHER = QT_TRANSLATE_NOOP("AskedWords", "Another action on {number}")


def asked_words(command: Command) -> str:
    """One line for a command."""
    entity = "" if isinstance(command, OpenCase) else command.entity
    values = {"number": entity[-4:], "title": "", "text": "", "step": "", "level": ""}
    if isinstance(command, OpenCase):
        values["title"] = command.title
    elif isinstance(command, AddNote):
        values["text"] = command.text
    elif isinstance(command, AdvanceCase):
        values["step"] = Terms.step(command.action)
    elif isinstance(command, ChangeLevel):
        values["level"] = Terms.level(command.level)
    source = _ASKED.get(type(command), _OTHER)
    return QCoreApplication.translate("AskedWords", source).format(**values)
