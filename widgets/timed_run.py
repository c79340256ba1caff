"""A run that measures itself, takes its picture and, if asked to, closes after a while."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from widgets.app import Console
from widgets.self_measure import Figures, SelfMeasure


class TimedRun(QObject):
    """Watches a console from its first frame on; `figures` are those at the end."""

    def __init__(
        self,
        console: Console,
        seconds: float | None,
        picture: Path | None,
        closing: Callable[[], None],
    ) -> None:
        """Attach to `console`; `closing` is called when its window begins to close."""
        super().__init__(console)
        self._console = console
        self._seconds = seconds
        self._picture = picture
        self._closing = closing
        player = console.fleet.engine.value
        self._measure = SelfMeasure(console.store, console.wall, player, self)
        self.figures: Figures | None = None
        console.window.closed.connect(self._ended)

    def begin(self) -> None:
        """The first frame is there."""
        self._measure.start()
        if self._seconds is not None:
            QTimer.singleShot(round(self._seconds * 1000), self, self._finish)

    def _finish(self) -> None:
        self._note()
        if self._picture is not None:
            self._picture.parent.mkdir(parents=True, exist_ok=True)
            self._console.window.grab().save(str(self._picture))
        self._closing()
        self._console.window.close()

    def _ended(self) -> None:
        if self.figures is None:
            self._note()
            self._closing()

    def _note(self) -> None:
        self.figures = self._measure.figures()
