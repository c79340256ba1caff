"""The buttons at the foot of the case panel: what may be done now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

MOST = 4
_MORE_WIDTH = 40


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
        self._more: list[Offer] = []
        self._words: list[list[str]] = []
        self._all = [QPushButton(self) for _ in range(MOST)]
        self._menu = QMenu(self)
        self.more = QPushButton("⋯")
        self.more.setObjectName("second")
        self.more.setToolTip(self.tr("All moves F10"))
        self.more.setAccessibleName(self.tr("All moves F10"))
        self.more.setFixedWidth(_MORE_WIDTH)
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self.open_menu)
        for index, button in enumerate(self._all):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, i=index: self._act(i))
            row.addWidget(button, 1)
            button.hide()
        row.addWidget(self.more)
        self.more.hide()

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons shown."""
        return self._all[: len(self._offers)]

    def offer(
        self, offers: list[Offer], more: Sequence[Sequence[Offer]] = (), *, pending: bool
    ) -> None:
        """Show these, and `more` in groups behind the last button.

        Raises ValueError where there are more than four offers.
        """
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
        self._fill(more)
        self.more.setVisible(bool(more))
        self.more.setEnabled(not pending)
        self.setVisible(bool(offers or more))

    @property
    def menu(self) -> QMenu:
        """What is behind the last button."""
        return self._menu

    def open_menu(self) -> None:
        """F10: the other moves, the first of them chosen."""
        if not self.more.isVisible() or not self.more.isEnabled():
            return
        height = self._menu.sizeHint().height()
        self._menu.popup(self.more.mapToGlobal(QPoint(0, -height - 4)))
        first = next((act for act in self._menu.actions() if not act.isSeparator()), None)
        if first is not None:
            self._menu.setActiveAction(first)

    def _fill(self, groups: Sequence[Sequence[Offer]]) -> None:
        words = [[offer.words for offer in group] for group in groups]
        self._more = [offer for group in groups for offer in group]
        if words == self._words:
            return
        self._words = words
        self._menu.clear()
        number = 0
        for group in words:
            if number:
                self._menu.addSeparator()
            for text in group:
                action = self._menu.addAction(text)
                action.triggered.connect(lambda _on=False, n=number: self._more[n].act())
                number += 1

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
