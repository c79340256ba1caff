"""A step that needs a reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from widgets.case.dialog_frame import DialogFrame


class ReasonDialog(DialogFrame):
    """One line that must not stay empty."""

    given = Signal(str)

    def __init__(self, title: str, accept: str, parent: QWidget | None = None) -> None:
        super().__init__(title, accept, parent)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Reason (required)"))
        self.body.addWidget(self.reason)
        self.reason.textChanged.connect(self._enable)
        self._enable()
        self.reason.setFocus()

    def _enable(self) -> None:
        self.accept_button.setEnabled(bool(self.reason.text().strip()))

    def accept(self) -> None:
        """Tell the reason."""
        if self.accept_button.isEnabled():
            self.given.emit(self.reason.text().strip())
            super().accept()
