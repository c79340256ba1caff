"""A source that fell silent or a hub that ails, across the whole window until seen or mended."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from console.client.store import Changes, Store
from console.domain.facts import Kind
from widgets.common.elided_label import ElidedLabel
from widgets.links.troubles import Troubles

_HEIGHT = 40


class TroubleBanner(QFrame):
    """Says what is down and for how long. Acknowledging hides it on this console only."""

    rose = Signal()
    """Something new is wrong."""
    links_wanted = Signal()

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("linkBanner")
        self.setFixedHeight(_HEIGHT)
        self._store = store
        self._known: set[str] = set()
        self._seen: set[str] = set()
        mark = QLabel("■")
        mark.setObjectName("linkMark")
        self._words = ElidedLabel()
        self._words.setObjectName("linkWords")
        self.show_button = QPushButton(self.tr("Show links"))
        self.seen_button = QPushButton(self.tr("Acknowledge"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(10)
        row.addWidget(mark)
        row.addWidget(self._words, 1)
        for button in (self.show_button, self.seen_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        self.show_button.clicked.connect(self.links_wanted)
        self.seen_button.clicked.connect(self.acknowledge)
        self.hide()

    def apply(self, changes: Changes, now: datetime) -> None:
        """Follow the store at once."""
        if changes.touched(Kind.LINK) or changes.touched(Kind.HEALTH):
            self.tick(now)

    def tick(self, now: datetime) -> None:
        """Bring the words up to date; show or hide."""
        troubles = Troubles.of(self._store, now)
        keys = {one.key for one in troubles}
        self._seen &= keys
        fresh = keys - self._known
        self._known = keys
        open_ones = [one for one in troubles if one.key not in self._seen]
        self._words.setText(Troubles.sentence(open_ones))
        self.setVisible(bool(open_ones))
        if fresh:
            self.rose.emit()

    def acknowledge(self) -> None:
        """Somebody has seen what is shown; the lamps stay as they are."""
        self._seen |= self._known
        self.hide()

    def text(self) -> str:
        """The words shown."""
        return self._words.text()
