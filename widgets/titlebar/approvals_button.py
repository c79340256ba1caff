"""How many requests wait for a second person, and the way to each."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from console.client.store import Store
from widgets.common.terms import Terms

MOST = 20
"""Requests listed; the oldest first."""


class ApprovalsButton(QPushButton):
    """Hidden while nothing waits; F7 or a click lists the requests, Enter goes to the case."""

    wanted = Signal(str)
    """Carries a case number."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("approvals")
        self.setAutoDefault(False)
        self._store = store
        self._menu = QMenu(self)
        self._listed: list[tuple[str, str]] = []
        self.clicked.connect(self.open_list)
        self.hide()

    @property
    def menu_list(self) -> QMenu:
        """The requests."""
        return self._menu

    def follow(self) -> None:
        """Count and list anew."""
        waiting = [
            (one.at, case.number, one, case.opening.title)
            for case in self._store.cases.values()
            for one in case.approvals
        ]
        waiting.sort(key=lambda row: row[:2])
        listed = [
            (number, f"{number[-4:]} {title} · {Terms.action(one.action)} · {one.by}")
            for _at, number, one, title in waiting[:MOST]
        ]
        self.setText(self.tr("{count} to approve F7").format(count=len(waiting)))
        self.setVisible(bool(waiting))
        if listed != self._listed:
            self._listed = listed
            self._menu.clear()
            for number, words in listed:
                self._menu.addAction(words).triggered.connect(
                    lambda _on=False, n=number: self.wanted.emit(n)
                )

    def open_list(self) -> None:
        """F7: the list, its first line chosen."""
        if not self._listed:
            return
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))
        self._menu.setActiveAction(self._menu.actions()[0])
