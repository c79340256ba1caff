"""Cuts a town's outline into blocks along curved streets; neighbours share every vertex."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import shapely
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_TRIES = 24


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the town: its ring as vertex numbers and the homes in it, metres."""

    ring: tuple[int, ...]
    homes: Floats


@dataclass(frozen=True, slots=True)
class Cut:
    """A street that divided a block, as vertex numbers."""

    path: tuple[int, ...]


class Mesh:
    """Vertices in metres east and north of the middle, and blocks made of them.

    A cut begins and ends at vertices that are there already, so blocks fit without gaps whatever
    the order of the cuts.
    """

    def __init__(self, outline: Floats, homes: Floats, spacing_m: float, rng: Random) -> None:
        """`outline` has shape (n, 2), `homes` (m, 2); `spacing_m` parts vertices of a street."""
        self.points: list[tuple[float, float]] = [(float(x), float(y)) for x, y in outline]
        self.whole = Block(tuple(range(len(outline))), homes)
        self._spacing_m = spacing_m
        self._rng = rng
        self._ends: set[int] = set()

    def split(
        self, block: Block, share: float, angle: float | None = None
    ) -> tuple[Block, Block, Cut]:
        """Cut `block` so that about `share` of its homes lie in the first part.

        `angle` is the direction in radians along which the parts follow each other; without it the
        block is cut across its longer side. Raises `ValueError` where no street fits.
        """
        across = self._long_side(block) if angle is None else angle
        for attempt in range(_TRIES):
            turn = self._rng.uniform(-1, 1) * (0.10 + 0.06 * attempt)
            part = share + self._rng.uniform(-1, 1) * 0.01 * attempt
            calm = 1.0 / (1 + attempt / 4)
            found = self._try(block, min(max(part, 0.1), 0.9), across + turn, calm)
            if found is not None:
                return found
        raise ValueError("no street fits through the block")

    def _try(
        self, block: Block, share: float, angle: float, calm: float
    ) -> tuple[Block, Block, Cut] | None:
        axis = np.array([math.cos(angle), math.sin(angle)])
        along = block.homes @ axis
        level = float(np.quantile(along, share))
        ends = self._ends_at(block.ring, axis, level)
        if ends is None:
            return None
        first, last = ends
        inner = self._street(block.ring[first], block.ring[last], calm)
        if not self._fits(block, first, last, inner):
            return None
        numbers = tuple(range(len(self.points), len(self.points) + len(inner)))
        one = (*block.ring[first : last + 1], *reversed(numbers))
        other = (*block.ring[last:], *block.ring[: first + 1], *numbers)
        self.points.extend(inner)
        self._ends.update((block.ring[first], block.ring[last]))
        path = (block.ring[first], *numbers, block.ring[last])
        near, far = self._ordered(block, one, other, axis)
        return near, far, Cut(path)

    def _ordered(
        self, block: Block, one: tuple[int, ...], other: tuple[int, ...], axis: Floats
    ) -> tuple[Block, Block]:
        """Both parts with their homes, the one that lies lower along `axis` first."""
        polygon = shapely.Polygon([self.points[i] for i in one])
        inside = shapely.contains_xy(polygon, block.homes[:, 0], block.homes[:, 1])
        part, rest = Block(one, block.homes[inside]), Block(other, block.homes[~inside])
        if float((part.homes @ axis).mean()) <= float((rest.homes @ axis).mean()):
            return part, rest
        return rest, part

    def _long_side(self, block: Block) -> float:
        corners = np.array([self.points[i] for i in block.ring])
        box = shapely.minimum_rotated_rectangle(shapely.Polygon(corners))
        xy = shapely.get_coordinates(box)[:3]
        sides = np.diff(xy, axis=0)
        longest = sides[int(np.argmax((sides**2).sum(axis=1)))]
        if longest[0] < 0:
            longest = -longest
        return math.atan2(longest[1], longest[0])

    def _ends_at(self, ring: Sequence[int], axis: Floats, level: float) -> tuple[int, int] | None:
        """Positions in `ring` of the two vertices to cut between; None if the line is unclear."""
        heights = np.array([self.points[i] for i in ring]) @ axis - level
        above = heights > 0
        crossings = np.flatnonzero(above != np.roll(above, -1))
        if len(crossings) != 2:
            return None
        first, last = sorted(self._near(ring, heights, int(c)) for c in crossings)
        if last - first < 2 or len(ring) - (last - first) < 2:
            return None
        return first, last

    def _near(self, ring: Sequence[int], heights: Floats, crossing: int) -> int:
        """The vertex to use at a crossing: an existing junction close by, else the nearest."""
        size = len(ring)
        around = [(crossing + step) % size for step in (0, 1, -1, 2)]
        joints = [k for k in around if ring[k] in self._ends]
        return min(joints or around[:2], key=lambda k: abs(float(heights[k])))

    def _street(self, start: int, end: int, calm: float) -> list[tuple[float, float]]:
        """Vertices of a gently winding street between two vertices, without its ends."""
        (ax, ay), (bx, by) = self.points[start], self.points[end]
        length = math.hypot(bx - ax, by - ay)
        count = max(2, round(length / self._spacing_m))
        t = np.arange(1, count) / count
        bow = self._rng.uniform(-0.07, 0.07) * np.sin(np.pi * t)
        wave = self._rng.uniform(-0.022, 0.022) * np.sin(2 * np.pi * t)
        ripple = self._rng.uniform(-0.010, 0.010) * np.sin(3 * np.pi * t)
        shift = (bow + wave + ripple) * calm * length
        nx, ny = (ay - by) / length, (bx - ax) / length
        xs, ys = ax + (bx - ax) * t + nx * shift, ay + (by - ay) * t + ny * shift
        return [(float(x), float(y)) for x, y in zip(xs, ys, strict=True)]

    def _fits(self, block: Block, first: int, last: int, inner: list[tuple[float, float]]) -> bool:
        """Whether the street stays inside its block, clear of its edges, and parts it well."""
        ring = [self.points[i] for i in block.ring]
        start, end = ring[first], ring[last]
        if not inner:
            return False
        shell = shapely.Polygon(ring)
        street = shapely.LineString([start, *inner, end])
        if not shell.covers(street):
            return False
        edge = shell.exterior
        margin = 0.35 * self._spacing_m
        if any(edge.distance(shapely.Point(p)) < margin for p in inner):
            return False
        areas = (
            shapely.Polygon([*ring[first : last + 1], *reversed(inner)]).area,
            shapely.Polygon([*ring[last:], *ring[: first + 1], *inner]).area,
        )
        return bool(min(areas) > 0.12 * shell.area)
