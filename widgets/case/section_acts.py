"""What acting on a row of the case panel's sections does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from console.client.next_steps import allowed
from console.client.store import Store
from console.domain.attachment import PhotoGroup
from console.domain.case import Case
from console.domain.case_commands import AnswerApproval, TickItem
from console.domain.case_log import Action
from console.domain.permissions import FIELD_ROLES
from widgets.actions import Actions
from widgets.case.case_dialogs import CaseDialogs
from widgets.case.case_sections import CaseSections, Part
from widgets.common.ticker import Now

_MISSING = "missing "


class SectionActs(QObject):
    """Ticks, marks calls, moves co-handlers on, answers requests, goes to other cases."""

    case_wanted = Signal(str)

    def __init__(
        self,
        store: Store,
        actions: Actions,
        dialogs: CaseDialogs,
        now: Now,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._me = actions.me
        self._dialogs = dialogs
        self._now = now
        self._window = parent
        self._number = ""

    def follow(self, sections: CaseSections) -> None:
        """Act on what these sections tell."""
        sections.acted.connect(self._act)
        sections.menu_wanted.connect(self._menu)
        sections.added.connect(self._add)

    def show_case(self, number: str) -> None:
        """Rows are about this case from now on."""
        self._number = number

    def adding(self, case: Case) -> frozenset[Part]:
        """Sections that may be added to."""
        found = set()
        if allowed(case, Action.CO_HANDLER_ADDED, self._me, self._now()):
            found.add(Part.TASKS)
        if allowed(case, Action.ATTACHED, self._me, self._now()):
            found.add(Part.FILES)
        return frozenset(found)

    def _act(self, part: Part, key: str) -> None:
        case = self._store.cases.get(self._number)
        if case is None:
            return
        acts = self._acts(case, part, key)
        if acts:
            acts[0][1]()

    def _menu(self, part: Part, key: str, where: QPoint) -> None:
        case = self._store.cases.get(self._number)
        acts = self._acts(case, part, key) if case is not None else []
        if not acts:
            return
        menu = QMenu(self._window)
        for words, act in acts:
            menu.addAction(words).triggered.connect(lambda _on=False, act=act: act())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _add(self, part: Part) -> None:
        case = self._store.cases.get(self._number)
        if case is None:
            return
        if part is Part.TASKS:
            self._dialogs.add_co_handler(case)
        elif part is Part.FILES:
            self._dialogs.attach(case)

    def _acts(self, case: Case, part: Part, key: str) -> list[tuple[str, Callable[[], object]]]:
        """What may be done with a row, the usual first."""
        found = {
            Part.APPROVALS: self._on_approval,
            Part.CHECKLIST: self._on_item,
            Part.CALLS: self._on_call,
            Part.TASKS: self._on_task,
            Part.TIES: self._on_tie,
            Part.FILES: self._on_file,
        }[part]
        return found(case, key)

    def _on_approval(self, case: Case, key: str) -> list[tuple[str, Callable[[], object]]]:
        if not self._me.may(AnswerApproval):
            return []
        return [(self.tr("Approve or refuse…"), lambda: self._dialogs.answer(case, int(key)))]

    def _on_item(self, case: Case, key: str) -> list[tuple[str, Callable[[], object]]]:
        if not allowed(case, Action.ITEM_TICKED, self._me, self._now(), item=key):
            return []
        actions = self._dialogs.actions
        found: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Done"), lambda: actions.tick(case.number, key))
        ]
        if self._me.role in FIELD_ROLES[TickItem]["waived"]:
            found.append((self.tr("Not needed…"), lambda: self._dialogs.waive(case, key)))
        return found

    def _on_call(self, case: Case, key: str) -> list[tuple[str, Callable[[], object]]]:
        if not allowed(case, Action.CALLED, self._me, self._now(), party=key):
            return []
        call = self._dialogs.actions.call
        return [
            (self.tr("Reached"), lambda: call(case.number, key, reached=True)),
            (self.tr("Called, no answer"), lambda: call(case.number, key, reached=False)),
        ]

    def _on_task(self, case: Case, key: str) -> list[tuple[str, Callable[[], object]]]:
        go_on = self._dialogs.actions.advance_co_handler
        steps = (
            (Action.CO_HANDLER_ACCEPTED, self.tr("Accepted"), False),
            (Action.CO_HANDLER_DONE, self.tr("Done"), True),
        )
        return [
            (words, partial(go_on, case.number, key, done=done))
            for action, words, done in steps
            if allowed(case, action, self._me, self._now(), holder=key)
        ]

    def _on_tie(self, _case: Case, key: str) -> list[tuple[str, Callable[[], object]]]:
        if key not in self._store.cases:
            return []
        return [(self.tr("Go to the case"), lambda: self.case_wanted.emit(key))]

    def _on_file(self, case: Case, key: str) -> list[tuple[str, Callable[[], object]]]:
        here = allowed(case, Action.ATTACHED, self._me, self._now())
        if not key.startswith(_MISSING) or not here:
            return []
        group = PhotoGroup(key.removeprefix(_MISSING))
        return [(self.tr("Enter a file…"), lambda: self._dialogs.attach(case, group))]
