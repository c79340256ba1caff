"""Approving or refusing what somebody asked for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from widgets.case.dialog_frame import DialogFrame


class ApprovalDialog(DialogFrame):
    """`asked` says what, why and by whom; a refusal needs a reason."""

    answered = Signal(bool, str)
    """Whether approved, and the reason."""

    def __init__(self, title: str, asked: str, *, own: bool, parent: QWidget | None = None) -> None:
        super().__init__(title, "", parent)
        self.set_words(title, self.tr("Approve"))
        words = QLabel(asked)
        words.setWordWrap(True)
        self.body.addWidget(words)
        if own:
            hint = QLabel(self.tr("You asked for this yourself: somebody else has to approve it."))
            hint.setObjectName("fault")
            hint.setWordWrap(True)
            self.body.addWidget(hint)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Reason (required to refuse)"))
        self.refuse_button = QPushButton(self.tr("Refuse"))
        self.refuse_button.setObjectName("warning")
        self.refuse_button.setAutoDefault(False)
        self.refuse_button.clicked.connect(self._refuse)
        self.body.addWidget(self.reason)
        self.body.addWidget(self.refuse_button)
        self.accept_button.setEnabled(not own)
        self.reason.textChanged.connect(self._enable)
        self._enable()

    def _enable(self) -> None:
        self.refuse_button.setEnabled(bool(self.reason.text().strip()))

    def _refuse(self) -> None:
        self.answered.emit(False, self.reason.text().strip())
        super().accept()

    def accept(self) -> None:
        """Approve."""
        if self.accept_button.isEnabled():
            self.answered.emit(True, self.reason.text().strip())
            super().accept()
