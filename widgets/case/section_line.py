"""A thin line above one row: what it is about, its news, and a link."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from widgets.common.elided_label import ElidedLabel


class SectionLine(QFrame):
    """Muted words, plain words, and at the right a link where there is something to do."""

    activated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("section")
        self._name = QLabel()
        self._name.setObjectName("sectionName")
        self._news = ElidedLabel()
        self._news.setObjectName("sectionNews")
        self._link = QPushButton()
        self._link.setObjectName("link")
        self._link.setCursor(Qt.CursorShape.PointingHandCursor)
        self._link.setAutoDefault(False)
        self._link.clicked.connect(self.activated)
        self._link.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 4)
        row.setSpacing(10)
        row.addWidget(self._name)
        row.addWidget(self._news, 1)
        row.addWidget(self._link)

    def show_words(self, name: str, news: str, link: str = "") -> None:
        """Change the words; an empty link hides it."""
        self._name.setText(name)
        self._news.setText(news)
        self._link.setText(link)
        self._link.setVisible(bool(link))

    def words(self) -> str:
        """What is shown, for screen readers and tests."""
        return f"{self._name.text()} {self._news.text()}".strip()
