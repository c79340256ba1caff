"""Asking what an action needs to know, then acting."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QDialog, QWidget

from console.client.colleagues import Colleagues
from console.client.store import Store
from console.domain.candidate import Candidate
from console.domain.case import Case
from console.domain.case_log import Action
from console.domain.case_types import CaseTypes
from console.domain.geo import LonLat
from console.domain.recommendation import loads, ranked_offices, ranked_units
from widgets.actions import Actions
from widgets.case.dispatch_dialog import DispatchDialog
from widgets.case.level_dialog import LevelDialog
from widgets.case.new_case_dialog import NewCaseDialog
from widgets.case.outside_dialog import OutsideDialog
from widgets.case.reason_dialog import ReasonDialog
from widgets.case.return_dialog import ReturnDialog
from widgets.case.transfer_dialog import TransferDialog
from widgets.common.terms import Terms
from widgets.common.ticker import Now, utc_now
from widgets.dispatch_actions import DispatchActions
from widgets.theme import Theme

_NO_OFFICES = frozenset({"社区", "街道", "网格员", "巡逻队", "志愿者"})
"""Leads and helpers of case types that stand for areas or units, which are listed themselves."""


class Dialogs(QObject):
    """Opens the dialogs over the window of `within`; one at a time, each goes when it is done."""

    def __init__(
        self,
        within: QWidget,
        store: Store,
        actions: Actions,
        theme: Theme,
        resources: Path,
        now: Now = utc_now,
    ) -> None:
        super().__init__(within)
        self._within = within
        self._store = store
        self._actions = actions
        self._theme = theme
        self._resources = resources
        self._now = now
        self._sending = DispatchActions(store, actions, self)
        self._types: CaseTypes | None = None

    def dispatch(self, number: str) -> None:
        """Ask whom to send."""
        case = self._store.cases.get(number)
        if case is None:
            return
        dialog = DispatchDialog(case, self._candidates(case), self.over())
        dialog.chosen.connect(lambda keys, note: self._sending.send(number, keys, note))
        dialog.phone_wanted.connect(lambda: self.call_outside(number))
        self.open(dialog)

    def dispatch_many(
        self,
        numbers: Sequence[str],
        chosen: Callable[[Sequence[str], Sequence[str], str], object],
    ) -> None:
        """Ask whom to send to all of these; `chosen` is told cases, candidates' keys and words."""
        cases = [self._store.cases[key] for key in numbers if key in self._store.cases]
        if not cases:
            return
        dialog = DispatchDialog(cases[0], self._candidates(cases[0]), self.over())
        title = self.tr("Dispatch {count} cases").format(count=len(cases))
        dialog.set_words(title, self.tr("Dispatch all"))
        dialog.phone.hide()
        dialog.chosen.connect(
            lambda keys, note: chosen([case.number for case in cases], keys, note)
        )
        self.open(dialog)

    def send(self, number: str, keys: Sequence[str], note: str) -> bool:
        """Send a case to units and offices without asking; False where that is on its way."""
        return self._sending.send(number, keys, note)

    def _candidates(self, case: Case) -> list[Candidate]:
        """Units and offices together, best first."""
        store = self._store
        kind = self.case_types().get(case.opening.case_type)
        helpers = (case.lead, *kind.co_handlers)
        named = [name for name in helpers if name and name not in _NO_OFFICES]
        units = ranked_units(case, store.units.values(), loads(store.cases.values()), self._now())
        offices = ranked_offices(case, store.grids, store.communities, store.streets, named)
        return sorted([*units, *offices], key=lambda one: (one.cost, one.name))

    def call_outside(self, number: str) -> None:
        """Ask whom to call and how it went."""
        case = self._store.cases.get(number)
        if case is None:
            return
        dialog = OutsideDialog(case, self._now, self.over())
        dialog.called.connect(
            lambda organisation, contact, phone, outcome, note: self._sending.call(
                number, organisation, contact, phone, outcome=outcome, note=note
            )
        )
        self.open(dialog)

    def hand_over(self, number: str) -> None:
        """Ask to whom a case is to go."""
        case = self._store.cases.get(number)
        if case is None:
            return
        people = Colleagues(self._store, self._actions.me.console)
        takers = people.takers(case.owner, self._now())
        dialog = TransferDialog(case, takers, self.over())
        dialog.chosen.connect(lambda user: self._sending.ask(number, user))
        self.open(dialog)

    def change_level(self, number: str) -> None:
        """Ask for the new level and the reason."""
        case = self._store.cases.get(number)
        if case is None:
            return
        dialog = LevelDialog(case, self._theme, self.over())
        dialog.chosen.connect(
            lambda level, reason: self._actions.change_level(number, level, reason)
        )
        self.open(dialog)

    def advance(self, number: str, action: Action) -> None:
        """Ask for the reason of a step, and where several units are sent back, for which."""
        case = self._store.cases.get(number)
        if case is not None and action is Action.RETURNED and len(case.units) > 1:
            self._send_back(case)
            return
        title = f"{Terms.step(action)} · {number[-4:]}"
        dialog = ReasonDialog(title, Terms.step(action), self.over())
        dialog.given.connect(lambda reason: self._actions.advance(number, action, reason))
        self.open(dialog)

    def _send_back(self, case: Case) -> None:
        units = [self._store.units[key] for key in case.units if key in self._store.units]
        dialog = ReturnDialog(case, units, self.over())
        dialog.given.connect(
            lambda unit, reason: (
                self._sending.take_back(case.number, unit, reason)
                if unit
                else self._actions.advance(case.number, Action.RETURNED, reason)
            )
        )
        self.open(dialog)

    def new_case(self, place: LonLat | None = None, grid: str = "") -> None:
        """Ask what the case is about."""
        dialog = self.case_form(place, grid)
        dialog.asked.connect(self._actions.create_case)
        self.open(dialog)

    def case_form(self, place: LonLat | None, grid: str) -> NewCaseDialog:
        """The form of a new case, for `open`."""
        return NewCaseDialog(
            self._store, self.case_types(), self._theme, self.over(), place=place, grid=grid
        )

    def type_words(self, code: str) -> str:
        """Code and name of a case type."""
        kind = self.case_types().get(code)
        chinese = QLocale().language() is QLocale.Language.Chinese
        return f"{kind.code} {kind.name if chinese else kind.name_en}"

    def case_types(self) -> CaseTypes:
        """The catalogue of case types, read when it is first asked for."""
        if self._types is None:
            text = (self._resources / "case_types.toml").read_text(encoding="utf-8")
            self._types = CaseTypes.from_table(tomllib.loads(text))
        return self._types

    def over(self) -> QWidget:
        """The window that dialogs belong to."""
        return self._within.window()

    def open(self, dialog: QDialog) -> None:
        """Open a dialog, unless another one waits for its answer."""
        others = self.over().findChildren(QDialog, "openDialog")
        if not any(other.isVisible() for other in others):
            dialog.setObjectName("openDialog")
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
        else:
            dialog.deleteLater()
