"""A short list of rows that is as high as its rows: arrows walk, Space and Enter act."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

from widgets.case.case_line import CaseLine
from widgets.case.line_delegate import LINE_ROLE, MARK_RIGHT, ROW_HEIGHT, LineDelegate
from widgets.theme import Theme

_ACT = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineList(QListWidget):
    """Emits the key of the row that was acted on; a click on its mark acts too."""

    acted = Signal(str)
    menu_wanted = Signal(str, QPoint)
    """Key and where on the screen."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("caseLines")
        self.setAccessibleName(name)
        self._lines: tuple[CaseLine, ...] = ()
        self.setItemDelegate(LineDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(0)

    @property
    def lines(self) -> tuple[CaseLine, ...]:
        """The rows shown."""
        return self._lines

    def show_lines(self, lines: Sequence[CaseLine]) -> None:
        """Change the rows; the current one stays current where it is still there."""
        if tuple(lines) == self._lines:
            return
        current = self.currentItem()
        kept = _key(current) if current else ""
        self._lines = tuple(lines)
        self.clear()
        for line in lines:
            item = QListWidgetItem(f"{line.text} {line.note}".strip())
            item.setData(LINE_ROLE, line)
            item.setToolTip(item.text())
            self.addItem(item)
        found = next((n for n, line in enumerate(lines) if line.key == kept), 0)
        if self._lines and (self.hasFocus() or kept):
            self.setCurrentRow(found)
        self.setFixedHeight(ROW_HEIGHT * len(self._lines))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a current row where the keyboard is."""
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter act; arrows walk; the rest goes on to the window."""
        item = self.currentItem()
        if event.key() in _ACT:
            if item is not None:
                self.acted.emit(_key(item))
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the mark acts at once."""
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        left = event.button() is Qt.MouseButton.LeftButton
        if item is not None and left and event.position().x() < MARK_RIGHT:
            self.acted.emit(_key(item))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click beside the mark acts; on the mark the first click has."""
        item = self.itemAt(event.position().toPoint())
        if item is not None and event.position().x() >= MARK_RIGHT:
            self.acted.emit(_key(item))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The right button, or the menu key on the current row."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        item = self.currentItem() if by_key else self.itemAt(event.pos())
        if item is None:
            return
        self.setCurrentItem(item)
        where = self.visualItemRect(item).bottomLeft() if by_key else event.pos()
        self.menu_wanted.emit(_key(item), self.viewport().mapToGlobal(where))


def _key(item: QListWidgetItem) -> str:
    line: CaseLine = item.data(LINE_ROLE)
    return line.key
