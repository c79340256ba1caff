"""A part of a search: some grids, who searches them, and whether they are done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Sector:
    """A search sector 搜索片区. `grids` are 15-digit codes, empty where it was never drawn.

    `unit` is a unit's id or empty, `holder` who searches, as shown. `cleared_at` and `cleared_by`
    (masked) say when it was ticked off and by whom.
    """

    name: str
    grids: tuple[str, ...] = ()
    unit: str = ""
    holder: str = ""
    cleared_at: datetime | None = None
    cleared_by: str = ""

    @property
    def cleared(self) -> bool:
        """Whether it was searched to the end."""
        return self.cleared_at is not None
