"""What an operator can do about who works on a case, one method each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject

from console.client.store import Store
from console.domain.call_outcome import CallOutcome
from console.domain.case import Case
from console.domain.commands import Command
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
from console.domain.office import Office
from console.domain.task_commands import CheckIn, CloseTask, CreateTask, RemindTask
from widgets.actions import Actions


class DispatchActions(QObject):
    """Each method gives one command; False where there is nothing to give or it is on its way."""

    def __init__(self, store: Store, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._actions = actions

    @property
    def user(self) -> str:
        """The account of who sits here."""
        return self._actions.me.user

    @property
    def console(self) -> str:
        """This console's name."""
        return self._actions.me.console

    def may(self, kind: type[Command]) -> bool:
        """Whether the role of who sits here includes a command."""
        return self._actions.me.may(kind)

    def _case(self, number: str) -> Case | None:
        return self._store.cases.get(number)

    def send(self, number: str, keys: Sequence[str], note: str) -> bool:
        """Send a case to units and offices, named as candidates' keys."""
        case = self._case(number)
        if case is None or not keys:
            return False
        units = tuple(key for key in keys if key in self._store.units)
        offices = tuple(key for key in keys if key not in self._store.units and _is_office(key))
        command = DispatchUnits(number, case.version, units, offices, note)
        return self._actions.give(command, number)

    def take_back(self, number: str, unit: str, reason: str) -> bool:
        """One of several units sends its part back."""
        case = self._case(number)
        if case is None:
            return False
        return self._actions.give(ReturnUnit(number, case.version, unit, reason), number)

    def call(
        self,
        number: str,
        organisation: str,
        contact: str,
        phone: str,
        *,
        outcome: CallOutcome,
        note: str,
    ) -> bool:
        """Log a call to an outside unit."""
        command = CallOutside(number, organisation, contact, phone, outcome, note)
        return self._actions.give(command, number)

    def claim(self, number: str) -> bool:
        """Become the owner of a case."""
        case = self._case(number)
        return case is not None and self._actions.give(ClaimCase(number, case.version), number)

    def ask(self, number: str, to: str) -> bool:
        """Ask somebody to take a case over."""
        return self._actions.give(AskTransfer(number, to), number)

    def answer(self, number: str, *, accept: bool) -> bool:
        """Agree to take a case over, or decline."""
        return self._actions.give(AnswerTransfer(number, accept), number)

    def draw(
        self, number: str, sector: str, grids: Sequence[str], *, unit: str, holder: str
    ) -> bool:
        """Draw a search sector."""
        command = DrawSector(number, sector, tuple(grids), unit, holder)
        return self._actions.give(command, number)

    def clear(self, number: str, sector: str, note: str = "") -> bool:
        """Tick a search sector off."""
        return self._actions.give(ClearSector(number, sector, note), number)

    def list_household(self, number: str, household: str, place: str, expected: int) -> bool:
        """Put a household on the head-count list."""
        return self._actions.give(ListHousehold(number, household, place, expected), number)

    def count(self, number: str, line: str, found: int, elsewhere: int) -> bool:
        """Say how many of a line are accounted for."""
        return self._actions.give(CountHeads(number, line, found, elsewhere), number)

    def create_task(self, title: str, text: str, due_at: datetime, grids: Sequence[str]) -> bool:
        """Give one task to many grids."""
        return self._actions.give(CreateTask(title, text, due_at, tuple(grids)), "")

    def check_in(self, task: str, grid: str, note: str) -> bool:
        """Check a grid in."""
        return self._actions.give(CheckIn(task, grid, note), task)

    def remind(self, task: str) -> bool:
        """Remind the grids that are missing."""
        known = self._store.tasks.get(task)
        return known is not None and self._actions.give(RemindTask(task, known.version), task)

    def close_task(self, task: str) -> bool:
        """Wait for nobody any more."""
        known = self._store.tasks.get(task)
        return known is not None and self._actions.give(CloseTask(task, known.version), task)


def _is_office(key: str) -> bool:
    try:
        Office.parse(key)
    except ValueError:
        return False
    return True
