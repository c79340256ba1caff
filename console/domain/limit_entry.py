"""One cell of a table of time limits, as it is written."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.sla import ClockKind
from console.domain.time_limit import Basis, TimeLimit

LEVELS = (1, 2, 3, 4)
"""Response levels, worst first."""


@dataclass(frozen=True, slots=True)
class LimitEntry:
    """The limit `text` (10 min, 3 working days) for a level; of one case type, or "" for all."""

    case_type: str
    level: int
    kind: ClockKind
    text: str

    def limit(self) -> TimeLimit:
        """What the text says; raises `ValueError`."""
        if self.level not in LEVELS:
            raise ValueError(f"not a response level: {self.level!r}")
        return TimeLimit.parse(self.text, basis_of(self.level))


def basis_of(level: int) -> Basis:
    """Levels 1–2 run by the wall clock, 3–4 by working time."""
    return Basis.WALL if level <= 2 else Basis.WORKING
