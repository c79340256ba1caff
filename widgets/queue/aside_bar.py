"""The line under the alarms: how many are shelved or out of service, and the way to them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget


class AsideBar(QPushButton):
    """A button as wide as the list; hidden while nothing is put aside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("asideBar")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_counts(self, shelved: int, out: int, *, listed: bool) -> None:
        """Change the counts; `listed` says that the list shows only what is put aside."""
        if listed:
            self.setText(self.tr("← Back to the alarms"))
        else:
            words = self.tr("Shelved {shelved} · Out of service {out}")
            self.setText(words.format(shelved=shelved, out=out))
        self.setVisible(listed or shelved + out > 0)
