"""The district's roads as a graph: where one can turn, and the way from one place to another."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import pairwise

from console.domain.geo import LonLat
from console.domain.place import Road, RoadClass
from console.sim.crossings import Crossings
from console.sim.plane import Plane, Point

CELL_M = 200.0
JOIN_M = 30.0
"""A road that ends this close to another is taken to meet it."""

_Cell = tuple[int, int]


class RoadNetwork:
    """Roads joined where they cross or nearly meet; railways are left out. All in metres."""

    def __init__(self, roads: Iterable[Road], plane: Plane) -> None:
        self.plane = plane
        drivable = [one for one in roads if one.kind is not RoadClass.RAIL and len(one.line) > 1]
        lines = [[plane.point(place) for place in road.line] for road in drivable]
        self._ways: dict[Point, dict[Point, float]] = defaultdict(dict)
        self._index: dict[_Cell, list[Point]] = defaultdict(list)
        self._build(lines)
        self._keep_largest()
        for node in self._ways:
            self._index[_cell(node)].append(node)

    def nearest(self, point: Point) -> Point:
        """The node nearest to `point`; raises `LookupError` where there are no roads."""
        column, row = _cell(point)
        for reach in (1, 3, 10):
            found = [
                node
                for x in range(column - reach, column + reach + 1)
                for y in range(row - reach, row + reach + 1)
                for node in self._index.get((x, y), ())
            ]
            if found:
                return min(found, key=lambda node: math.dist(node, point))
        if not self._ways:
            raise LookupError("the district has no roads")
        return min(self._ways, key=lambda node: math.dist(node, point))

    def around(self, point: Point, radius: float) -> list[Point]:
        """The nodes within `radius` metres of `point`, in a fixed order."""
        near = (node for node in self._ways if math.dist(node, point) <= radius)
        return sorted(near)

    def route(self, start: Point, goal: Point) -> list[Point]:
        """The shortest way between two nodes (A*), both included."""
        best = {start: 0.0}
        came: dict[Point, Point] = {}
        queue = [(math.dist(start, goal), start)]
        while queue:
            _, here = heapq.heappop(queue)
            if here == goal:
                break
            for there, length in self._ways[here].items():
                cost = best[here] + length
                if cost < best.get(there, math.inf):
                    best[there] = cost
                    came[there] = here
                    heapq.heappush(queue, (cost + math.dist(there, goal), there))
        way = [goal]
        while way[-1] != start:
            way.append(came[way[-1]])
        return way[::-1]

    def place(self, point: Point) -> LonLat:
        """A node as a place on the ground."""
        return self.plane.place(point)

    def _build(self, lines: Sequence[list[Point]]) -> None:
        segments = [
            (number, a, b) for number, line in enumerate(lines) for a, b in pairwise(line) if a != b
        ]
        crossings = Crossings(segments, JOIN_M)
        crossings.cross()
        for number, line in enumerate(lines):
            for end in (line[0], line[-1]):
                if (joined := crossings.join(number, end)) is not None:
                    self._link(end, joined)
        for (_, a, b), cuts in zip(segments, crossings.cuts, strict=True):
            points = sorted({a, b, *cuts}, key=partial(math.dist, a))
            for one, other in pairwise(points):
                self._link(one, other)

    def _link(self, a: Point, b: Point) -> None:
        a, b = _rounded(a), _rounded(b)
        if a != b:
            self._ways[a][b] = self._ways[b][a] = math.dist(a, b)

    def _keep_largest(self) -> None:
        """Drop roads that cannot be reached, so that every route exists."""
        left = set(self._ways)
        largest: set[Point] = set()
        while left:
            part = {left.pop()}
            edge = list(part)
            while edge:
                for there in self._ways[edge.pop()]:
                    if there in left:
                        left.discard(there)
                        part.add(there)
                        edge.append(there)
            largest = max(largest, part, key=len)
        self._ways = defaultdict(dict, {node: self._ways[node] for node in sorted(largest)})


def _cell(point: Point) -> _Cell:
    return int(point[0] // CELL_M), int(point[1] // CELL_M)


def _rounded(point: Point) -> Point:
    return round(point[0], 1), round(point[1], 1)
