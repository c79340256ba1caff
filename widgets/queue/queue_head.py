"""What stands over the list: search, filter, order, what is left out, what is marked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from console.client.queue_state import QueueState
from console.client.workspaces import Workspace
from widgets.common.search_box import SearchBox
from widgets.queue.filter_menu import FilterMenu
from widgets.queue.marks_bar import MarksBar
from widgets.queue.narrow_line import NarrowLine
from widgets.queue.queue_words import order_words, workspace_words


class QueueHead(QWidget):
    """`turn` is given the `QueueState` that the menu asks for."""

    filter_wanted = Signal()
    """The operator wants to choose a filter."""

    def __init__(self, state: Callable[[], QueueState], turn: Callable[[QueueState], None]) -> None:
        super().__init__()
        self._state = state
        self.search = SearchBox(self.tr("Number, words or pinyin initials…"))
        self.search.setAccessibleName(self.tr("Search the queue"))
        self.order = self._button(self.tr("Change the order"))
        self.filter = self._button(self.tr("Workspaces, filters and row height"))
        self.filter.setText(self.tr("Filter"))
        self.filter.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.filter.setMenu(FilterMenu(state, turn, self.filter_wanted.emit, self))
        self.narrow = NarrowLine()
        self.marked = MarksBar()
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 12, 8)
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.filter)
        top.addWidget(self.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.narrow)
        column.addWidget(self.marked)
        self.show_order()

    @staticmethod
    def _button(words: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("quiet")
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def show_order(self) -> None:
        """Name the order in force."""
        self.order.setText(order_words(self._state().order))

    def offer(self, *, ordered: bool, filtered: bool) -> None:
        """Whether the list in sight can be ordered and filtered."""
        self.order.setVisible(ordered)
        self.filter.setVisible(filtered)

    def show_narrow(self, words: str, listed: int, of: int, *, cases: bool) -> None:
        """Say what is left out of the list in sight: by the search, and of cases by more."""
        state = self._state()
        names = [f"“{words}”"] if words else []
        if cases and state.workspace is not Workspace.COMMAND:
            names.insert(0, workspace_words(state.workspace))
        if cases and not state.filter.empty:
            saved = (name for name, one in state.saved.items() if one == state.filter)
            names.append(next(saved, self.tr("Filter")))
        self.narrow.show_words(names, listed, of)
