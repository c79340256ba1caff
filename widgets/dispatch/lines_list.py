"""A list of lines with columns that keeps its place while its words change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from widgets.theme import Theme

_KEY = Qt.ItemDataRole.UserRole
_ROW = QSize(0, 32)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Line:
    """A key, its words by column, and colours (theme tokens) of columns."""

    key: str
    cells: tuple[str, ...]
    tones: Mapping[int, str] = field(default_factory=dict)


class LinesList(QTreeWidget):
    """`wide` takes the room that is left; `numbers` are set to the right; Enter acts on a line."""

    acted = Signal(str)
    """Key of a line that was double-clicked or entered."""

    def __init__(
        self,
        headers: Sequence[str],
        theme: Theme,
        widths: Mapping[int, int],
        numbers: frozenset[int] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._numbers = numbers
        self._lines: tuple[Line, ...] = ()
        self.setHeaderLabels(list(headers))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        head = self.header()
        head.setStretchLastSection(False)
        for column in range(len(headers)):
            if column in widths:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
                head.resizeSection(column, widths[column])
            else:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            if column in numbers:
                self.headerItem().setTextAlignment(column, _RIGHT)
        self.itemDoubleClicked.connect(lambda item, _column: self.acted.emit(item.data(0, _KEY)))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; the current line stays the current one."""
        if tuple(lines) == self._lines:
            return
        if [line.key for line in lines] != [line.key for line in self._lines]:
            current = self.current_key()
            self.clear()
            self.addTopLevelItems([self._item(line) for line in lines])
            self.choose(current)
        else:
            for row, line in enumerate(lines):
                item = self.topLevelItem(row)
                if item is not None and line != self._lines[row]:
                    self._dress(item, line)
        self._lines = tuple(lines)
        first = self.topLevelItem(0)
        if self.currentItem() is None and first is not None:
            self.setCurrentItem(first)

    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines

    def current_key(self) -> str:
        """Key of the current line, empty where there is none."""
        item = self.currentItem()
        return str(item.data(0, _KEY)) if item is not None else ""

    def choose(self, key: str) -> None:
        """Make a line the current one, where it is there."""
        for row in range(self.topLevelItemCount()):
            item = self.topLevelItem(row)
            if item is not None and item.data(0, _KEY) == key:
                self.setCurrentItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter acts."""
        if event.key() in _ENTER and self.current_key():
            self.acted.emit(self.current_key())
        else:
            super().keyPressEvent(event)

    def _item(self, line: Line) -> QTreeWidgetItem:
        item = QTreeWidgetItem()
        item.setData(0, _KEY, line.key)
        item.setSizeHint(0, _ROW)
        for column in self._numbers:
            item.setTextAlignment(column, _RIGHT)
        self._dress(item, line)
        return item

    def _dress(self, item: QTreeWidgetItem, line: Line) -> None:
        for column, text in enumerate(line.cells):
            item.setText(column, text)
            item.setToolTip(column, text)
            tone = line.tones.get(column)
            item.setForeground(column, QBrush(self._theme.color(tone)) if tone else QBrush())
