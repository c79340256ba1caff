"""All keys on one page (F1)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from widgets.key_table import KeyLine, KeyTable

_ROWS = 14


class KeyOverlay(QFrame):
    """Lies over the window until any key or click; lists the key table as it is when shown."""

    def __init__(self, over: QWidget, table: KeyTable) -> None:
        super().__init__(over)
        self.setObjectName("keyOverlay")
        self._over = over
        self._table = table
        self._listed: list[KeyLine] = []
        head = QLabel(self.tr("Keys"))
        head.setObjectName("dialogTitle")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 24)
        column.setSpacing(16)
        column.addWidget(head)
        column.addLayout(self._grid)
        self.hide()

    def toggle(self) -> None:
        """Show or hide."""
        if self.isVisible():
            self.hide()
            return
        self._fill()
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

    def _fill(self) -> None:
        for place, line in enumerate(self._table.lines()[len(self._listed) :], len(self._listed)):
            key, words = QLabel(line.keys), QLabel(line.text)
            key.setObjectName("key")
            row, column = place % _ROWS, place // _ROWS * 2
            self._grid.addWidget(key, row, column, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(words, row, column + 1)
            self._listed.append(line)
