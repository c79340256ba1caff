"""Notices that nobody touched keyboard or mouse for a while."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QWindow

from widgets.common.ticker import Ticker

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Hears the focused native window alone: all events of the program would be far too many.

    The pointer is looked at once a second, wherever it is. With `minutes` 0 nobody is ever idle.
    """

    idle = Signal()

    def __init__(self, ticker: Ticker, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticker = ticker
        self._patience = timedelta(minutes=minutes)
        self._touched_at = ticker.now()
        self._pointer = QPoint()
        self._window: QWindow | None = None
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._follow)
        ticker.ticked.connect(self._tick)

    def touch(self) -> None:
        """Somebody is there."""
        self._touched_at = self._ticker.now()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear keys, buttons and wheel; nothing is held back."""
        if event.type() in _TOUCHES:
            self.touch()
        return super().eventFilter(watched, event)

    def _follow(self, window: QWindow | None) -> None:
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window.destroyed.disconnect(self._forget)
        self._window = window
        if window is not None:
            window.installEventFilter(self)
            window.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._window = None

    def _tick(self, now: datetime) -> None:
        pointer = QCursor.pos()
        if pointer != self._pointer:
            self._pointer = pointer
            self.touch()
        if self._patience and now - self._touched_at >= self._patience:
            self.touch()
            self.idle.emit()
