"""What an operator can do beside a case's straight path, one method each."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.client.store import Store
from console.domain.case import Case
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
from console.domain.case_outcome import CaseOutcome
from widgets.actions import Actions


class CaseActions(QObject):
    """Each method gives one command; False where there is nothing to give or it is on its way."""

    def __init__(self, store: Store, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._actions = actions

    def _case(self, number: str) -> Case | None:
        return self._store.cases.get(number)

    def ask(self, number: str, action: Action, reason: str, days: int = 0) -> bool:
        """Ask for a step that a second person approves."""
        case = self._case(number)
        if case is None:
            return False
        command = RequestApproval(number, case.version, action, reason, days)
        return self._actions.give(command, number)

    def answer(self, number: str, request: int, *, approve: bool, reason: str = "") -> bool:
        """Approve or refuse what was asked for."""
        return self._actions.give(AnswerApproval(number, request, approve, reason), number)

    def add_co_handler(self, number: str, holder: str, unit: str, task: str, level: int) -> bool:
        """Ask somebody to do a part."""
        return self._actions.give(AddCoHandler(number, holder, unit, task, level), number)

    def advance_co_handler(self, number: str, holder: str, *, done: bool) -> bool:
        """A co-handler accepted its part, or is done."""
        return self._actions.give(AdvanceCoHandler(number, holder, done), number)

    def merge(self, number: str, into: str, note: str = "") -> bool:
        """End a case as part of another."""
        case = self._case(number)
        if case is None:
            return False
        return self._actions.give(MergeCase(number, case.version, into, note), number)

    def link(self, number: str, other: str, note: str = "") -> bool:
        """Tie two cases to each other."""
        return self._actions.give(LinkCase(number, other, note), number)

    def correct(self, command: CorrectCase) -> bool:
        """Correct what a case was opened with."""
        return self._actions.give(command, command.entity)

    def tick(self, number: str, item: str, waived: str = "") -> bool:
        """Tick an item, or waive it for the reason `waived`."""
        return self._actions.give(TickItem(number, item, bool(waived), waived), number)

    def call(self, number: str, party: str, *, reached: bool) -> bool:
        """Note a call."""
        return self._actions.give(MarkCall(number, party, reached), number)

    def attach(self, command: AttachFile) -> bool:
        """Enter a file."""
        return self._actions.give(command, command.entity)

    def record_outcome(self, number: str, outcome: CaseOutcome, note: str) -> bool:
        """Enter losses and people hurt."""
        hurt = (outcome.injured, outcome.dead, outcome.loss_yuan)
        return self._actions.give(RecordOutcome(number, *hurt, note), number)

    def review(self, number: str, satisfaction: int, note: str) -> bool:
        """Close the book on a case."""
        case = self._case(number)
        if case is None:
            return False
        return self._actions.give(ReviewCase(number, case.version, satisfaction, note), number)
