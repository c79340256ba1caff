"""The line over the list that says what is left out, and brings it back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from widgets.common.elided_label import ElidedLabel


class NarrowLine(QFrame):
    """Shown while a search, a filter or a workspace leaves something out of the list."""

    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queueLine")
        self._words = ElidedLabel()
        self.all = QPushButton(self.tr("Show all"))
        self.all.setAutoDefault(False)
        self.all.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.all.clicked.connect(self.all_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.all)
        self.hide()

    def text(self) -> str:
        """The words shown."""
        return self._words.text()

    def show_words(self, names: list[str], listed: int, of: int) -> None:
        """Name what narrows the list; hidden where nothing does."""
        counted = self.tr("{listed} of {all}").format(listed=listed, all=of)
        self._words.setText(" · ".join([*names, counted]))
        self.setVisible(bool(names))
