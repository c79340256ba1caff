"""Tells the hub every few seconds which case lies open here."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from console.client.questions import Answer, Questions
from console.domain.facts import Kind
from widgets.selection import Selected, Selection

BEAT_MS = 5000
_SOON_MS = 300


class PresenceBeat(QObject):
    """Speaks up at every change of the selection, once it rests, and every 5 s."""

    def __init__(
        self, selection: Selection, questions: Questions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._questions = questions
        self._case = ""
        self._waiting = False
        self._again = False
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self.tell)
        self._soon = QTimer(self, interval=_SOON_MS, singleShot=True)
        self._soon.timeout.connect(self.tell)
        selection.changed.connect(self._selected)

    def start(self) -> None:
        """Begin; from now on the others see this console."""
        self._timer.start()
        self._soon.start()

    def stop(self) -> None:
        """Fall silent."""
        self._timer.stop()
        self._soon.stop()

    def tell(self) -> None:
        """Say it now; while the hub is away nothing piles up."""
        if self._waiting:
            self._again = True
            return
        self._waiting = True
        self._questions.ask("watching", {"case": self._case}, self._heard)

    def _heard(self, _answer: Answer) -> None:
        """The rows arrive on the feed, here only the next beat is let go."""
        self._waiting = False
        if self._again:
            self._again = False
            self.tell()

    def _selected(self, selected: Selected | None) -> None:
        if selected is not None and selected.kind is Kind.CASE and selected.key != self._case:
            self._case = selected.key
            if self._timer.isActive():
                self._soon.start()
