"""An account: new, or with another name, role or street."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from console.client.account import Account
from console.client.store import Store
from console.domain.access import Role
from widgets.case.dialog_frame import DialogFrame
from widgets.common.choice_box import ChoiceBox
from widgets.common.role_words import role_words


class UserDialog(DialogFrame):
    """With an account it is changed; without, a new one is made, with `password` for once."""

    def __init__(
        self,
        store: Store,
        account: Account | None = None,
        password: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        new = account is None
        self.set_words(
            self.tr("New account") if new else self.tr("Change account"),
            self.tr("Add") if new else self.tr("Change"),
        )
        self.user = QLineEdit(account.user if account else "")
        self.user.setEnabled(new)
        self.name = QLineEdit(account.name if account else "")
        self.role = ChoiceBox()
        for role in Role:
            self.role.addItem(role_words(role), role)
        self.street = ChoiceBox()
        for street in store.streets.values():
            self.street.addItem(street.name, street.code)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("User name"), self.user)
        form.addRow(self.tr("Name as shown"), self.name)
        form.addRow(self.tr("Role"), self.role)
        form.addRow(self.tr("Street"), self.street)
        self.body.addLayout(form)
        if password:
            words = QLabel(
                self.tr("Password for the first sign-in: {password}").format(password=password)
            )
            words.setObjectName("dialogTitle")
            self.body.addWidget(words)
        if account is not None:
            self.role.setCurrentIndex(self.role.findData(account.role))
            self.street.setCurrentIndex(self.street.findData(account.street))
        for line in (self.user, self.name):
            line.textChanged.connect(self._enable)
        self.role.currentIndexChanged.connect(self._enable)
        self._enable()
        (self.user if new else self.name).setFocus()

    def chosen(self) -> tuple[str, str, Role, str]:
        """User name, name, role and street."""
        role = Role(self.role.currentData())
        street = self.street.currentData() if role is Role.STREET_SEAT else ""
        return self.user.text().strip(), self.name.text().strip(), role, street or ""

    def _enable(self) -> None:
        user, name, role, street = self.chosen()
        seat = role is Role.STREET_SEAT
        self.street.setEnabled(seat)
        fine = bool(user and name) and " " not in user and bool(street) == seat
        self.accept_button.setEnabled(fine)
