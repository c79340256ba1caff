"""Which points are nearest to a place, by a hash of square cells."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from console.domain.geo import LonLat, distance_m

T = TypeVar("T")

_METRES_PER_DEGREE = 111_195.0


class PointIndex(Generic[T]):
    """Items that have a place, found by nearness. Building costs about 1 µs an item."""

    def __init__(
        self, items: Iterable[T], place: Callable[[T], LonLat], cell_m: float = 250.0
    ) -> None:
        """`place` gives an item's WGS-84 position; `cell_m` is the size of a cell in metres."""
        self._cell_m = cell_m
        self._cells: dict[tuple[int, int], list[tuple[LonLat, T]]] = {}
        placed = [(place(item), item) for item in items]
        self._lon_scale = math.cos(math.radians(placed[0][0].lat)) if placed else 1.0
        for point, item in placed:
            self._cells.setdefault(self._cell(point), []).append((point, item))
        self._count = len(placed)
        columns = [column for column, _ in self._cells]
        rows = [row for _, row in self._cells]
        self._bounds = (min(columns), max(columns), min(rows), max(rows)) if placed else (0,) * 4

    def __len__(self) -> int:
        return self._count

    def nearest(self, point: LonLat, count: int) -> list[tuple[float, T]]:
        """Up to `count` items with their distance in metres, nearest first."""
        if not self._count or count <= 0:
            return []
        ring_limit = self._rings_to_everything(point)
        found: list[tuple[float, T]] = []
        for ring in range(ring_limit + 1):
            found += self._in_ring(point, ring)
            sure_m = ring * self._cell_m
            if sum(metres <= sure_m for metres, _ in found) >= count:
                break
        found.sort(key=lambda pair: pair[0])
        return found[:count]

    def within(self, point: LonLat, metres: float) -> list[tuple[float, T]]:
        """Every item at most `metres` away with its distance, nearest first."""
        rings = min(math.ceil(metres / self._cell_m), self._rings_to_everything(point))
        found = [pair for ring in range(rings + 1) for pair in self._in_ring(point, ring)]
        return sorted((p for p in found if p[0] <= metres), key=lambda pair: pair[0])

    def _cell(self, point: LonLat) -> tuple[int, int]:
        metres = _METRES_PER_DEGREE / self._cell_m
        return (
            math.floor(point.lon * metres * self._lon_scale),
            math.floor(point.lat * metres),
        )

    def _rings_to_everything(self, point: LonLat) -> int:
        column, row = self._cell(point)
        west, east, south, north = self._bounds
        return max(abs(column - west), abs(east - column), abs(row - south), abs(north - row))

    def _in_ring(self, point: LonLat, ring: int) -> list[tuple[float, T]]:
        column, row = self._cell(point)
        found: list[tuple[float, T]] = []
        for dx, dy in _ring_offsets(ring):
            for place, item in self._cells.get((column + dx, row + dy), ()):
                found.append((distance_m(point, place), item))
        return found


def _ring_offsets(ring: int) -> list[tuple[int, int]]:
    """Cells whose larger coordinate distance from the middle is `ring`."""
    if ring == 0:
        return [(0, 0)]
    span = range(-ring, ring + 1)
    edges = [(dx, dy) for dx in span for dy in (-ring, ring)]
    return edges + [(dx, dy) for dy in range(-ring + 1, ring) for dx in (-ring, ring)]
