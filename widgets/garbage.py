"""Cyclic garbage is collected in the GUI thread only, when it is idle.

Python collects in whichever thread allocates next. A Qt object that dies in the feed thread takes
the process with it, and a full collection in the middle of a paint is a visible stutter.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

YOUNG_MS = 1000
FULL_EVERY = 60
"""Every how many young collections an old one follows: once a minute."""


class Garbage(QObject):
    """Takes collection over from `start` to `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rounds = 0
        self._timer = QTimer(self)
        self._timer.setInterval(YOUNG_MS)
        self._timer.timeout.connect(self._collect)

    def start(self) -> None:
        """Switch Python's own timing off; what was loaded so far is not looked at again."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Collect what is left and give the timing back."""
        self._timer.stop()
        gc.unfreeze()
        gc.collect()
        gc.enable()

    def _collect(self) -> None:
        self._rounds += 1
        gc.collect(2 if self._rounds % FULL_EVERY == 0 else 1)
