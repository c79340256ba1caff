"""Says that something went wrong inside, under which id, and what to do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget


class CrashDialog(QDialog):
    """Not modal: work goes on under it. Further errors are counted, not stacked."""

    def __init__(self, crash_id: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setMinimumWidth(460)
        self._ids = [crash_id]
        head = QLabel(self.tr("Something went wrong inside the program"))
        head.setObjectName("dialogTitle")
        advice = QLabel(
            self.tr(
                "You can go on working. If something looks wrong, close the console and start it "
                "again; nothing given to the hub is lost. Report the number below; the details "
                "are in {folder}."
            ).format(folder=folder)
        )
        advice.setWordWrap(True)
        self._number = QLabel()
        self._number.setObjectName("crashId")
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QPushButton(self.tr("Go on"))
        close.setObjectName("primary")
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        for widget in (head, advice, self._number):
            column.addWidget(widget)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self._show_ids()

    def add(self, crash_id: str) -> None:
        """Another error came while this one is shown."""
        self._ids.append(crash_id)
        self._show_ids()

    def text(self) -> str:
        """The ids shown."""
        return self._number.text()

    def _show_ids(self) -> None:
        more = len(self._ids) - 1
        words = self._ids[0]
        if more:
            words += "  " + self.tr("and {count} more").format(count=more)
        self._number.setText(words)
