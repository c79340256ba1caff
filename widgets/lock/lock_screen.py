"""The locked screen: clock, alarms without personal data, and the way back in."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.client.store import Store
from widgets.admin.password_line import PasswordLine
from widgets.i18n.texts import Texts
from widgets.lock.alarm_lines import AlarmLines
from widgets.theme import Theme

_FORM = 380


class LockScreen(QDialog):
    """Lies over the whole main window and takes all keys; only `open_up` closes it."""

    entered = Signal(str, str)
    """User name and password."""

    def __init__(self, over: QWidget, store: Store, theme: Theme) -> None:
        super().__init__(over, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("lockScreen")
        self.setWindowTitle(self.tr("Locked"))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._over = over
        self._own = ""
        self._waits = False
        self.alarms = AlarmLines(store, theme)
        self.user = QLineEdit()
        self.password = PasswordLine()
        self.enter = QPushButton()
        self.enter.setObjectName("primary")
        self.enter.setDefault(True)
        self.other = QPushButton()
        self.other.setAutoDefault(False)
        self._why = QLabel()
        self._why.setObjectName("hint")
        self._clock = QLabel()
        self._clock.setObjectName("lockClock")
        self._date = QLabel()
        self._date.setObjectName("date")
        self._state = QLabel()
        self._state.setObjectName("fault")
        self._arrange()
        self.enter.clicked.connect(self._enter)
        self.other.clicked.connect(self._turn)
        for line in (self.user, self.password):
            line.textChanged.connect(self._enable)
        over.installEventFilter(self)

    def _arrange(self) -> None:
        for label in (self._why, self._state):
            label.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("User name"), self.user)
        form.addRow(self.tr("Password"), self.password)
        buttons = QHBoxLayout()
        buttons.addWidget(self.enter)
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        entry = QVBoxLayout()
        entry.setSpacing(12)
        for widget in (self._clock, self._date, self._why):
            entry.addWidget(widget)
        entry.addSpacing(12)
        entry.addLayout(form)
        entry.addLayout(buttons)
        entry.addWidget(self._state)
        entry.addStretch(1)
        left = QWidget()
        left.setFixedWidth(_FORM)
        left.setLayout(entry)
        entry.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(72)
        row.addStretch(1)
        row.addWidget(left)
        row.addWidget(self.alarms, 2)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def close_down(self, user: str, why: str, now: datetime, *, other: bool) -> None:
        """Cover the window for `user`; with `other` somebody else is expected."""
        self._own = user
        self._why.setText(why)
        self.say("")
        self.password.clear()
        self._expect(other=other or not user)
        self.tick(now)
        self._fit()
        self.show()
        self.raise_()
        self.activateWindow()
        (self.user if self.expects_other else self.password).setFocus()

    def open_up(self) -> None:
        """Give the window back."""
        self.password.clear()
        super().reject()

    @property
    def expects_other(self) -> bool:
        """Whether somebody else is to take the console over."""
        return self.user.isEnabled()

    def say(self, words: str, *, waits: bool = False) -> None:
        """Why it stays locked, or that an answer is awaited."""
        self._state.setText(words)
        self._waits = waits
        self._enable()

    def said(self) -> str:
        """The sentence shown."""
        return self._state.text()

    def tick(self, now: datetime) -> None:
        """Clock and alarms."""
        self._clock.setText(Texts.clock(now))
        self._date.setText(Texts.date(now))
        self.alarms.follow(now)

    def reject(self) -> None:
        """Esc opens nothing."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears the password."""
        if event.key() == Qt.Key.Key_Escape:
            self.password.clear()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over the window."""
        if self.isVisible() and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.setGeometry(self._over.geometry())

    def _expect(self, *, other: bool) -> None:
        self.user.setEnabled(other)
        self.user.setText("" if other else self._own)
        self.enter.setText(self.tr("Take over") if other else self.tr("Unlock"))
        self.other.setText(self.tr("Back") if other else self.tr("Switch operator"))
        self.other.setVisible(bool(self._own))
        self._enable()

    def _turn(self) -> None:
        self._expect(other=not self.expects_other)
        self.password.clear()
        (self.user if self.expects_other else self.password).setFocus()

    def _enable(self) -> None:
        ready = bool(self.user.text().strip() and self.password.text())
        self.enter.setEnabled(ready and not self._waits)

    def _enter(self) -> None:
        password = self.password.text()
        self.password.clear()
        self.entered.emit(self.user.text().strip(), password)
