"""The common frame of the small dialogs: title, form, two buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget


class DialogFrame(QDialog):
    """A modal dialog; subclasses fill `body` and enable `accept_button` when they are complete."""

    def __init__(self, title: str, accept: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(480)
        self._head = QLabel(title)
        self._head.setObjectName("dialogTitle")
        self._head.setWordWrap(True)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.accept_button = QPushButton(accept)
        self.accept_button.setObjectName("primary")
        self.accept_button.setDefault(True)
        cancel = QPushButton(self.tr("Cancel"))
        buttons = QDialogButtonBox()
        buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addLayout(self.body)
        column.addSpacing(4)
        column.addWidget(buttons)

    def set_words(self, title: str, accept: str) -> None:
        """Title of the dialog and word on its button, for subclasses that translate their own."""
        self.setWindowTitle(title)
        self._head.setText(title)
        self.accept_button.setText(accept)
