"""Rows of words as a table that only says what changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter, QPixmap

from widgets.common.lamp import LampState, draw_lamp
from widgets.links.link_line import LinkLine
from widgets.theme import Theme

KEY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_DOT, _SHARP = 13, 2

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_ROOT = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    """Lines under headers, a lamp in the first column; `numbers` are columns set to the right."""

    def __init__(
        self,
        headers: Sequence[str],
        theme: Theme,
        numbers: frozenset[int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._headers = list(headers)
        self._theme = theme
        self._numbers = numbers
        self._lines: list[LinkLine] = []
        self._lamps: dict[LampState, QPixmap] = {}
        theme.changed.connect(self._recolour)

    def show_lines(self, lines: Sequence[LinkLine]) -> None:
        """Show these; rows that stay where they are keep selection and scroll place."""
        if [line.key for line in lines] != [line.key for line in self._lines]:
            self.beginResetModel()
            self._lines = list(lines)
            self.endResetModel()
            return
        for row, line in enumerate(lines):
            if line != self._lines[row]:
                self._lines[row] = line
                self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def line(self, row: int) -> LinkLine:
        """The line in a row."""
        return self._lines[row]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Headers."""
        return 0 if parent.isValid() else len(self._headers)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        """Titles, aligned like their columns."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._headers[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(section)
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Words, alignment, colour and lamp."""
        line, column = self._lines[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.cells[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role == Qt.ItemDataRole.ForegroundRole and column in line.tones:
            return self._theme.color(line.tones[column])
        if role == Qt.ItemDataRole.DecorationRole and column == 0:
            return self._lamp(line.lamp)
        return line.key if role == KEY_ROLE else None

    def _alignment(self, column: int) -> int:
        return _RIGHT if column in self._numbers else _LEFT

    def _lamp(self, state: LampState) -> QPixmap:
        if state not in self._lamps:
            lamp = QPixmap(_DOT * _SHARP, _DOT * _SHARP)
            lamp.setDevicePixelRatio(_SHARP)
            lamp.fill(Qt.GlobalColor.transparent)
            painter = QPainter(lamp)
            draw_lamp(painter, QRectF(2, 2, _DOT - 4, _DOT - 4), state, self._theme)
            painter.end()
            self._lamps[state] = lamp
        return self._lamps[state]

    def _recolour(self) -> None:
        self._lamps.clear()
        if self._lines:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._lines) - 1, self.columnCount() - 1)
            )
