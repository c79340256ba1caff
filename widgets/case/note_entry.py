"""The line in which a note is written; what is begun stays with its case."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget


class NoteEntry(QLineEdit):
    """Enter hands the note in; changing the case keeps the draft of the old one."""

    written = Signal(str, str)
    """Case number and text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note")
        self.setFixedHeight(32)
        self.setMaxLength(1000)
        self.setPlaceholderText(self.tr("Write a note… Enter hands it in"))
        self.setAccessibleName(self.tr("Note to the case"))
        self._number = ""
        self._drafts: dict[str, str] = {}
        self.returnPressed.connect(self._hand_in)

    def show_case(self, number: str) -> None:
        """Change the case."""
        if number == self._number:
            return
        if self._number:
            self._drafts[self._number] = self.text()
        self._number = number
        self.setText(self._drafts.pop(number, ""))

    def _hand_in(self) -> None:
        text = self.text().strip()
        if text and self._number:
            self.clear()
            self.written.emit(self._number, text)

    def give_back(self, number: str, text: str) -> None:
        """A note was refused: put it back, unless something else was begun."""
        if number != self._number:
            self._drafts.setdefault(number, text)
        elif not self.text():
            self.setText(text)
