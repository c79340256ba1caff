"""The common frame of the windows that lie beside the map without stopping the work."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

_MARGIN = 24


class SideWindow(QDialog):
    """Title, figures, a body that subclasses fill; Esc closes."""

    left = Signal()
    """It is not shown any more."""

    def __init__(self, width: int, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = (width, height)
        self._head = QLabel()
        self._head.setObjectName("dialogTitle")
        self._figures = QLabel()
        self._figures.setObjectName("figures")
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._head)
        row.addWidget(self._figures)
        row.addStretch(1)
        row.addWidget(close)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        column.addLayout(row)
        column.addLayout(self.body, 1)

    def say(self, title: str, figures: str, *, good: bool = False) -> None:
        """Change the title and the figures beside it; `good`: nothing is left to do."""
        self.setWindowTitle(title)
        self._head.setText(title)
        self._figures.setText(figures)
        if self._figures.property("good") is not good:
            self._figures.setProperty("good", good)
            self._figures.style().unpolish(self._figures)
            self._figures.style().polish(self._figures)

    def figures(self) -> str:
        """The figures shown."""
        return self._figures.text()

    def open_over(self, window: QWidget) -> None:
        """Show at the left of `window`, over the queue, so that map and case stay in sight."""
        if self.parentWidget() is not window:
            self.setParent(window, Qt.WindowType.Dialog)
            room = window.geometry()
            width, height = self._wanted
            self.resize(min(width, room.width() - 48), min(height, room.height() - 96))
            self.move(room.left() + _MARGIN, room.bottom() - self.height() - 4 * _MARGIN)
        self.show()
        self.raise_()
        self.activateWindow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it has gone."""
        super().hideEvent(event)
        self.left.emit()
