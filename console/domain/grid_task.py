"""One task for many grids: everybody checks in, and who has not is known at any time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class GridTask:
    """A one-to-many task. `grids` are the codes that have to check in; `id` is RW20211129-01.

    Names are masked. It is over when `closed_at` is set; what comes later still counts, as late.
    """

    id: str
    title: str
    text: str
    grids: tuple[str, ...]
    created_at: datetime
    created_by: str
    due_at: datetime
    version: int = 1
    reminders: int = 0
    reminded_at: datetime | None = None
    reminded_by: str = ""
    closed_at: datetime | None = None
    closed_by: str = ""

    @property
    def open(self) -> bool:
        """Whether grids are still waited for."""
        return self.closed_at is None
