"""The list of a queue tab: everything it does is on the keyboard too."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from widgets.queue.row_delegate import ROW_HEIGHT, RowDelegate
from widgets.queue.rows_model import KEY_ROLE, Index, RowsModel
from widgets.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QueueView(QTableView):
    """Up and down walk, Enter acts, Space marks, right click offers, ← → change the tab.

    A table of one column: unlike a list view it does not ask for every row when one moves.
    """

    key_changed = Signal(str)
    """The current row's key."""
    acted = Signal(str)
    """Enter on a row."""
    opened = Signal(str)
    """Double click on a row."""
    offered = Signal(str, QPoint)
    """Right click or the menu key on a row, with the global position."""
    marked = Signal(str)
    """Space on a row."""
    all_marked = Signal()
    """Ctrl+A."""
    escaped = Signal()
    """Esc."""
    tab_wanted = Signal(int)
    """-1 for the tab before, 1 for the one after."""

    def __init__(
        self,
        model: RowsModel,
        delegate: RowDelegate,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._empty = ""
        self.setObjectName("queueList")
        self.setModel(model)
        self.setItemDelegate(delegate)
        self._lie_like_a_list()
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT // 2)
        self.doubleClicked.connect(self._open)

    def _lie_like_a_list(self) -> None:
        rows, column = self.verticalHeader(), self.horizontalHeader()
        for header in (rows, column):
            header.hide()
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        column.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def say_when_empty(self, text: str) -> None:
        """What stands here while no row is listed."""
        self._empty = text
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or the words for none."""
        super().paintEvent(event)
        if not self.rows().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self._theme.color("muted"))
            room = self.viewport().rect().adjusted(24, 24, -24, -24)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), self._empty)
            painter.end()

    def rows(self) -> RowsModel:
        """The model, typed."""
        model = self.model()
        if not isinstance(model, RowsModel):
            raise TypeError(type(model).__name__)
        return model

    def current_key(self) -> str:
        """Key of the current row, empty where there is none."""
        index = self.currentIndex()
        return str(index.data(KEY_ROLE)) if index.isValid() else ""

    def show_key(self, key: str) -> bool:
        """Make `key` the current row and scroll to it; False where it is not listed."""
        index = self.rows().index_of(key)
        if not index.isValid():
            self.clearSelection()
            return False
        self.setCurrentIndex(index)
        return True

    def repaint_visible(self) -> None:
        """Countdowns moved on: paint what is on screen again."""
        if self.isVisible():
            self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which row is current now."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.key_changed.emit(current.data(KEY_ROLE))

    def keyboardSearch(self, search: str) -> None:
        """Letters do not jump about in the list: that is what the search is for."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter acts once a press, however long it is held."""
        key = event.key()
        if key in _ENTER:
            if self.current_key() and not event.isAutoRepeat():
                self.acted.emit(self.current_key())
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.tab_wanted.emit(-1 if key == Qt.Key.Key_Left else 1)
        elif key == Qt.Key.Key_Space:
            self._mark()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.all_marked.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.rows().rowCount():
            last = self.rows().rowCount() - 1
            self.setCurrentIndex(self.rows().index(0 if key == Qt.Key.Key_Home else last))
        else:
            super().keyPressEvent(event)

    def _mark(self) -> None:
        """Mark the row and go on to the next."""
        row = self.currentIndex().row()
        if row >= 0:
            self.marked.emit(self.current_key())
            self.setCurrentIndex(self.rows().index(min(row + 1, self.rows().rowCount() - 1)))

    def make_rows(self, height: int) -> None:
        """Change the height of all rows."""
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the row."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        else:
            index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
            place = event.globalPos()
        if index.isValid():
            self.setCurrentIndex(index)
            self.offered.emit(index.data(KEY_ROLE), place)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(KEY_ROLE))
