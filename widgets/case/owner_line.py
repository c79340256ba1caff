"""Who answers for a case, and who else has it open."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.client.colleagues import Colleagues
from console.client.seat import Seat
from console.client.store import Store
from console.domain.access import Role
from console.domain.case import Case
from console.domain.dispatch_commands import ClaimCase
from widgets.case.section_line import SectionLine
from widgets.common.ticker import Ticker


class OwnerLine(SectionLine):
    """A link takes the case on, or hands it over; the hub decides."""

    claim_wanted = Signal(str)
    transfer_wanted = Signal(str)

    def __init__(
        self, store: Store, me: Seat, ticker: Ticker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._me = me
        self._ticker = ticker
        self._colleagues = Colleagues(store, me.console)
        self._case: Case | None = None
        self._shown: tuple[str, str, str] = ("", "", "")
        self.activated.connect(self._act)
        ticker.ticked.connect(self._tick)

    def show_case(self, case: Case) -> None:
        """Change the case, or bring it up to date."""
        self._case = case
        self._tick(self._ticker.now())

    def _tick(self, now: datetime) -> None:
        case = self._case
        if case is None:
            return
        watching = [one.name for one in self._colleagues.watching(case.number, now)]
        seen = self.tr("in view of {names}").format(names="、".join(watching)) if watching else ""
        words = (self._owner(case), seen, self._offer(case, now))
        if words != self._shown:
            self._shown = words
            self.show_words(*words)

    def _owner(self, case: Case) -> str:
        if not case.owner:
            return self.tr("Nobody owns this case")
        if case.owner == self._me.user:
            return self.tr("Owner {name} (you)").format(name=case.owner_name)
        return self.tr("Owner {name}").format(name=case.owner_name)

    def _offer(self, case: Case, now: datetime) -> str:
        if not case.open or not self._me.may(ClaimCase):
            return ""
        leads = self._me.role is Role.SHIFT_LEADER
        if self.claims(case, now):
            return self.tr("Take on")
        return self.tr("Hand over…") if case.owner == self._me.user or leads else ""

    def claims(self, case: Case, now: datetime) -> bool:
        """Whether taking on is offered: nobody owns it, or its owner is away and I lead."""
        if not case.owner:
            return True
        away = all(one.user != case.owner for one in self._colleagues.present(now))
        mine = case.owner == self._me.user
        return self._me.role is Role.SHIFT_LEADER and away and not mine

    def _act(self) -> None:
        case = self._case
        if case is None:
            return
        if self.claims(case, self._ticker.now()):
            self.claim_wanted.emit(case.number)
        else:
            self.transfer_wanted.emit(case.number)
