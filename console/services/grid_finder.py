"""Which grid a place lies in."""

from __future__ import annotations

import math
from collections.abc import Iterable

from console.domain.area import Grid
from console.domain.geo import LonLat, contains

_CELL_DEG = 0.005


class GridFinder:
    """Grids by square cells of about 500 m."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        self._cells: dict[tuple[int, int], list[Grid]] = {}
        for grid in grids:
            west, south = _cell(
                min(point.lon for point in grid.outline), min(point.lat for point in grid.outline)
            )
            east, north = _cell(
                max(point.lon for point in grid.outline), max(point.lat for point in grid.outline)
            )
            for x in range(west, east + 1):
                for y in range(south, north + 1):
                    self._cells.setdefault((x, y), []).append(grid)

    def at(self, place: LonLat) -> Grid | None:
        """The grid around `place`, None outside the district."""
        candidates = self._cells.get(_cell(place.lon, place.lat), ())
        return next((grid for grid in candidates if contains(grid.outline, place)), None)


def _cell(lon: float, lat: float) -> tuple[int, int]:
    return math.floor(lon / _CELL_DEG), math.floor(lat / _CELL_DEG)
