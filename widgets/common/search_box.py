"""The search box: typing filters, ↓ goes to the list, Esc clears."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from widgets.common.throttle import Throttle

_TYPING_MS = 120


class SearchBox(QLineEdit):
    """A line whose words are told once the hand pauses."""

    words_changed = Signal(str)
    left_down = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(hint)
        self.setClearButtonEnabled(True)
        self.setFixedHeight(32)
        self._throttle = Throttle(self._tell, _TYPING_MS, self)
        self.textChanged.connect(self._throttle.request)

    def take_focus(self) -> None:
        """Put the cursor here and mark what stands here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the list with ↓ or Enter, clear with Esc."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._throttle.now()
            self.left_down.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self.words_changed.emit(self.text())
