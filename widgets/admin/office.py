"""The pages of people and rights: an own window for most, the desk itself for some."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from console.client.questions import Questions
from console.client.seat import Seat
from console.client.store import Store
from console.domain.access import Role
from console.domain.permissions import CASE_READERS
from widgets.actions import Actions
from widgets.admin.audit_page import AuditPage
from widgets.admin.rights_page import RightsPage
from widgets.admin.users_page import UsersPage

WIDTH, HEIGHT = 1320, 860


class Office(QWidget):
    """Tabs by role: accounts for administrators, the log for auditors, the rights for everybody."""

    def __init__(
        self, store: Store, actions: Actions, questions: Questions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._me: Seat = actions.me
        self.users = UsersPage(store, actions, questions)
        self.audit = AuditPage(questions)
        self.rights = RightsPage()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)  # Qt draws it in a colour of its own
        self.tabs.tabBar().setDrawBase(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.tabs)

    @property
    def is_desk(self) -> bool:
        """Whether who sits here works on these pages and sees no case."""
        return self._me.role not in CASE_READERS

    def open(self) -> None:
        """Show the pages of whoever sits here, brought up to date."""
        wanted = self._pages()
        shown = [self.tabs.widget(at) for at in range(self.tabs.count())]
        if shown != [page for page, _ in wanted]:
            self.tabs.clear()
            for page, words in wanted:
                self.tabs.addTab(page, words)
        for page in (self.users, self.audit):
            if page in [one for one, _ in wanted]:
                page.open()

    def open_over(self, window: QWidget) -> None:
        """Show them in a window of their own, in the middle of `window`."""
        self.setParent(window, Qt.WindowType.Dialog)
        self.setWindowTitle(self.tr("People and rights"))
        room = window.geometry()
        self.resize(min(WIDTH, room.width() - 48), min(HEIGHT, room.height() - 96))
        self.move(room.center() - self.rect().center())
        self.open()
        self.show()
        self.raise_()
        self.activateWindow()
        self.tabs.setFocus()

    def _pages(self) -> Sequence[tuple[QWidget, str]]:
        pages: list[tuple[QWidget, str]] = []
        if self._me.role is Role.ADMINISTRATOR:
            pages.append((self.users, self.tr("Accounts")))
        if self._me.role is Role.AUDITOR:
            pages.append((self.audit, self.tr("Audit log")))
        return [*pages, (self.rights, self.tr("Rights"))]
