"""One timer a window for everything that counts: countdowns, ages, the clock, flashing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

Now = Callable[[], datetime]


def utc_now() -> datetime:
    """The present moment, aware, UTC."""
    return datetime.now(UTC)


class Ticker(QObject):
    """Emits the time once a second, just after the second turned."""

    ticked = Signal(object)
    """Carries the aware UTC datetime."""

    def __init__(self, now: Now = utc_now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        """Begin to tick."""
        self._schedule()

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()

    def now(self) -> datetime:
        """The time this ticker goes by."""
        return self._now()

    def tick(self) -> None:
        """Emit the time now and wait for the next second."""
        self.ticked.emit(self._now())
        self._schedule()

    def _schedule(self) -> None:
        self._timer.start(1005 - self._now().microsecond // 1000)
