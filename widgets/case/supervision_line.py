"""The line of a case that says how it stands under supervision."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from console.client.seat import Seat
from console.domain.case import Case
from console.domain.clock_commands import SuperviseCase
from widgets.case.section_line import SectionLine
from widgets.common.card_words import CardWords


class SupervisionLine(SectionLine):
    """Hidden while nothing stands; the link is for shift leaders."""

    def __init__(self, me: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._me = me
        self.hide()

    def show_case(self, case: Case, now: datetime) -> None:
        """Say what stands."""
        standing = case.supervision if case.open else None
        self.setVisible(standing is not None)
        if standing is not None:
            link = self.tr("Supervise…") if self._me.may(SuperviseCase) else ""
            self.show_words(self.tr("Supervision"), CardWords.full(standing, now), link)
