"""A plain table of lines: whole rows, the keyboard as in a list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from widgets.links.table_model import KEY_ROLE, TableModel
from widgets.theme import Theme


class TableView(QTreeView):
    """Shows a `TableModel`; `wide` is the column that takes the room that is left."""

    def __init__(
        self, model: TableModel, theme: Theme, wide: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wide = wide
        self._empty = ""
        self.setModel(model)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAllColumnsShowFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)

    def set_widths(self, widths: dict[int, int]) -> None:
        """Widths of the other columns."""
        for column, width in widths.items():
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.header().resizeSection(column, width)

    def current_key(self) -> str:
        """Key of the selected row, empty where there is none."""
        chosen = self.selectionModel().selectedRows()
        return str(chosen[0].data(KEY_ROLE)) if chosen else ""

    def say_when_empty(self, words: str) -> None:
        """What stands here while no row is listed."""
        self._empty = words
        self.viewport().update()

    def empty_words(self) -> str:
        """What stands here while no row is listed."""
        return self._empty

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or the words for none."""
        super().paintEvent(event)
        if not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self._theme.color("muted"))
            room = self.viewport().rect().adjusted(24, 20, -24, -20)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), self._empty)
            painter.end()
