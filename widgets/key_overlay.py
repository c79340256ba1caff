"""All keys on one page (F1)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

_ROWS = 9


class KeyOverlay(QFrame):
    """Lies over the window until any key or click."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("keyOverlay")
        self._over = over
        head = QLabel(self.tr("Keys"))
        head.setObjectName("dialogTitle")
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        for row, (keys, meaning) in enumerate(self._keys()):
            key, words = QLabel(keys), QLabel(meaning)
            key.setObjectName("key")
            grid.addWidget(key, row % _ROWS, row // _ROWS * 2, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(words, row % _ROWS, row // _ROWS * 2 + 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 24)
        column.setSpacing(16)
        column.addWidget(head)
        column.addLayout(grid)
        self.hide()

    def toggle(self) -> None:
        """Show or hide."""
        if self.isVisible():
            self.hide()
            return
        self.adjustSize()
        self.move(
            (self._over.width() - self.width()) // 2, (self._over.height() - self.height()) // 2
        )
        self.show()
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key closes."""
        self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Any click closes."""
        self.hide()

    def _keys(self) -> list[tuple[str, str]]:
        return [
            ("F1", self.tr("This page")),
            ("F2", self.tr("New case")),
            ("F3", self.tr("Search the queue")),
            ("F4", self.tr("Dispatch the case")),
            ("F9", self.tr("Change the response level")),
            ("F11", self.tr("Full screen")),
            ("Ctrl+L", self.tr("Links to hub and sources")),
            ("Ctrl+K  /", self.tr("Command bar")),
            ("Esc", self.tr("Clear the search or line")),
            ("↑ ↓", self.tr("Walk the queue")),
            ("← →", self.tr("Change the queue's tab")),
            ("Enter", self.tr("Acknowledge an alarm, open a case")),
            ("Menu", self.tr("What can be done with the row")),
            ("g137", self.tr("Go to grid 137, its cameras to the wall")),
            ("c 0421", self.tr("Camera 0421 to the wall")),
            ("0012", self.tr("Case ending in 0012")),
            ("xxl", self.tr("Anything by its pinyin initials")),
        ]
