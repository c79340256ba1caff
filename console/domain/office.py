"""Who can be sent without being a unit: a grid's team, a community, a street, a department."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_MOST = 40


class OfficeKind(StrEnum):
    """What kind of office; the value begins its written form."""

    GRID = "grid"
    COMMUNITY = "community"
    STREET = "street"
    DEPARTMENT = "department"


@dataclass(frozen=True, slots=True)
class Office:
    """An office by its area code; a department by its name."""

    kind: OfficeKind
    key: str

    @property
    def text(self) -> str:
        """How commands name it: `grid:420299001001001`, `department:城管`."""
        return f"{self.kind.value}:{self.key}"

    @classmethod
    def parse(cls, text: str) -> Office:
        """The office named by `text`; raises `ValueError` where it names none."""
        kind, _, key = text.partition(":")
        if not key.strip() or len(key) > _MOST:
            raise ValueError(text)
        return cls(OfficeKind(kind), key.strip())
