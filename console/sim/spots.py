"""Believable places inside a district's grids."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from console.domain.area import Community, Grid, Street
from console.domain.geo import LonLat, contains, moved

SPREAD_M = 120.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, its grid, and the address of the grid (street and community)."""

    place: LonLat
    grid: Grid
    address: str


class Spots:
    """Draws places; which one depends on the chance that is handed in, not on this object."""

    def __init__(
        self,
        streets: tuple[Street, ...],
        communities: tuple[Community, ...],
        grids: tuple[Grid, ...],
    ) -> None:
        self._streets = {one.code: one.name for one in streets}
        self._communities = {one.code: one.name for one in communities}
        self._grids = grids

    def draw(self, chance: Random) -> Spot:
        """A place within 120 m of a grid's centre and inside the grid."""
        grid = chance.choice(self._grids)
        place = moved(grid.centre, chance.uniform(0, 360), SPREAD_M * chance.random() ** 0.5)
        if not contains(grid.outline, place):
            place = grid.centre
        street = self._streets.get(grid.street, "")
        return Spot(place, grid, street + self._communities.get(grid.community, ""))
