"""The line at the bottom right (Ctrl+K or /): type, see what it means, Enter does it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from console.client.command_line import Suggestion, suggest
from console.client.store import Store
from console.domain.case import Case
from console.domain.facts import Kind
from widgets.common.elided_label import ElidedLabel
from widgets.common.terms import Terms

_ROLE = Qt.ItemDataRole.UserRole
_ROW = 30
_KEEP = 50
"""Lines kept in the history."""


class CommandBar(QFrame):
    """Says what a line means before it is done; ↑ and ↓ walk suggestions, or else the history."""

    chosen = Signal(object)
    """Carries a `Suggestion`."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("commandBar")
        self._store = store
        self._history: list[str] = []
        self._at = 0
        self.line = QLineEdit()
        self.line.setObjectName("commandLine")
        self.line.setPlaceholderText(self.tr("/ type a grid, camera, case or name"))
        self.line.setAccessibleName(self.tr("Command bar"))
        self.help = ElidedLabel()
        self.help.setObjectName("commandHelp")
        self.list = QListWidget(self)
        self._arrange()
        self.line.textEdited.connect(self._show)
        self.line.returnPressed.connect(self.run)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(self._pick)
        self._show("")

    def _arrange(self) -> None:
        self.list.setObjectName("commandList")
        self.list.setWindowFlags(Qt.WindowType.ToolTip)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.list.hide()
        key = QLabel("Ctrl K")
        key.setObjectName("key")
        low = QHBoxLayout()
        low.setSpacing(10)
        low.addWidget(self.help, 1)
        low.addWidget(key)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addLayout(low)

    def take_focus(self) -> None:
        """Begin a line."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def run(self) -> None:
        """Do what the line, or the suggestion walked to, means."""
        suggestion = self._current()
        if suggestion is None:
            if self.line.text().strip():
                self.help.setText(self._unknown())
            return
        self._history = [*self._history, self.line.text()][-_KEEP:]
        self._at = len(self._history)
        self.line.clear()
        self._show("")
        self.chosen.emit(suggestion)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys and focus of the line."""
        if watched is self.line:
            if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
                self._show_focus(on=event.type() == QEvent.Type.FocusIn)
            if event.type() == QEvent.Type.FocusOut:
                self.list.hide()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._key(event)
        return super().eventFilter(watched, event)

    def _show_focus(self, *, on: bool) -> None:
        self.setProperty("active", on)
        self.style().unpolish(self)
        self.style().polish(self)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.line.clear()
            self._show("")
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = -1 if key == Qt.Key.Key_Up else 1
            self._walk(step)
        elif key == Qt.Key.Key_Tab and self._current() is not None:
            suggestion = self._current()
            self.line.setText(suggestion.text if suggestion else "")
            self._show(self.line.text())
        else:
            return False
        return True

    def _walk(self, step: int) -> None:
        if self.list.isVisible():
            row = self.list.currentRow() + step
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
            self._explain()
        elif self._history:
            self._at = max(0, min(len(self._history) - 1, self._at + step))
            self.line.setText(self._history[self._at])
            self._show(self.line.text())

    def _current(self) -> Suggestion | None:
        item = self.list.currentItem()
        found = item.data(_ROLE) if item is not None else None
        return found if isinstance(found, Suggestion) else None

    def _pick(self, item: QListWidgetItem) -> None:
        self.list.setCurrentItem(item)
        self.run()

    def _show(self, line: str) -> None:
        found = suggest(self._store, line)
        self.list.clear()
        for each in found:
            item = QListWidgetItem(f"{Terms.kind(each.kind)}  {each.text}  {_other(each)}".rstrip())
            item.setData(_ROLE, each)
            self.list.addItem(item)
        if found:
            self.list.setCurrentRow(0)
        self._place(len(found))
        self._explain()

    def _place(self, rows: int) -> None:
        if rows < 2 or not self.line.hasFocus():
            self.list.hide()
            return
        height = rows * _ROW + 4
        corner = self.mapToGlobal(QPoint(0, -height - 4))
        self.list.setGeometry(corner.x(), corner.y(), self.width(), height)
        self.list.show()

    def _explain(self) -> None:
        suggestion = self._current()
        if suggestion is not None:
            self.help.setText(self._meaning(suggestion))
        elif self.line.text().strip():
            self.help.setText(self._unknown())
        else:
            self.help.setText(self.tr("g137 grid · c 0421 camera · 0012 case · words or initials"))

    def _unknown(self) -> str:
        return self.tr("Nothing is called that. Try g137, c 0421, 0012 or initials such as xxl.")

    def _meaning(self, suggestion: Suggestion) -> str:
        if suggestion.kind is Kind.GRID:
            count = sum(self._open_in(case, suggestion.key) for case in self._store.cases.values())
            return self.tr(
                "Enter: go to grid {label} {name}, its nearest cameras to free tiles, {count} open"
            ).format(label=suggestion.text, name=suggestion.title, count=count)
        if suggestion.kind is Kind.CAMERA:
            return self.tr("Enter: camera {number} {name} to the wall").format(
                number=suggestion.text, name=suggestion.title
            )
        if suggestion.kind is Kind.CASE:
            return self.tr("Enter: case {number} {title}").format(
                number=suggestion.text[-4:], title=suggestion.title
            )
        return self.tr("Enter: go to {name}").format(name=suggestion.title)

    @staticmethod
    def _open_in(case: Case, grid: str) -> bool:
        return case.open and case.opening.grid == grid


def _other(suggestion: Suggestion) -> str:
    return suggestion.title if suggestion.title != suggestion.text else ""
