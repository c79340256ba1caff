"""Signing a handover: as who sits here, or as somebody who signs in for it alone."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QRadioButton, QWidget

from console.domain.handover import Handover
from console.domain.handover_commands import SigningPart
from widgets.admin.password_line import PasswordLine
from widgets.case.dialog_frame import DialogFrame


class SignDialog(DialogFrame):
    """The incoming leader of a console that the outgoing one holds signs with name and password."""

    signed = Signal()
    countersigned = Signal(str, str)
    """User name and password."""

    def __init__(
        self,
        handover: Handover,
        part: SigningPart,
        user: str,
        name: str,
        *,
        leads: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        if part is SigningPart.OUTGOING:
            title = self.tr("Sign {id}: I hand the shift over")
        else:
            title = self.tr("Sign {id}: I take the shift over")
        self.set_words(title.format(id=handover.id), self.tr("Sign"))
        hint = QLabel(self.tr("After the first signature nothing can be changed."))
        hint.setObjectName("hint")
        self.myself = QRadioButton(self.tr("{name}, who sits here").format(name=name))
        self.other = QRadioButton(self.tr("Somebody else, with their own password"))
        taken = handover.outgoing is not None and handover.outgoing.user == user
        self.myself.setEnabled(leads and not taken)
        self.user = QLineEdit()
        self.password = PasswordLine()
        form = QFormLayout()
        form.addRow(self.tr("User name"), self.user)
        form.addRow(self.tr("Password"), self.password)
        self.body.addWidget(hint)
        for button in (self.myself, self.other):
            self.body.addWidget(button)
            button.toggled.connect(self._enable)
        self.body.addLayout(form)
        for line in (self.user, self.password):
            line.textChanged.connect(self._enable)
        (self.myself if self.myself.isEnabled() else self.other).setChecked(True)
        self._enable()
        (self.user if self.other.isChecked() else self.myself).setFocus()

    def _enable(self) -> None:
        other = self.other.isChecked()
        for line in (self.user, self.password):
            line.setEnabled(other)
        given = bool(self.user.text().strip() and self.password.text())
        self.accept_button.setEnabled(given if other else self.myself.isEnabled())

    def accept(self) -> None:
        """Tell how it is signed; the password is forgotten at once."""
        if not self.accept_button.isEnabled():
            return
        if self.other.isChecked():
            self.countersigned.emit(self.user.text().strip(), self.password.text())
            self.password.clear()
        else:
            self.signed.emit()
        super().accept()
