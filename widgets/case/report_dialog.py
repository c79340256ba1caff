"""A follow-up report; an empty one says that nothing has changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from widgets.case.dialog_frame import DialogFrame


class ReportDialog(DialogFrame):
    """One line that may stay empty."""

    given = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, "", parent)
        self.set_words(title, self.tr("Send report"))
        self.text = QLineEdit()
        self.text.setMaxLength(1000)
        self.text.setPlaceholderText(self.tr("What is new; empty for a nil report: no change"))
        hint = QLabel(self.tr("The next follow-up is counted from this report."))
        hint.setObjectName("hint")
        self.body.addWidget(self.text)
        self.body.addWidget(hint)
        self.text.setFocus()

    def accept(self) -> None:
        """Tell the words."""
        self.given.emit(self.text.text().strip())
        super().accept()
