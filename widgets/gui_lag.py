"""How late the GUI thread is: a 10 ms timer that notes by how much it fires too late."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer

INTERVAL_MS = 10
SAMPLES_KEPT = 60_000
"""Ten minutes at one sample every 10 ms."""


class GuiLag(QObject):
    """Lag samples of the thread it lives in, milliseconds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._samples: list[float] = []
        self._due = 0.0
        self._timer = QTimer(self, interval=INTERVAL_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._note)

    def start(self) -> None:
        """Forget earlier samples and begin."""
        self._samples.clear()
        self._due = perf_counter() + INTERVAL_MS / 1000
        self._timer.start()

    def stop(self) -> None:
        """End the measurement; the samples stay."""
        self._timer.stop()

    def percentile_ms(self, share: float) -> float:
        """The lag that `share` (0–1) of the samples do not exceed; 0 before the first sample."""
        if not self._samples:
            return 0.0
        ordered = sorted(self._samples)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    def _note(self) -> None:
        now = perf_counter()
        if len(self._samples) < SAMPLES_KEPT:
            self._samples.append(max(0.0, (now - self._due) * 1000))
        self._due = now + INTERVAL_MS / 1000
