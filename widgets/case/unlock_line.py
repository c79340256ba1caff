"""The line of a case that shows personal data in clear for a moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import Signal

from console.client.seat import Seat
from console.domain.case import Case
from console.domain.permissions import QUERY_ROLES
from widgets.case.section_line import SectionLine
from widgets.common.ticker import Ticker


class UnlockLine(SectionLine):
    """Asks for the clear values and forgets them when their time is over, or the case changes."""

    wanted = Signal(str)
    """The case whose personal data is to be shown."""

    def __init__(self, me: Seat, ticker: Ticker) -> None:
        super().__init__()
        self._me = me
        self._ticker = ticker
        self._number = ""
        self._values: Mapping[str, str] = {}
        self._until: datetime | None = None
        self._masked = ""
        self.setContentsMargins(0, -6, 0, -2)
        self.activated.connect(self._act)
        ticker.ticked.connect(self._tick)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether clear values are on the screen."""
        return bool(self._values)

    def show_case(self, case: Case) -> None:
        """Follow the case shown; another one closes what was open."""
        if case.number != self._number:
            self._number = case.number
            self.close_up()
        opening = case.opening
        self._masked = " · ".join(part for part in (opening.reporter, opening.contact) if part)
        self.setVisible(self.takes(case))
        self._refresh()

    def takes(self, case: Case) -> bool:
        """Whether this line tells who reported the case: there is somebody, and it may be asked."""
        known = bool(case.opening.reporter or case.opening.contact)
        return known and self._me.role in QUERY_ROLES["personal_data"]

    def reveal(self, number: str, values: Mapping[str, str], seconds: int) -> None:
        """Show values of a case, unless another one is shown by now."""
        if number == self._number:
            self._values = dict(values)
            self._until = self._ticker.now() + timedelta(seconds=seconds)
            self._refresh()

    def close_up(self) -> None:
        """Forget the clear values."""
        self._values, self._until = {}, None
        self._refresh()

    def ask(self) -> None:
        """Ask for the values, or close them."""
        if self.isVisible():
            self._act()

    def _act(self) -> None:
        if self.is_open:
            self.close_up()
        else:
            self.wanted.emit(self._number)

    def _tick(self, now: datetime) -> None:
        if self._until is not None:
            if now >= self._until:
                self.close_up()
            else:
                self._refresh()

    def _refresh(self) -> None:
        if self._until is None:
            self.show_words(self.tr("Reporter"), self._masked, self.tr("Show in clear…"))
            return
        left = max(0, round((self._until - self._ticker.now()).total_seconds()))
        shown = " · ".join(self._values.values()) or self.tr("nothing is kept")
        name = self.tr("In clear {minutes}:{seconds:02d}").format(
            minutes=left // 60, seconds=left % 60
        )
        self.show_words(name, shown, self.tr("Hide"))
