"""Everything about who sits here: lock, hand over, password, personal data, the office's pages."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from console.client.entrance import Entrance
from console.client.link_status import LinkStatus
from console.client.questions import Answer, Questions
from console.client.store import Changes
from console.codec import decode
from console.domain.access import Actor
from console.domain.clear_value import ClearValue
from console.domain.password_rules import PasswordRules
from console.domain.purpose import Purpose
from console.domain.refusal import Refusal
from widgets.admin.new_password import NewPasswordDialog
from widgets.admin.office import Office
from widgets.case.unlock_dialog import UnlockDialog
from widgets.key_table import KeyTable
from widgets.layout_memory import LayoutMemory
from widgets.lock.idle_watch import IdleWatch
from widgets.lock.lock import Lock
from widgets.lock.lock_screen import LockScreen
from widgets.main_window import MainWindow


class PeopleDesk(QObject):
    """Joins these to the window. With `lock_minutes` 0 nobody here has an account to return by."""

    def __init__(
        self,
        window: MainWindow,
        memory: LayoutMemory,
        entrance: Entrance,
        questions: Questions,
        *,
        rules: PasswordRules,
        lock_minutes: int,
    ) -> None:
        super().__init__(window)
        parts = window.parts
        self._window = window
        self._memory = memory
        self._parts = parts
        self._entrance = entrance
        self._questions = questions
        self._rules = rules
        self._can_lock = lock_minutes > 0
        self.office = Office(parts.store, parts.actions, questions)
        screen = LockScreen(window, parts.store, parts.theme)
        self.lock = Lock(screen, parts.actions, entrance, rules)
        self.screen = screen
        self._unlock_line = parts.case.case_view.unlock
        self.idle = IdleWatch(parts.ticker, lock_minutes, self)
        self.idle.idle.connect(self.lock.lock_idle)
        parts.ticker.ticked.connect(self.lock.tick)
        self.lock.locked.connect(self._unlock_line.close_up)
        self.lock.opened.connect(self.idle.touch)
        self.lock.switched.connect(self._switched)
        self._unlock_line.wanted.connect(self._ask_purpose)
        self._list_keys(parts.keys)
        window.add_to_menu(
            [
                parts.keys.action(name)
                for name in ("people.office", "people.password", "people.switch", "people.lock")
            ]
        )
        window.set_office(self.office, shown=self.office.is_desk)

    def apply(self, changes: Changes) -> None:
        """Follow the store."""
        self.lock.apply(changes)
        if changes.reset and self.office.is_desk:
            self.office.open()

    def take_link(self, link: LinkStatus) -> None:
        """The feed went up or down, or the hub no longer knows who sits here."""
        if self._can_lock:
            self.lock.take_link(link)

    def close(self) -> None:
        """The window closes."""
        self.screen.open_up()
        self.office.hide()

    def _list_keys(self, keys: KeyTable) -> None:
        keys.add("people.lock", "Ctrl+Alt+L", self.tr("Lock this console"), self._lock_now)
        keys.add("people.switch", "Ctrl+Alt+S", self.tr("Switch operator"), self._hand_over)
        keys.add("people.password", "Ctrl+Alt+P", self.tr("Change password…"), self._change)
        keys.add("people.office", "Ctrl+Alt+R", self.tr("People and rights"), self._open_office)
        keys.add(
            "people.unlock", "Ctrl+Alt+U", self.tr("Show personal data"), self._unlock_line.ask
        )

    def _accounts_here(self) -> bool:
        if not self._can_lock:
            self._parts.toasts.tell(
                self.tr("The demo has no accounts: it cannot be locked or handed over."), bad=True
            )
        return self._can_lock

    def _lock_now(self) -> None:
        if self._accounts_here():
            self.lock.lock_now()

    def _hand_over(self) -> None:
        if self._accounts_here():
            self.lock.switch()

    def _open_office(self) -> None:
        if self.office.is_desk:
            self.office.open()
        else:
            self.office.open_over(self._window)

    def _change(self, why: Refusal | None = None) -> None:
        if not self._accounts_here():
            return
        user = self._parts.actions.me.user
        dialog = NewPasswordDialog(user, self._rules, why, asks_old=True, parent=self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._entrance.change_password(
                user, dialog.old_password(), dialog.new_password(), self._changed
            )

    def _changed(self, no: Refusal | None) -> None:
        if no is None:
            self._parts.toasts.tell(self.tr("The password is changed."))
        else:
            self._change(no)

    def _ask_purpose(self, number: str) -> None:
        dialog = UnlockDialog(number, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            purpose, words = dialog.chosen()
            self.show_clear(number, purpose, words)

    def show_clear(self, number: str, purpose: Purpose, words: str) -> None:
        """Ask the hub for the clear values of a case and show them."""
        args = {"case": number, "purpose": purpose.value, "words": words}
        self._questions.ask("personal_data", args, lambda answer: self._show(number, answer))

    def _show(self, number: str, answer: Answer) -> None:
        if not answer.ok:
            self._parts.toasts.tell(self.tr("The hub did not show the personal data."), bad=True)
            return
        values = [decode(row, ClearValue) for row in answer.rows]
        seconds = min((value.seconds for value in values), default=0)
        shown = {value.pseudonym: value.clear for value in values}
        if not self.lock.is_locked:
            self._unlock_line.reveal(number, shown, seconds)

    def _switched(self, actor: Actor) -> None:
        self._memory.switch(actor.name)
        self._window.set_office(self.office, shown=self.office.is_desk)
        self._parts.toasts.tell(self.tr("{name} has taken over").format(name=actor.name))
