"""The line over the list while rows are marked: how many, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class MarksBar(QFrame):
    """Shown only while something is marked."""

    act_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queueLine")
        self._words = QLabel()
        self.act = QPushButton()
        self.act.setObjectName("primary")
        self.clear = QPushButton(self.tr("Unmark (Esc)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        for button in (self.act, self.clear):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAutoDefault(False)
            row.addWidget(button)
        self.act.clicked.connect(self.act_wanted)
        self.clear.clicked.connect(self.clear_wanted)
        self.hide()

    def show_marks(self, count: int, *, alarms: bool, may: bool) -> None:
        """Say how many are marked and what they are; `may`: whether their act is offered."""
        self._words.setText(self.tr("{count} marked").format(count=count))
        self.act.setText(
            self.tr("Acknowledge (Ctrl+D)") if alarms else self.tr("Dispatch… (Ctrl+D)")
        )
        self.act.setVisible(may)
        self.setVisible(count > 0)
