"""A run that measures itself, takes its picture and, if asked to, closes after a while."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from console.client.store import Changes
from widgets.app import Console
from widgets.seen import Seen
from widgets.self_measure import SelfMeasure


class TimedRun(QObject):
    """Watches a console from its first frame on and fills in `seen` when it ends."""

    def __init__(
        self, console: Console, seen: Seen, seconds: float | None, picture: Path | None
    ) -> None:
        super().__init__(console)
        self._console = console
        self._seen = seen
        self._picture = picture
        self._measure = SelfMeasure(console.store, console.wall, console.fleet.engine.value, self)
        self._end = QTimer(self, singleShot=True)
        self._end.timeout.connect(self._finish)
        if seconds is not None:
            self._end.setInterval(round(seconds * 1000))
        self._timed = seconds is not None
        console.bridge.changed.connect(self._begin)
        console.window.closed.connect(self._ended)

    def _begin(self, changes: Changes) -> None:
        if changes.reset and self._console.store.grids:
            self._console.bridge.changed.disconnect(self._begin)
            self._measure.start()
            if self._timed:
                self._end.start()

    def _finish(self) -> None:
        self._note()
        if self._picture is not None:
            self._picture.parent.mkdir(parents=True, exist_ok=True)
            self._console.window.grab().save(str(self._picture))
        self._seen.closing = time.monotonic()
        self._console.window.close()

    def _ended(self) -> None:
        if self._seen.figures is None:
            self._note()
            self._seen.closing = time.monotonic()

    def _note(self) -> None:
        self._seen.figures = self._measure.figures()
