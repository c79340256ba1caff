"""The demo's clock: every process counts seconds from one shared start instant."""

from __future__ import annotations

import threading
import time

LATE_S = 6.0
"""How late, in seconds of wall time, an event may be reported."""


class Pace:
    """Waits for moments of the demo.

    `started_at` is the shared start instant in POSIX seconds; `speed` is how many demo seconds pass
    in a second of wall time. `stop` ends every wait at once.
    """

    def __init__(self, started_at: float, speed: float, stop: threading.Event) -> None:
        self._started_at = started_at
        self._speed = speed
        self._stop = stop

    def now(self) -> float:
        """Demo seconds since the start instant."""
        return (time.time() - self._started_at) * self._speed

    def wait_until(self, at: float) -> bool:
        """Wait for demo second `at`; False when the demo is over."""
        left = (at - self.now()) / self._speed
        return not (self._stop.wait(left) if left > 0 else self._stop.is_set())

    def too_late(self, at: float) -> bool:
        """Whether demo second `at` has passed so long ago that a source that starts leaves it out.

        What a source says at its start (second 0) is never too late.
        """
        return 0 < at < self.now() - LATE_S * self._speed
