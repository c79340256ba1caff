"""What can be done about clocks and shifts, one method each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject

from console.client.store import Store
from console.domain.card import Card
from console.domain.card_rule import CardRule
from console.domain.clock_commands import ChangeLimits, SuperviseCase
from console.domain.handover import Handover
from console.domain.handover_commands import (
    NoteHandover,
    PrepareHandover,
    SignHandover,
    SigningPart,
    WithdrawHandover,
)
from console.domain.limit_entry import LimitEntry
from widgets.actions import Actions

LIMITS = "limits"
"""The name of the one table of time limits."""


class ShiftActions(QObject):
    """Each method gives one command; False where there is nothing to give or it is on its way."""

    def __init__(self, store: Store, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._actions = actions

    @property
    def leads(self) -> bool:
        """Whether a shift leader sits here."""
        return self._actions.me.may(SuperviseCase)

    @property
    def edits_limits(self) -> bool:
        """Whether who sits here may change the time limits."""
        return self._actions.me.may(ChangeLimits)

    @property
    def notes(self) -> bool:
        """Whether who sits here may write into a handover."""
        return self._actions.me.may(NoteHandover)

    @property
    def user(self) -> str:
        """The account of who sits here."""
        return self._actions.me.user

    def supervise(self, number: str, card: Card, reason: str) -> bool:
        """Show a card for a case, or lift the one shown."""
        case = self._store.cases.get(number)
        if case is None:
            return False
        return self._actions.give(SuperviseCase(number, case.version, card, reason), number)

    def change_limits(
        self,
        version: int,
        effective_from: datetime,
        entries: Sequence[LimitEntry],
        cards: CardRule,
        note: str,
    ) -> bool:
        """Make the next version of the time limits."""
        command = ChangeLimits(LIMITS, version, effective_from, tuple(entries), cards, note)
        return self._actions.give(command, LIMITS)

    def prepare(self, handover: Handover | None) -> bool:
        """Draw a handover up, or bring the open one up to date."""
        command = PrepareHandover(handover.id, handover.version) if handover else PrepareHandover()
        return self._actions.give(command, command.entity)

    def note(self, handover: Handover, text: str) -> bool:
        """Save the notes of a handover."""
        return self._actions.give(NoteHandover(handover.id, handover.version, text), handover.id)

    def sign(self, handover: Handover, part: SigningPart) -> bool:
        """Sign as who sits here."""
        return self._actions.give(SignHandover(handover.id, handover.version, part), handover.id)

    def countersign(self, handover: Handover, part: SigningPart, user: str, password: str) -> bool:
        """Have somebody else sign here with their own password."""
        command = SignHandover(handover.id, handover.version, part)
        return self._actions.countersign(command, handover.id, user, password)

    def withdraw(self, handover: Handover, reason: str) -> bool:
        """Take back a half-signed handover."""
        command = WithdrawHandover(handover.id, handover.version, reason)
        return self._actions.give(command, handover.id)
