"""The menu of the queue: workspaces, saved filters, row height."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from console.client.case_filter import CaseFilter
from console.client.queue_state import QueueState
from console.client.workspaces import Workspace
from widgets.queue.queue_words import workspace_words


class FilterMenu(QMenu):
    """Filled whenever it opens; `turn` is given the state the operator asks for."""

    def __init__(
        self,
        state: Callable[[], QueueState],
        turn: Callable[[QueueState], None],
        edit: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._turn = turn
        self._edit = edit
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Say what there is now."""
        self.clear()
        state = self._state()
        for number, workspace in enumerate(Workspace, 1):
            words = f"{workspace_words(workspace)}\tCtrl+{number}"
            self._choice(words, replace(state, workspace=workspace), workspace is state.workspace)
        self.addSeparator()
        for name, wanted in state.saved.items():
            self._choice(name, replace(state, filter=wanted), wanted == state.filter)
        self.addAction(self.tr("Filter… (Ctrl+F)"), self._edit)
        if not state.filter.empty:
            self._choice(self.tr("No filter"), replace(state, filter=CaseFilter()), on=False)
        if state.saved:
            forget = self.addMenu(self.tr("Forget a filter"))
            for name in state.saved:
                rest = {key: one for key, one in state.saved.items() if key != name}
                forget.addAction(name, partial(self._turn, replace(state, saved=rest)))
        self.addSeparator()
        self._choice(self.tr("Low rows"), replace(state, dense=not state.dense), state.dense)

    def _choice(self, words: str, wanted: QueueState, on: bool) -> None:
        action = QAction(words, self)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda _on=False: self._turn(wanted))
        self.addAction(action)
