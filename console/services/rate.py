"""Events per second over a sliding window."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta

WINDOW = timedelta(seconds=10)
"""Length of the window."""


class Rate:
    """Counts by moment; cheap to add to, exact when asked."""

    def __init__(self) -> None:
        self._counts: deque[tuple[datetime, int]] = deque()
        self._sum = 0

    def add(self, at: datetime, count: int) -> None:
        """Count `count` events at `at`; moments do not go back."""
        self._counts.append((at, count))
        self._sum += count

    def per_second(self, now: datetime) -> float:
        """Events per second over the window before `now`."""
        while self._counts and self._counts[0][0] <= now - WINDOW:
            self._sum -= self._counts.popleft()[1]
        return round(self._sum / WINDOW.total_seconds(), 1)
