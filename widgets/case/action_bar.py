"""The buttons at the foot of the case panel: what may be done now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget


@dataclass(frozen=True, slots=True)
class Offer:
    """One button: its words, its look (`primary`, `second`, `warning`) and what it does."""

    words: str
    look: str
    act: Callable[[], object]


class ActionBar(QFrame):
    """Up to four buttons; while a command is pending none can be pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("actionBar")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 10, 12, 10)
        self._row.setSpacing(8)
        self._words: list[tuple[str, str]] = []
        self._buttons: list[QPushButton] = []
        self._offers: list[Offer] = []

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons shown."""
        return list(self._buttons)

    def offer(self, offers: list[Offer], *, pending: bool) -> None:
        """Show these; buttons are kept where only their effect changed."""
        self._offers = offers
        words = [(offer.words, offer.look) for offer in offers]
        if words != self._words:
            self._words = words
            self._make()
        for button in self._buttons:
            button.setEnabled(not pending)
        self.setVisible(bool(offers))

    def _make(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for index, (words, look) in enumerate(self._words):
            button = QPushButton(words)
            button.setObjectName(look)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, i=index: self._act(i))
            self._row.addWidget(button, 1)
            self._buttons.append(button)

    def _act(self, index: int) -> None:
        if index < len(self._offers):
            self._offers[index].act()
