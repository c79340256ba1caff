"""Asking what an action needs to know, then acting."""

from __future__ import annotations

import tomllib
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from console.client.store import Store
from console.domain.case_log import Action
from console.domain.case_types import CaseTypes
from console.domain.geo import LonLat
from widgets.actions import Actions
from widgets.case.dispatch_dialog import DispatchDialog
from widgets.case.level_dialog import LevelDialog
from widgets.case.new_case_dialog import NewCaseDialog
from widgets.case.reason_dialog import ReasonDialog
from widgets.common.terms import Terms
from widgets.theme import Theme


class Dialogs(QObject):
    """Opens the dialogs over the window of `within`; one at a time, each goes when it is done."""

    def __init__(
        self, within: QWidget, store: Store, actions: Actions, theme: Theme, resources: Path
    ) -> None:
        super().__init__(within)
        self._within = within
        self._store = store
        self._actions = actions
        self._theme = theme
        self._resources = resources
        self._types: CaseTypes | None = None

    def dispatch(self, number: str) -> None:
        """Ask whom to send."""
        case = self._store.cases.get(number)
        if case is None:
            return
        dialog = DispatchDialog(case, self._store, self._over())
        dialog.chosen.connect(
            lambda unit, name, note: self._actions.dispatch(number, unit, name, note)
        )
        self._open(dialog)

    def change_level(self, number: str) -> None:
        """Ask for the new level and the reason."""
        case = self._store.cases.get(number)
        if case is None:
            return
        dialog = LevelDialog(case, self._theme, self._over())
        dialog.chosen.connect(
            lambda level, reason: self._actions.change_level(number, level, reason)
        )
        self._open(dialog)

    def advance(self, number: str, action: Action) -> None:
        """Ask for the reason of a step."""
        title = f"{Terms.step(action)} · {number[-4:]}"
        dialog = ReasonDialog(title, Terms.step(action), self._over())
        dialog.given.connect(lambda reason: self._actions.advance(number, action, reason))
        self._open(dialog)

    def new_case(self, place: LonLat | None = None, grid: str = "") -> None:
        """Ask what the case is about."""
        dialog = NewCaseDialog(
            self._store,
            self._case_types(),
            self._theme,
            self._over(),
            place=place,
            grid=grid,
        )
        dialog.asked.connect(self._actions.create_case)
        self._open(dialog)

    def _case_types(self) -> CaseTypes:
        if self._types is None:
            text = (self._resources / "case_types.toml").read_text(encoding="utf-8")
            self._types = CaseTypes.from_table(tomllib.loads(text))
        return self._types

    def _over(self) -> QWidget:
        return self._within.window()

    def _open(self, dialog: QDialog) -> None:
        if not self._over().findChildren(QDialog, "openDialog"):
            dialog.setObjectName("openDialog")
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
        else:
            dialog.deleteLater()
