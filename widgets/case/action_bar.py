"""The buttons at the foot of the case panel: what may be done now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

MOST = 4


@dataclass(frozen=True, slots=True)
class Offer:
    """One button: its words, its look (`primary`, `second`, `warning`) and what it does."""

    words: str
    look: str
    act: Callable[[], object]


class ActionBar(QFrame):
    """Up to four buttons; while a command is pending none can be pressed.

    The buttons stay, only what they say and do changes: so they keep their place for the Tab key.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("actionBar")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(8)
        self._offers: list[Offer] = []
        self._all = [QPushButton(self) for _ in range(MOST)]
        for index, button in enumerate(self._all):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, i=index: self._act(i))
            row.addWidget(button, 1)
            button.hide()

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons shown."""
        return self._all[: len(self._offers)]

    def offer(self, offers: list[Offer], *, pending: bool) -> None:
        """Show these; raises ValueError where there are more than four."""
        for button, offer in zip(self._all, offers, strict=False):
            self._dress(button, offer)
            button.setEnabled(not pending)
        for button in self._all[len(offers) :]:
            button.hide()
        if len(offers) > MOST:
            raise ValueError(len(offers))
        self._offers = offers
        for button in self.buttons:
            button.show()
        self.setVisible(bool(offers))

    @staticmethod
    def _dress(button: QPushButton, offer: Offer) -> None:
        button.setText(offer.words)
        if button.objectName() != offer.look:
            button.setObjectName(offer.look)
            button.style().unpolish(button)
            button.style().polish(button)

    def _act(self, index: int) -> None:
        if index < len(self._offers):
            self._offers[index].act()
