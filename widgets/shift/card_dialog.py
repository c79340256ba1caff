"""Supervising a case: a reminder, a yellow or red card, or lifting what is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QRadioButton, QWidget

from console.domain.card import RISING, Card, rank
from console.domain.case import Case
from widgets.case.dialog_frame import DialogFrame
from widgets.common.terms import Terms


class CardDialog(DialogFrame):
    """Offers what is worse than the card shown, the proposed one first; lifting needs a reason."""

    chosen = Signal(object, str)
    """A `Card` and the reason."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        title = self.tr("Supervise case {number}").format(number=case.number[-4:])
        self.set_words(title, self.tr("Supervise"))
        standing = case.supervision
        shown = standing.card if standing else None
        proposed = standing.proposed if standing else None
        self.body.addWidget(QLabel(case.opening.title))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Reason (required to lift)"))
        self.reason.textChanged.connect(self._enable)
        self.cards: dict[Card, QRadioButton] = {}
        self._group = QButtonGroup(self)
        for card in (*RISING, Card.LIFTED):
            button = QRadioButton(self._words(card, proposed))
            worse = rank(card) > rank(shown)
            button.setEnabled(standing is not None if card is Card.LIFTED else worse)
            button.toggled.connect(self._enable)
            self._group.addButton(button)
            self.cards[card] = button
            self.body.addWidget(button)
        first = proposed or next((card for card in RISING if rank(card) > rank(shown)), Card.LIFTED)
        self.cards[first].setChecked(True)
        self.body.addWidget(self.reason)
        self._enable()
        self.cards[first].setFocus()

    def _words(self, card: Card, proposed: Card | None) -> str:
        if card is Card.LIFTED:
            return self.tr("Lift the supervision")
        if card is proposed:
            return self.tr("{card} (proposed by the hub)").format(card=Terms.card(card))
        return Terms.card(card)

    def card(self) -> Card:
        """What is chosen."""
        return next(card for card, button in self.cards.items() if button.isChecked())

    def _enable(self) -> None:
        if not any(button.isChecked() for button in self.cards.values()):
            return
        given = bool(self.reason.text().strip())
        self.accept_button.setEnabled(given or self.card() is not Card.LIFTED)

    def accept(self) -> None:
        """Tell the choice."""
        if self.accept_button.isEnabled():
            self.chosen.emit(self.card(), self.reason.text().strip())
            super().accept()
