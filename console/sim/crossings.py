"""Where the segments of roads cross or nearly touch, found through a grid of cells."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from console.sim.plane import Point

CELL_M = 250.0

Segment = tuple[int, Point, Point]
"""Number of the road, and the segment's two ends in metres."""


class Crossings:
    """Cuts `segments` where those of different roads meet; `cuts[i]` are points on segment i."""

    def __init__(self, segments: Sequence[Segment], reach: float) -> None:
        self._segments = segments
        self._reach = reach
        self._cells: dict[tuple[int, int], list[int]] = defaultdict(list)
        self.cuts: list[list[Point]] = [[] for _ in segments]
        for index, (_, a, b) in enumerate(segments):
            for cell in _covered(a, b, reach):
                self._cells[cell].append(index)

    def cross(self) -> None:
        """Cut every pair of segments of different roads that cross."""
        done: set[tuple[int, int]] = set()
        for members in self._cells.values():
            for place, one in enumerate(members):
                for other in members[place + 1 :]:
                    pair = (one, other)
                    if self._segments[one][0] == self._segments[other][0] or pair in done:
                        continue
                    done.add(pair)
                    point = _crossing(self._segments[one], self._segments[other])
                    if point is not None:
                        self.cuts[one].append(point)
                        self.cuts[other].append(point)

    def join(self, road: int, end: Point) -> Point | None:
        """Cut the nearest segment of another road within reach of `end`; the cut, or None."""
        cell = (int(end[0] // CELL_M), int(end[1] // CELL_M))
        best, cut, found = self._reach, None, -1
        for index in self._cells.get(cell, ()):
            other, a, b = self._segments[index]
            if other == road:
                continue
            point = _foot(end, a, b)
            if math.dist(point, end) <= best:
                best, cut, found = math.dist(point, end), point, index
        if cut is not None:
            self.cuts[found].append(cut)
        return cut


def _covered(a: Point, b: Point, reach: float) -> Iterator[tuple[int, int]]:
    west, east = sorted((a[0], b[0]))
    south, north = sorted((a[1], b[1]))
    for x in range(int((west - reach) // CELL_M), int((east + reach) // CELL_M) + 1):
        for y in range(int((south - reach) // CELL_M), int((north + reach) // CELL_M) + 1):
            yield x, y


def _crossing(one: Segment, other: Segment) -> Point | None:
    (_, (ax, ay), (bx, by)), (_, (cx, cy), (dx, dy)) = one, other
    rx, ry, sx, sy = bx - ax, by - ay, dx - cx, dy - cy
    cross = rx * sy - ry * sx
    if abs(cross) < 1e-9:
        return None
    t = ((cx - ax) * sy - (cy - ay) * sx) / cross
    u = ((cx - ax) * ry - (cy - ay) * rx) / cross
    if not (0 <= t <= 1 and 0 <= u <= 1):
        return None
    return ax + t * rx, ay + t * ry


def _foot(point: Point, a: Point, b: Point) -> Point:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    share = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length if length else 0.0
    share = min(1.0, max(0.0, share))
    return a[0] + share * dx, a[1] + share * dy
