"""The line in which a note is written; what is begun stays with its case."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from widgets.case.note_drafts import NoteDrafts


class NoteEntry(QLineEdit):
    """Enter hands the note in, Esc discards it, Ctrl+Z brings it back.

    Changing the case keeps the draft of the old one; with `keep_in` a restart keeps it too.
    """

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
        self._kept: NoteDrafts | None = None
        self.returnPressed.connect(self._hand_in)
        self.textChanged.connect(self._keep)

    def keep_in(self, drafts: NoteDrafts) -> None:
        """Keep drafts there from now on, and bring back those of the last time."""
        self._kept = drafts
        if self._number and not self.text():
            self.setText(drafts.of(self._number))

    def show_case(self, number: str) -> None:
        """Change the case."""
        if number == self._number:
            return
        self._number = ""
        self.setText(self._draft(number))
        self._number = number

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc discards, in a way that can be undone."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.selectAll()
            self.del_()
        else:
            super().keyPressEvent(event)

    def give_back(self, number: str, text: str) -> None:
        """A note was not taken: put it back, unless something else was begun."""
        if number == self._number:
            if not self.text():
                self.setText(text)
        elif not self._draft(number):
            self._put(number, text)

    def _hand_in(self) -> None:
        text = self.text().strip()
        if text and self._number:
            self.clear()
            self.written.emit(self._number, text)

    def _keep(self, text: str) -> None:
        if self._number:
            self._put(self._number, text)

    def _draft(self, number: str) -> str:
        return self._kept.of(number) if self._kept else self._drafts.get(number, "")

    def _put(self, number: str, text: str) -> None:
        if self._kept is not None:
            self._kept.put(number, text)
        else:
            self._drafts[number] = text
