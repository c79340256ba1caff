"""The links panel: how every link is, what the hub says of itself, what was refused."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from console.client.questions import Questions
from console.client.store import Changes, Store
from console.domain.facts import Kind
from widgets.actions import Actions
from widgets.common.ticker import Ticker
from widgets.freshness import Freshness
from widgets.i18n.texts import Texts
from widgets.links.hub_facts import HubFacts
from widgets.links.link_line import (
    DUPLICATES,
    GAPS,
    LAG,
    LAST,
    NAME,
    OFFSET,
    QUARANTINED,
    RATE,
    SINCE,
    STATE,
    TRIP,
    WAITING,
    LinkLines,
)
from widgets.links.quarantine_view import QuarantineView
from widgets.links.table_model import TableModel
from widgets.links.table_view import TableView
from widgets.theme import Theme

WIDTH, HEIGHT = 1320, 860
_WIDTHS = {
    STATE: 132,
    SINCE: 108,
    RATE: 88,
    LAG: 96,
    WAITING: 92,
    LAST: 128,
    GAPS: 84,
    DUPLICATES: 92,
    QUARANTINED: 84,
    OFFSET: 120,
    TRIP: 112,
}
_NUMBERS = frozenset({RATE, LAG, WAITING, LAST, GAPS, DUPLICATES, QUARANTINED, OFFSET, TRIP})


class LinksWindow(QDialog):
    """Lies over the main window without stopping it; Esc closes."""

    def __init__(
        self,
        store: Store,
        theme: Theme,
        ticker: Ticker,
        *,
        fresh: Freshness,
        actions: Actions,
        questions: Questions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Links"))
        self.resize(WIDTH, HEIGHT)
        self._store = store
        self._ticker = ticker
        self._fresh = fresh
        self.model = TableModel(LinkLines.headers(), theme, _NUMBERS, self)
        self.table = TableView(self.model, theme, NAME)
        self.table.set_widths(_WIDTHS)
        self.facts = HubFacts(store)
        self.quarantine = QuarantineView(
            store, theme, ticker.now, questions=questions, actions=actions
        )
        self._age = QLabel()
        self._age.setObjectName("panelAge")
        self._arrange()
        ticker.ticked.connect(self.tick)
        fresh.changed.connect(self._freshened)

    def _arrange(self) -> None:
        title = QLabel(self.tr("Links"))
        title.setObjectName("dialogTitle")
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(title)
        head.addWidget(self._age)
        head.addStretch(1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.facts)
        column.addWidget(self.table, 3)
        column.addWidget(self.quarantine, 2)

    def open_over(self, window: QWidget) -> None:
        """Show, in the middle of `window` the first time, and ask for what was refused."""
        if self.parentWidget() is not window:
            self.setParent(window, Qt.WindowType.Dialog)
            room = window.geometry()
            self.resize(min(WIDTH, room.width() - 48), min(HEIGHT, room.height() - 96))
            self.move(room.center() - self.rect().center())
        self.show()
        self.raise_()
        self.activateWindow()
        self.tick(self._ticker.now())
        if not self.table.current_key():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus()
        self.quarantine.open()

    def apply(self, changes: Changes) -> None:
        """Follow the store while open."""
        if changes.touched(Kind.LINK) or changes.touched(Kind.HEALTH):
            self._freshened()

    def tick(self, now: datetime) -> None:
        """Bring rows, figures and the age of them up to date."""
        if not self.isVisible():
            return
        self.model.show_lines(LinkLines.of(self._store, self._fresh, now))
        self.facts.tick(now)
        late = self._fresh.late_s()
        words = self.tr("What you see is {age} old").format(age=Texts.rough(late or 0.0))
        self._age.setText("" if late is None else words)

    def age(self) -> str:
        """What is said of the age of the data; empty while it is fresh."""
        return self._age.text()

    def _freshened(self) -> None:
        self.tick(self._ticker.now())
