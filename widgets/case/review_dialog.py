"""Closing the book on a case."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from console.domain.case import Case
from widgets.case.dialog_frame import DialogFrame

_MOST = 5


class ReviewDialog(DialogFrame):
    """Satisfaction from 1 to 5, or nobody was asked; a note."""

    given = Signal(int, str)

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        title = self.tr("Review {number} {title}").format(
            number=case.number[-4:], title=case.opening.title
        )
        self.set_words(title, self.tr("Review"))
        self.grades = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(6)
        words = [self.tr("Not asked"), *(str(grade) for grade in range(1, _MOST + 1))]
        for grade, text in enumerate(words):
            button = QPushButton(text)
            button.setObjectName("choice")
            button.setCheckable(True)
            button.setAutoDefault(False)
            self.grades.addButton(button, grade)
            row.addWidget(button)
        self.grades.button(0).setChecked(True)
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("Note (may be empty)"))
        self.body.addWidget(QLabel(self.tr("Satisfaction, 5 is best")))
        self.body.addLayout(row)
        self.body.addWidget(self.note)
        self.grades.button(0).setFocus()

    def accept(self) -> None:
        """Tell grade and note."""
        self.given.emit(self.grades.checkedId(), self.note.text().strip())
        super().accept()
