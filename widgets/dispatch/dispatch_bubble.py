"""A small question at the pointer: send this unit to that case?"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from console.domain.candidate import Candidate
from console.domain.case import Case
from widgets.case.reason_words import ReasonWords
from widgets.i18n.texts import Texts


class DispatchBubble(QFrame):
    """Enter sends, Esc or a click elsewhere closes."""

    confirmed = Signal(str, str)
    """Case number and unit id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("dispatchBubble")
        self._pair = ("", "")
        self._what = QLabel()
        self._what.setObjectName("alarmWords")
        self._why = QLabel()
        self._why.setObjectName("hint")
        self.send = QPushButton(self.tr("Send"))
        self.send.setObjectName("primary")
        cancel = QPushButton(self.tr("Cancel"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.send)
        buttons.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._what)
        column.addWidget(self._why)
        column.addLayout(buttons)
        self.send.clicked.connect(self._confirm)
        cancel.clicked.connect(self.close)

    def ask(self, case: Case, one: Candidate, at: QPoint) -> None:
        """Ask at a point of the screen."""
        self._pair = (case.number, one.key)
        question = self.tr("Send {unit} to {number} {title}?")
        words = {"unit": one.name, "number": case.number[-4:], "title": case.opening.title}
        self._what.setText(question.format(**words))
        away = [Texts.distance(one.distance_m)] if one.distance_m is not None else []
        self._why.setText(" · ".join([*away, ReasonWords.reasons(one)]))
        self.send.setEnabled(not one.here)
        self.adjustSize()
        room = self.screen().availableGeometry()
        x = min(max(room.left(), at.x() + 12), room.right() - self.width())
        y = min(max(room.top(), at.y() + 12), room.bottom() - self.height())
        self.move(x, y)
        self.show()
        self.send.setFocus()

    def words(self) -> str:
        """What is asked and why, for screen readers and tests."""
        return f"{self._what.text()} {self._why.text()}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sends."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._confirm()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        if self.isVisible() and self.send.isEnabled():
            self.close()
            self.confirmed.emit(*self._pair)
