"""Long drawing work in short slices between events."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

SLICE_S = 0.003
"""A slice ends after this long; one step may add a little to it."""


class Slicer(QObject):
    """Runs one iterator of small steps whenever the event loop has nothing better to do."""

    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._slice)

    @property
    def busy(self) -> bool:
        """Whether there is work left."""
        return self._steps is not None

    def start(self, steps: Iterator[None]) -> None:
        """Begin new work; work under way is given up."""
        self._steps = steps
        self._timer.start()

    def stop(self) -> None:
        """Give up the work under way."""
        self._timer.stop()
        self._steps = None

    def finish(self) -> None:
        """Do all the rest at once."""
        if self._steps is not None:
            for _ in self._steps:
                pass
            self._end()

    def _slice(self) -> None:
        steps = self._steps
        until = time.perf_counter() + SLICE_S
        while steps is not None and steps is self._steps:
            if next(steps, self) is self:
                self._end()
                return
            if time.perf_counter() >= until:
                return

    def _end(self) -> None:
        self.stop()
        self.finished.emit()
