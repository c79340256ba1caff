"""The three levels of a district: street, community, grid, and the 2+2+N team of a grid."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.domain.geo import LonLat, Ring


class StreetKind(StrEnum):
    """A street office 街道 or an industrial park 园区; both have a venue and a seat."""

    STREET = "street"
    PARK = "park"


@dataclass(frozen=True, slots=True)
class Street:
    """One of the district's streets or parks. `code` has 9 digits: 6 district + 3 street."""

    code: str
    name: str
    kind: StreetKind
    centre: LonLat


@dataclass(frozen=True, slots=True)
class Community:
    """A community 社区. `code` has 12 digits: the street's 9 + 3."""

    code: str
    name: str
    street: str


class TeamRole(StrEnum):
    """Places in the 2+2+N team: two members, two Party branches, N volunteers."""

    GRID_MEMBER = "grid_member"
    COMMITTEE_MEMBER = "committee_member"
    BRANCH = "branch"
    VOLUNTEER = "volunteer"


@dataclass(frozen=True, slots=True)
class TeamMember:
    """A place in a grid's team; `name` and `phone` are already masked (罗某, 138****5678)."""

    role: TeamRole
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid 网格 of 400–800 households. `code` has 15 digits: the community's 12 + 3.

    `number` is the district-wide number that operators say aloud: 137 is typed `g137`.
    """

    code: str
    number: int
    name: str
    community: str
    street: str
    households: int
    outline: Ring
    centre: LonLat
    team: tuple[TeamMember, ...]

    @property
    def label(self) -> str:
        """How the grid is written everywhere: g and three digits."""
        return f"g{self.number:03d}"
