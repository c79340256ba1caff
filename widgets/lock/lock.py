"""Locking the console: when, and how it is opened again by the same or another person."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from console.client.entrance import Entrance
from console.client.link_status import LinkStatus
from console.client.store import Changes
from console.domain.access import Actor
from console.domain.password_rules import PasswordRules
from console.domain.people_commands import LockConsole
from console.domain.refusal import Refusal
from widgets.actions import Actions
from widgets.admin.new_password import NewPasswordDialog
from widgets.lock.cover import Cover
from widgets.lock.lock_screen import LockScreen
from widgets.notifications.wording import Wording

IDLE, ASKED = "idle", "asked"
SIGNED_OUT = "NOT_SIGNED_IN"


class Lock(QObject):
    """Covers every window of the program while it is locked; alarms go on sounding.

    The layout stays as it is, whoever takes over: only what the hub shows begins anew.
    """

    locked = Signal()
    opened = Signal()
    switched = Signal(object)
    """Carries the `Actor` who took over."""

    def __init__(
        self, screen: LockScreen, actions: Actions, entrance: Entrance, rules: PasswordRules
    ) -> None:
        super().__init__(screen.parent())
        self._screen = screen
        self._actions = actions
        self._entrance = entrance
        self._rules = rules
        self._covers: list[Cover] = []
        self._hidden: list[QWidget] = []
        self._loading = False
        self._away = False
        self._now = datetime.now().astimezone()
        screen.entered.connect(self._sign_in)

    @property
    def is_locked(self) -> bool:
        """Whether nothing can be seen or done."""
        return self._screen.isVisible()

    def lock_now(self) -> None:
        """Somebody asked for it."""
        self._lock(ASKED, self.tr("Locked by {name}"))

    def lock_idle(self) -> None:
        """Nobody touched it."""
        self._lock(IDLE, self.tr("{name} has not touched this console for a while"))

    def switch(self) -> None:
        """Lock, and expect somebody else."""
        self._lock(ASKED, self.tr("{name} hands this console over"), other=True)

    def tick(self, now: datetime) -> None:
        """Once a second."""
        self._now = now
        if self.is_locked:
            self._screen.tick(now)

    def take_link(self, link: LinkStatus) -> None:
        """The hub no longer knows who sits here: it was started anew, or the account was closed."""
        signed_out = link.detail == SIGNED_OUT
        was_away, self._away = self._away, not link.up and not signed_out
        if signed_out and not self._loading and not self.is_locked:
            self._cover(self.tr("You were signed out. Sign in again."), other=False)
        elif self.is_locked and self._away != was_away and not self._loading:
            self._tell_away()

    def _tell_away(self) -> None:
        words = self.tr("No connection to the hub: it cannot be unlocked now.")
        self._screen.say(words if self._away else "")

    def apply(self, changes: Changes) -> None:
        """What the next person may see has come."""
        if changes.reset and self._loading:
            self._open()

    def _lock(self, cause: str, why: str, *, other: bool = False) -> None:
        if self.is_locked:
            return
        self._actions.give(LockConsole(cause), "")
        self._cover(why.format(name=self._actions.me.name), other=other)

    def _cover(self, why: str, *, other: bool) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        main = self._screen.parentWidget()
        for window in QApplication.topLevelWidgets():
            if window is self._screen or not window.isVisible():
                continue
            if window is main or window.windowModality() != Qt.WindowModality.NonModal:
                self._covers.append(Cover(window))
            else:
                window.hide()
                self._hidden.append(window)
        self._screen.close_down(self._actions.me.user, why, self._now, other=other)
        self._tell_away()
        self.locked.emit()

    def _sign_in(self, user: str, password: str) -> None:
        self._screen.say(self.tr("Asking the hub…"), waits=True)
        self._entrance.sign_in(
            user, password, lambda answer: self._answered(user, password, answer)
        )

    def _answered(self, user: str, password: str, answer: Actor | Refusal) -> None:
        if answer is Refusal.CHANGE_DUE:
            self._change(user, password, answer)
        elif isinstance(answer, Refusal):
            self._screen.say(Wording.refusal(answer))
        elif answer == self._actions.me.actor:
            self._open()
        else:
            self._loading = True
            self._screen.say(self.tr("Loading…"), waits=True)
            self._actions.me.take(answer)

    def _change(self, user: str, password: str, why: Refusal) -> None:
        dialog = NewPasswordDialog(user, self._rules, why, parent=self._screen)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            self._screen.say(Wording.refusal(why))
            return
        new = dialog.new_password()

        def changed(no: Refusal | None) -> None:
            if no is None:
                self._sign_in(user, new)
            else:
                self._change(user, password, no)

        self._entrance.change_password(user, password, new, changed)

    def _open(self) -> None:
        taken_over, self._loading = self._loading, False
        for cover in self._covers:
            cover.hide()
            cover.deleteLater()
        for window in self._hidden:
            window.show()
        self._covers, self._hidden = [], []
        self._screen.open_up()
        if taken_over:
            self.switched.emit(self._actions.me.actor)
        self.opened.emit()
