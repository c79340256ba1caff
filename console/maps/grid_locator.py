"""Which grid a point lies in, by a hash of square cells over the grids' bounding boxes."""

from __future__ import annotations

import math
from collections.abc import Iterable

from console.domain.area import Grid
from console.domain.geo import LonLat, contains

_CELL_DEG = 0.004


class GridLocator:
    """Finds the grid at a point among some thousand grids in a few microseconds."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        self._cells: dict[tuple[int, int], list[tuple[tuple[float, ...], Grid]]] = {}
        for grid in grids:
            lons = [point.lon for point in grid.outline]
            lats = [point.lat for point in grid.outline]
            box = (min(lons), min(lats), max(lons), max(lats))
            west, south = _cell(box[0], box[1])
            east, north = _cell(box[2], box[3])
            for column in range(west, east + 1):
                for row in range(south, north + 1):
                    self._cells.setdefault((column, row), []).append((box, grid))

    def at(self, point: LonLat) -> Grid | None:
        """The grid that holds `point`, or None outside the district."""
        for box, grid in self._cells.get(_cell(point.lon, point.lat), ()):
            inside_box = box[0] <= point.lon <= box[2] and box[1] <= point.lat <= box[3]
            if inside_box and contains(grid.outline, point):
                return grid
        return None


def _cell(lon: float, lat: float) -> tuple[int, int]:
    return math.floor(lon / _CELL_DEG), math.floor(lat / _CELL_DEG)
