"""Names for the streets of the plan, the railway, and where they meet."""

from __future__ import annotations

from collections import defaultdict
from random import Random

import numpy as np
import shapely

from console.domain.area import Grid
from console.domain.geo import LonLat
from console.domain.place import Road, RoadClass
from console.sim.district.ground import in_plan, on_ground
from console.sim.district.names import MAINS, TRUNKS
from console.sim.district.town import HALF_WIDTH_M, Town

RAILWAY = "江北铁路支线"
UNDERPASS_GRID = 12
_ORDINALS = "一二三四五六七八九"


class Roads:
    """The road net. `meeting` tells which roads share a vertex; lanes carry community names."""

    def __init__(self, town: Town, grids: list[Grid], names: dict[str, str], rng: Random) -> None:
        """`names` gives a community's name by its code."""
        self._counts: dict[str, int] = defaultdict(int)
        self._trunks, self._mains = list(TRUNKS), list(MAINS)
        self._rng = rng
        self._community = _communities_at_vertices(grids, names)
        self.roads: list[Road] = []
        self.meeting: dict[LonLat, list[Road]] = defaultdict(list)
        for street in town.streets:
            line = tuple(on_ground(*town.points[index]) for index in street.path)
            self._add(self._name(street.kind, line), street.kind, line)
        self.railway = self._railway(grids)
        self.roads.append(self.railway)

    def junctions(self) -> list[tuple[LonLat, list[Road]]]:
        """Vertices where at least two roads meet."""
        return [(at, roads) for at, roads in self.meeting.items() if len(roads) > 1]

    def named(self, name: str) -> Road:
        """The road of a name."""
        return next(road for road in self.roads if road.name == name)

    def _add(self, name: str, kind: RoadClass, line: tuple[LonLat, ...]) -> None:
        road = Road(f"R{len(self.roads) + 1:03d}", name, kind, line)
        self.roads.append(road)
        for point in line:
            self.meeting[point].append(road)

    def _name(self, kind: RoadClass, line: tuple[LonLat, ...]) -> str:
        if kind is RoadClass.TRUNK:
            return self._take_trunk(line)
        if kind is RoadClass.MAIN:
            return self._mains.pop(0)
        community = self._community[line[len(line) // 2]].removesuffix("社区")
        self._counts[community] += 1
        return f"{community}{_ORDINALS[self._counts[community] - 1]}巷"

    def _take_trunk(self, line: tuple[LonLat, ...]) -> str:
        """The long east-west trunk is 发展大道; the others get what is left."""
        wide = abs(line[-1].lon - line[0].lon) > abs(line[-1].lat - line[0].lat)
        return self._trunks.pop(0 if wide and TRUNKS[0] in self._trunks else -1)

    def _railway(self, grids: list[Grid]) -> Road:
        """A single curve from west to east through the grid of the underpass."""
        town = shapely.union_all(
            [shapely.Polygon([in_plan(p) for p in grid.outline]) for grid in grids]
        )
        through = in_plan(grids[UNDERPASS_GRID - 1].centre)
        xs = np.linspace(-HALF_WIDTH_M * 1.3, HALF_WIDTH_M * 1.3, 120)
        tilt = self._rng.uniform(-0.05, 0.05)
        swing = 380 * np.sin((xs - through[0]) / 3100)
        ys = through[1] + tilt * (xs - through[0]) + swing
        inside = town.intersection(shapely.LineString(np.stack([xs, ys], axis=1)))
        longest = max(shapely.get_parts(inside), key=lambda part: float(part.length))
        line = tuple(on_ground(float(x), float(y)) for x, y in longest.coords)
        return Road(f"R{len(self.roads) + 1:03d}", RAILWAY, RoadClass.RAIL, line)

    def underpass(self, grids: list[Grid]) -> tuple[float, float]:
        """Where the widest road at the underpass grid dives under the railway, in metres."""
        rail = shapely.LineString([in_plan(p) for p in self.railway.line])
        grid = grids[UNDERPASS_GRID - 1]
        ring = shapely.LinearRing([in_plan(p) for p in grid.outline])
        ranks = (RoadClass.TRUNK, RoadClass.MAIN, RoadClass.LANE)
        found: list[tuple[int, float, float]] = []
        for point in shapely.get_parts(rail.intersection(ring)):
            for road in self.roads[:-1]:
                line = shapely.LineString([in_plan(p) for p in road.line])
                if line.distance(point) < 1.0:
                    found.append((ranks.index(road.kind), point.x, point.y))
        _, x, y = min(found) if found else (0, *in_plan(grid.centre))
        middle = in_plan(grid.centre)
        return x + 0.08 * (middle[0] - x), y + 0.08 * (middle[1] - y)


def _communities_at_vertices(grids: list[Grid], names: dict[str, str]) -> dict[LonLat, str]:
    return {point: names[grid.community] for grid in grids for point in grid.outline}
