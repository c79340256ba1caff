"""Doing something soon, but not too often."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer


class Throttle(QObject):
    """Calls `act` at once after a quiet time, otherwise when `interval_ms` has passed."""

    def __init__(
        self, act: Callable[[], None], interval_ms: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._act = act
        self._interval = interval_ms / 1000
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.now)

    def request(self) -> None:
        """Ask for a call; many requests make one."""
        if self._timer.isActive():
            return
        wait = self._interval - (time.monotonic() - self._last)
        if wait <= 0:
            self.now()
        else:
            self._timer.start(max(1, round(wait * 1000)))

    def now(self) -> None:
        """Call without waiting."""
        self._timer.stop()
        self._last = time.monotonic()
        self._act()
