"""The members of a card as a list of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.client.listing import Listing, SortKey
from widgets.common.throttle import Throttle
from widgets.queue.marks import Marks
from widgets.queue.queue_row import QueueRow
from widgets.queue.queue_view import QueueView
from widgets.queue.row_delegate import RowDelegate
from widgets.queue.rows_model import RowsModel
from widgets.theme import Theme

UPDATE_MS = 200


class MemberList(QWidget):
    """Follows whatever keys it is given, a few times a second; Enter and double click go there."""

    wanted = Signal(str)
    """The key of a row that somebody wants to see."""

    def __init__(
        self,
        theme: Theme,
        sort_key: Callable[[str], SortKey | None],
        describe: Callable[[str], QueueRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keys: tuple[str, ...] = ()
        self._rows = RowsModel(Listing(lambda: self._keys, sort_key), describe, self)
        self.view = QueueView(self._rows, RowDelegate(theme, Marks(self), self), theme)
        self.view.opened.connect(self.wanted)
        self.view.acted.connect(self.wanted)
        self._throttle = Throttle(self._refresh, UPDATE_MS, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def show_keys(self, keys: Iterable[str]) -> None:
        """List these, and bring them up to date."""
        self._keys = tuple(keys)
        self._throttle.request()

    def keys(self) -> list[str]:
        """What is listed, from the top."""
        self._throttle.now()
        return [str(self._rows.index(row).data(0x0100)) for row in range(self._rows.rowCount())]

    def _refresh(self) -> None:
        current = self.view.current_key()
        self._rows.rebuild()
        if current:
            self.view.show_key(current)
