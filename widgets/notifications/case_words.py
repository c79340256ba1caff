"""Answers about the side moves of cases, in words."""

from __future__ import annotations

from collections.abc import Mapping

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
from console.domain.commands import Command
from console.domain.refusal import Refusal
from widgets.i18n.mark import QT_TRANSLATE_NOOP

CASE_REFUSALS: Mapping[Refusal, str] = {
    Refusal.CHECKLIST_OPEN: QT_TRANSLATE_NOOP(
        "Wording",
        "Required items of the checklist are open. Tick them, or let the shift leader waive them.",
    ),
    Refusal.PHOTOS_MISSING: QT_TRANSLATE_NOOP(
        "Wording", "This type needs photos before and after. Attach them, then close the case."
    ),
    Refusal.ALREADY_DONE: QT_TRANSLATE_NOOP("Wording", "This has been done already."),
    Refusal.LOWER_LEVEL: QT_TRANSLATE_NOOP(
        "Wording", "The other case is at a lower level. Raise it first, or merge the other way."
    ),
}

CASE_DONE: Mapping[type[Command], str] = {
    RequestApproval: QT_TRANSLATE_NOOP("Wording", "Case {number}: {step} waits for approval"),
    AnswerApproval: QT_TRANSLATE_NOOP("Wording", "Case {number}: request answered"),
    AddCoHandler: QT_TRANSLATE_NOOP("Wording", "Case {number}: {holder} asked to help"),
    AdvanceCoHandler: QT_TRANSLATE_NOOP("Wording", "Case {number}: part of {holder} noted"),
    MergeCase: QT_TRANSLATE_NOOP("Wording", "Case {number} merged into {other}"),
    LinkCase: QT_TRANSLATE_NOOP("Wording", "Case {number} linked with {other}"),
    CorrectCase: QT_TRANSLATE_NOOP("Wording", "Case {number} corrected"),
    TickItem: QT_TRANSLATE_NOOP("Wording", "Case {number}: item ticked"),
    MarkCall: QT_TRANSLATE_NOOP("Wording", "Case {number}: call noted"),
    AttachFile: QT_TRANSLATE_NOOP("Wording", "Case {number}: file entered"),
    RecordOutcome: QT_TRANSLATE_NOOP("Wording", "Case {number}: outcome entered"),
    ReviewCase: QT_TRANSLATE_NOOP("Wording", "Case {number} reviewed"),
}
