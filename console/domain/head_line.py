"""One line of a head-count: a household, how many belong to it, how many were found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A household or group to be accounted for.

    `household` is masked (罗某某). `found` people are at the assembly point, `elsewhere` ones are
    known to be safe in another place; both are None until somebody counted.
    """

    id: str
    household: str
    place: str
    expected: int
    found: int | None = None
    elsewhere: int = 0
    counted_at: datetime | None = None
    counted_by: str = ""

    @property
    def missing(self) -> int:
        """How many are not accounted for; never below zero."""
        return max(0, self.expected - (self.found or 0) - self.elsewhere)
