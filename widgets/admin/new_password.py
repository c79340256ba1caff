"""Choosing another password."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from console.domain.password_rules import PasswordRules
from console.domain.refusal import Refusal
from widgets.admin.password_line import PasswordLine
from widgets.case.dialog_frame import DialogFrame
from widgets.notifications.wording import Wording


class NewPasswordDialog(DialogFrame):
    """Twice the new password; with `asks_old` the present one before it.

    `why` is shown until something is typed: that the change is due, or why the last try failed.
    """

    def __init__(
        self,
        user: str,
        rules: PasswordRules,
        why: Refusal | None = None,
        *,
        asks_old: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.set_words(self.tr("Change password"), self.tr("Change"))
        self._user = user
        self._rules = rules
        self.old = PasswordLine()
        self.password = PasswordLine()
        self.again = PasswordLine()
        self._fault = QLabel(Wording.refusal(why) if why else "")
        self._fault.setObjectName("fault")
        self._fault.setWordWrap(True)
        hint = QLabel(self._hint())
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        if asks_old:
            form.addRow(self.tr("Present password"), self.old)
        form.addRow(self.tr("New password"), self.password)
        form.addRow(self.tr("New password again"), self.again)
        self.body.addWidget(hint)
        self.body.addLayout(form)
        self.body.addWidget(self._fault)
        self._asks_old = asks_old
        for line in (self.old, self.password, self.again):
            line.textEdited.connect(self._check)
        self.accept_button.setEnabled(False)
        (self.old if asks_old else self.password).setFocus()

    def new_password(self) -> str:
        """What was chosen."""
        return self.password.text()

    def old_password(self) -> str:
        """The present one."""
        return self.old.text()

    def say(self, refusal: Refusal) -> None:
        """Why the hub did not take it."""
        self._fault.setText(Wording.refusal(refusal))

    def fault(self) -> str:
        """What is said to be wrong, empty when all is well."""
        return self._fault.text()

    def _hint(self) -> str:
        rules = self._rules
        words = self.tr("At least {count} characters.").format(count=rules.least)
        if rules.classes:
            words += " " + self.tr(
                "Three of these: capital letters, small letters, digits, other signs."
            )
        if rules.max_age is not None:
            words += " " + self.tr("It lasts {days} days.").format(days=rules.max_age.days)
        return words

    def _check(self) -> None:
        wrong = self._rules.fault(self._user, self.password.text())
        words = Wording.refusal(wrong) if wrong and self.password.text() else ""
        if not wrong and self.again.text() and self.password.text() != self.again.text():
            words = self.tr("The two passwords are not the same.")
        self._fault.setText(words)
        same = self.password.text() == self.again.text()
        self.accept_button.setEnabled(
            wrong is None and same and (not self._asks_old or bool(self.old.text()))
        )
