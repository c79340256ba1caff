"""Signing in."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from widgets.admin.credentials import Credentials
from widgets.admin.password_line import PasswordLine
from widgets.case.dialog_frame import DialogFrame


class SignInDialog(DialogFrame):
    """Name and password; `fault` says why the last try failed."""

    def __init__(self, user: str = "", fault: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_words(self.tr("Sign in"), self.tr("Sign in"))
        self.setMinimumWidth(420)
        self.user = QLineEdit(user)
        self.password = PasswordLine()
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("User name"), self.user)
        form.addRow(self.tr("Password"), self.password)
        self.body.addLayout(form)
        self._fault = QLabel(fault)
        self._fault.setObjectName("fault")
        self._fault.setWordWrap(True)
        self._fault.setVisible(bool(fault))
        self.body.addWidget(self._fault)
        for line in (self.user, self.password):
            line.textChanged.connect(self._enable)
        self._enable()
        (self.password if user else self.user).setFocus()

    def credentials(self) -> Credentials:
        """What was entered."""
        return Credentials(self.user.text().strip(), self.password.text())

    def _enable(self) -> None:
        self.accept_button.setEnabled(bool(self.user.text().strip() and self.password.text()))
