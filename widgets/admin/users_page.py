"""The accounts of the site, for the administrator."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.client.account import Account, accounts
from console.client.outcome import Outcome
from console.client.questions import Answer, Questions
from console.client.store import Store
from console.domain.access import Role
from console.domain.people_commands import (
    AddUser,
    ChangeUser,
    DisableUser,
    EnableUser,
    PeopleCommand,
    ResetPassword,
    UnlockUser,
)
from widgets.actions import Actions
from widgets.admin.plain_table import PlainTable
from widgets.admin.secret_once import password_for_once
from widgets.admin.user_dialog import UserDialog
from widgets.common.role_words import role_words
from widgets.i18n.texts import Texts
from widgets.notifications.wording import Wording


class UsersPage(QWidget):
    """Lists the accounts and gives the commands about them; asks again after each."""

    def __init__(
        self, store: Store, actions: Actions, questions: Questions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._actions = actions
        self._questions = questions
        self._accounts: dict[str, Account] = {}
        headers = [
            self.tr("User name"),
            self.tr("Name as shown"),
            self.tr("Role"),
            self.tr("Street"),
            self.tr("State"),
            self.tr("Password until"),
        ]
        self.table = PlainTable(self.tr("Accounts"), headers, [180, 180, 150, 180, 0, 170])
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        self.add = self._button(self.tr("New account…"), self._add)
        self.add.setObjectName("primary")
        self.change = self._button(self.tr("Change…"), self._change)
        self.reset = self._button(self.tr("Password for once…"), self._reset)
        self.unlock = self._button(self.tr("Unlock"), self._unlock)
        self.close_account = self._button(self.tr("Close account"), self._close_or_open)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.add, self.change, self.reset, self.unlock, self.close_account):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self.answer)
        column.addLayout(row)
        self.table.itemSelectionChanged.connect(self._enable)
        self.table.itemActivated.connect(lambda _item, _column: self._change())
        actions.settled.connect(self._settled)
        self._enable()

    def open(self) -> None:
        """Ask for the accounts."""
        self._questions.ask("users", {}, self._take)

    def _button(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _take(self, answer: Answer) -> None:
        if not answer.ok:
            self.answer.setText(self.tr("Only administrators see the accounts."))
            return
        self._accounts = {one.user: one for one in accounts(answer.rows)}
        self.table.show_rows([(one.user, self._cells(one)) for one in self._accounts.values()])
        self._enable()

    def _cells(self, one: Account) -> list[str]:
        street = self._store.streets.get(one.street)
        until = one.expires_at.astimezone().strftime("%Y-%m-%d") if one.expires_at else ""
        name = street.name if street else one.street
        return [one.user, one.name, role_words(one.role), name, self._state(one), until]

    def _state(self, one: Account) -> str:
        if one.disabled:
            return self.tr("closed")
        words = []
        if one.locked_until is not None:
            words.append(self.tr("locked until {time}").format(time=Texts.clock(one.locked_until)))
        if one.must_change:
            words.append(self.tr("must change the password"))
        return " · ".join(words) or self.tr("open")

    def _chosen(self) -> Account | None:
        return self._accounts.get(self.table.current_key())

    def _enable(self) -> None:
        one = self._chosen()
        other = one is not None and one.user != self._actions.me.user
        for button in (self.change, self.reset, self.close_account):
            button.setEnabled(other)
        self.unlock.setEnabled(other and one is not None and one.locked_until is not None)
        closed = one is not None and one.disabled
        self.close_account.setText(self.tr("Open account") if closed else self.tr("Close account"))

    def _add(self) -> None:
        password = password_for_once()
        dialog = UserDialog(self._store, None, password, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            user, name, role, street = dialog.chosen()
            self._give(AddUser(user, name, role, street, password))

    def _change(self) -> None:
        one = self._chosen()
        if one is None or one.user == self._actions.me.user:
            return
        dialog = UserDialog(self._store, one, parent=self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            _user, name, role, street = dialog.chosen()
            self._give(ChangeUser(one.user, name, Role(role), street))

    def _reset(self) -> None:
        one = self._chosen()
        if one is None:
            return
        password = password_for_once()
        words = self.tr("{user} signs in once with this password and then chooses another:")
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Password for once"))
        box.setText(words.format(user=one.user))
        box.setInformativeText(password)
        box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
        if box.exec() == QMessageBox.StandardButton.Ok:
            self._give(ResetPassword(one.user, password))

    def _unlock(self) -> None:
        one = self._chosen()
        if one is not None:
            self._give(UnlockUser(one.user))

    def _close_or_open(self) -> None:
        one = self._chosen()
        if one is not None:
            self._give(EnableUser(one.user) if one.disabled else DisableUser(one.user))

    def _give(self, command: PeopleCommand) -> None:
        self._actions.give(command, command.entity)

    def _settled(self, outcome: Outcome) -> None:
        if isinstance(outcome.command, PeopleCommand) and self.isVisible():
            self.answer.setObjectName("hint" if outcome.ok else "fault")
            self.answer.setText(Wording.outcome(outcome))
            self.open()
