"""A grid's answer to a task."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

OFFLINE = timedelta(minutes=2)
"""A report that was under way for longer was written without a network."""


@dataclass(frozen=True, slots=True)
class GridCheck:
    """The first check-in of a grid. `at` is when it was done, `received_at` when the hub heard.

    `late` says that it came after the task's deadline or end, whenever it was written.
    """

    task: str
    grid: str
    street: str
    at: datetime
    received_at: datetime
    by: str
    note: str = ""
    late: bool = False

    @property
    def key(self) -> str:
        """Its key on the feed."""
        return f"{self.task}/{self.grid}"

    @property
    def offline(self) -> bool:
        """Whether it was written well before it arrived."""
        return self.received_at - self.at > OFFLINE
