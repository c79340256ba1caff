"""Everything the hub has not answered yet, how old it is, and what it refused afterwards."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from console.client.outcome import Outcome
from console.client.waiting import Waiting
from console.domain.result import ResultCode
from widgets.actions import Actions
from widgets.common.ticker import Ticker
from widgets.freshness import LATE_S, Freshness
from widgets.i18n.texts import Texts
from widgets.notifications.wording import Wording
from widgets.pending.asked_words import asked_words

WIDTH, HEIGHT = 900, 460
MOST_REFUSED = 50
_KEY = Qt.ItemDataRole.UserRole
_WHAT, _GIVEN, _AGE, _STATE = range(4)


class PendingWindow(QDialog):
    """Lies over the main window without stopping it; Delete takes a line back, Esc closes.

    What was refused long after it was given stays listed until it is cleared.
    """

    def __init__(self, actions: Actions, fresh: Freshness, ticker: Ticker) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Waiting for the hub"))
        self.resize(WIDTH, HEIGHT)
        self._actions = actions
        self._fresh = fresh
        self._ticker = ticker
        self._wanted_back: set[str] = set()
        self._refused: list[Outcome] = []
        self._shown: list[tuple[str, str]] = []
        self.list = QTreeWidget()
        self.take_back = QPushButton(self.tr("Take back (Del)"))
        self.clear = QPushButton(self.tr("Clear what was refused"))
        self._nothing = QLabel(self.tr("Nothing waits: the hub has answered everything."))
        self._arrange()
        self.take_back.clicked.connect(self.take_current_back)
        self.clear.clicked.connect(self._clear)
        actions.pending_changed.connect(self._follow)
        actions.settled.connect(self._settled)
        fresh.changed.connect(self._follow)
        ticker.ticked.connect(self._follow)

    def _arrange(self) -> None:
        title = QLabel(self.windowTitle())
        title.setObjectName("dialogTitle")
        words = QLabel(
            self.tr(
                "What you do while the hub is away waits here and is sent once, in this order, "
                "when it is back. Until then it can be taken back."
            )
        )
        words.setWordWrap(True)
        self._nothing.setObjectName("emptyList")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setHeaderLabels(
            [self.tr("What"), self.tr("Given"), self.tr("Age"), self.tr("State")]
        )
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        for button in (self.take_back, self.clear):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        for button in (self.take_back, self.clear, close):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        for widget in (title, words):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 1)
        column.addLayout(row)

    def open_over(self, window: QWidget) -> None:
        """Show in the middle of `window`."""
        if self.parentWidget() is not window:
            self.setParent(window, Qt.WindowType.Dialog)
            self.move(window.geometry().center() - self.rect().center())
        self.show()
        self.raise_()
        self.activateWindow()
        self._follow()
        self.list.setFocus()

    def lines(self) -> list[tuple[str, str]]:
        """What is listed: words and state of every line."""
        return list(self._shown)

    def take_current_back(self) -> None:
        """Take the marked line back, if it was not sent yet."""
        item = self.list.currentItem()
        key = str(item.data(0, _KEY)) if item is not None else ""
        if key:
            self._wanted_back.add(key)
            self._actions.take_back(key)
            self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes back."""
        if event.key() == Qt.Key.Key_Delete:
            self.take_current_back()
        else:
            super().keyPressEvent(event)

    def _settled(self, outcome: Outcome) -> None:
        self._wanted_back.discard(outcome.cmd_id)
        given = outcome.given_at
        if outcome.ok or outcome.code is ResultCode.WITHDRAWN or given is None:
            return
        if (self._ticker.now() - given).total_seconds() >= LATE_S:
            self._refused = [*self._refused, outcome][-MOST_REFUSED:]
            self._follow()

    def _clear(self) -> None:
        self._refused.clear()
        self._follow()

    def _follow(self, _what: object = None) -> None:
        waiting = self._actions.waiting()
        now = self._ticker.now()
        lines = [self._waiting_line(one, now) for one in waiting]
        lines += [self._refused_line(one, now) for one in self._refused]
        self._shown = [(texts[_WHAT], texts[_STATE]) for _, texts in lines]
        if self.isVisible():
            self._show(lines)

    def _show(self, lines: list[tuple[str, list[str]]]) -> None:
        current = self.list.currentItem()
        here = self.list.indexOfTopLevelItem(current) if current is not None else 0
        while self.list.topLevelItemCount() > len(lines):
            self.list.takeTopLevelItem(self.list.topLevelItemCount() - 1)
        while self.list.topLevelItemCount() < len(lines):
            self.list.addTopLevelItem(QTreeWidgetItem())
        for row, (key, texts) in enumerate(lines):
            item = self.list.topLevelItem(row)
            if item is not None:
                item.setData(0, _KEY, key)
                for column, text in enumerate(texts):
                    item.setText(column, text)
                item.setToolTip(_WHAT, texts[_WHAT])
        if lines:
            self.list.setCurrentIndex(self.list.model().index(min(max(here, 0), len(lines) - 1), 0))
        self.list.setVisible(bool(lines))
        self._nothing.setVisible(not lines)
        self.take_back.setEnabled(any(key for key, _ in lines))
        self.clear.setEnabled(bool(self._refused))

    def _waiting_line(self, one: Waiting, now: datetime) -> tuple[str, list[str]]:
        if one.cmd_id in self._wanted_back:
            state = self.tr("Sent already: the hub's answer decides")
        elif self._fresh.up:
            state = self.tr("Sent, no answer yet")
        else:
            state = self.tr("Waits for the hub")
        return one.cmd_id, [asked_words(one.command), *_times(one.given_at, now), state]

    def _refused_line(self, one: Outcome, now: datetime) -> tuple[str, list[str]]:
        at = one.given_at or now
        words = self.tr("Refused: {why}").format(why=Wording.refused(one))
        return "", [asked_words(one.command), *_times(at, now), words]


def _times(at: datetime, now: datetime) -> tuple[str, str]:
    return Texts.clock(at), Texts.rough(max(0.0, (now - at).total_seconds()))
