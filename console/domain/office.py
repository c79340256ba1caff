"""Who can be sent without being a unit: a grid's team, a community, a street, a department."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from console.domain.area import Community, Grid, Street

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


def office_name(
    office: Office,
    grids: Mapping[str, Grid],
    communities: Mapping[str, Community],
    streets: Mapping[str, Street],
) -> str:
    """As the district writes it, like the names of its units; empty where it has no such area."""
    if office.kind is OfficeKind.DEPARTMENT:
        return office.key
    if office.kind is OfficeKind.GRID:
        grid = grids.get(office.key)
        return f"{grid.label}网格团队" if grid else ""
    if office.kind is OfficeKind.COMMUNITY:
        community = communities.get(office.key)
        return f"{community.name.removesuffix('社区')}社区" if community else ""
    street = streets.get(office.key)
    return street.name if street else ""
