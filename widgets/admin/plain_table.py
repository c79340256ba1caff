"""A table of plain words with a key for each row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

_KEY = int(Qt.ItemDataRole.UserRole)
Row = tuple[str, Sequence[str]]
"""Key and cells."""


class PlainTable(QTreeWidget):
    """`widths` are the columns' widths, 0 for the one that takes the room that is left."""

    def __init__(
        self,
        name: str,
        headers: Sequence[str],
        widths: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setHeaderLabels(list(headers))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionsMovable(False)
        for column, width in enumerate(widths):
            fixed = QHeaderView.ResizeMode.Fixed if width else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(column, fixed)
            if width:
                head.resizeSection(column, width)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; the selected key stays selected where it is still there."""
        kept = self.current_key()
        self.clear()
        for key, cells in rows:
            item = QTreeWidgetItem(list(cells))
            item.setData(0, _KEY, key)
            for column, cell in enumerate(cells):
                item.setToolTip(column, cell)
            self.addTopLevelItem(item)
            if key == kept:
                self.setCurrentItem(item)

    def current_key(self) -> str:
        """Key of the selected row, empty where there is none."""
        item = self.currentItem()
        return str(item.data(0, _KEY)) if item is not None else ""
