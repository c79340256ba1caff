"""The plan of the town: which block belongs to which grid, and the streets between them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

import numpy as np
import shapely

from console.domain.place import RoadClass
from console.sim.district.mesh import Block, Cut, Floats, Mesh
from console.sim.district.names import BEISHAN, DONGLING, HEPING, LIUYUAN, XINQIAO, StreetPlan

HALF_WIDTH_M = 6900.0
HALF_HEIGHT_M = 3250.0
SPACING_M = 105.0
_HOMES = 9000
_CORES = ((1600.0, 300.0, 1700.0), (-2900.0, -500.0, 1500.0), (3700.0, 700.0, 1200.0))
"""Where the town is dense: east and north of the middle and spread, metres."""


@dataclass(frozen=True, slots=True)
class Street:
    """A street of the plan as vertex numbers, with its width class."""

    path: tuple[int, ...]
    kind: RoadClass


@dataclass(slots=True)
class Town:
    """Grids by street and community (their order in the plans), streets, and the vertices."""

    points: list[tuple[float, float]]
    grids: dict[str, list[list[Block]]] = field(default_factory=dict)
    streets: list[Street] = field(default_factory=list)


def plan_town(rng: Random) -> Town:
    """Lay out the whole town; repeatable for the same state of `rng`.

    A plan that runs into a block no street fits through is given up for the next one.
    """
    while True:
        try:
            return _attempt(rng)
        except ValueError:
            continue


def _attempt(rng: Random) -> Town:
    outline = _outline(rng)
    mesh = Mesh(outline, _homes(outline, rng), SPACING_M, rng)
    town = Town(mesh.points)
    for plan, block in _street_areas(mesh, town):
        communities = _divided(mesh, town, block, [n for _, n in plan.communities], RoadClass.MAIN)
        town.grids[plan.name] = [
            _divided(mesh, town, part, [1] * count, RoadClass.LANE)
            for part, (_, count) in zip(communities, plan.communities, strict=True)
        ]
    return town


def _outline(rng: Random) -> Floats:
    """An irregular, roughly rectangular outline, counter-clockwise, about evenly spaced."""
    phases = [rng.uniform(0, 2 * math.pi) for _ in range(6)]
    angles = np.linspace(0, 2 * math.pi, 4000, endpoint=False)
    radius = (np.abs(np.cos(angles)) ** 5 + np.abs(np.sin(angles)) ** 5) ** (-1 / 5)
    for k, phase in enumerate(phases, start=2):
        radius = radius * (1 + 0.055 / k**0.6 * np.sin(k * angles + phase))
    xs = HALF_WIDTH_M * radius * np.cos(angles)
    ys = HALF_HEIGHT_M * radius * np.sin(angles)
    steps = np.hypot(np.diff(xs, append=xs[0]), np.diff(ys, append=ys[0]))
    travelled = np.concatenate([[0.0], np.cumsum(steps)[:-1]])
    count = round(float(steps.sum()) / SPACING_M)
    at = np.searchsorted(travelled, np.linspace(0, float(steps.sum()), count, endpoint=False))
    ring: Floats = np.stack([xs[at % 4000], ys[at % 4000]], axis=1)
    jitter = np.array([(rng.gauss(0, 14), rng.gauss(0, 14)) for _ in range(count)])
    ring += jitter
    return ring


def _homes(outline: Floats, rng: Random) -> Floats:
    """Places of homes: everywhere a few, more around the cores; shape (n, 2), metres."""
    noise = np.random.default_rng(rng.getrandbits(32))
    reach = np.array([outline[:, 0].max(), outline[:, 1].max()]) * 1.02
    points = noise.uniform(-1, 1, (_HOMES, 2)) * reach
    weight = np.full(_HOMES, 0.40)
    for x, y, spread in _CORES:
        square = ((points - (x, y)) ** 2).sum(axis=1)
        weight += 0.65 * np.exp(-square / (2 * spread**2))
    inside = shapely.contains_xy(shapely.Polygon(outline), points[:, 0], points[:, 1])
    kept: Floats = points[inside & (noise.uniform(0, 1.0, _HOMES) < weight)]
    return kept


def _street_areas(mesh: Mesh, town: Town) -> list[tuple[StreetPlan, Block]]:
    """The five street areas; the streets between them are the trunk roads."""

    def cut(block: Block, first: int, second: int, angle: float) -> tuple[Block, Block]:
        one, other, street = mesh.split(block, first / (first + second), angle)
        town.streets.append(Street(street.path, RoadClass.TRUNK))
        return one, other

    up = math.pi / 2
    south = LIUYUAN.grids + BEISHAN.grids
    north = DONGLING.grids + HEPING.grids
    west, rest = cut(mesh.whole, XINQIAO.grids, south + north, 0.0)
    lower, upper = cut(rest, south, north, up)
    liuyuan, beishan = cut(lower, LIUYUAN.grids, BEISHAN.grids, 0.0)
    dongling, heping = cut(upper, DONGLING.grids, HEPING.grids, 0.0)
    return [
        (XINQIAO, west),
        (LIUYUAN, liuyuan),
        (HEPING, heping),
        (DONGLING, dongling),
        (BEISHAN, beishan),
    ]


def _divided(
    mesh: Mesh, town: Town, block: Block, sizes: Sequence[int], kind: RoadClass
) -> list[Block]:
    """`block` in parts with homes in proportion to `sizes`; consecutive parts are neighbours."""
    if len(sizes) == 1:
        return [block]
    middle = _balance(sizes)
    first, second = sum(sizes[:middle]), sum(sizes[middle:])
    one, other, street = mesh.split(block, first / (first + second))
    town.streets.append(Street(_from_west(mesh, street), kind))
    return [
        *_divided(mesh, town, one, sizes[:middle], kind),
        *_divided(mesh, town, other, sizes[middle:], kind),
    ]


def _balance(sizes: Sequence[int]) -> int:
    """Where to part `sizes` so that both sides weigh about the same."""
    total = sum(sizes)
    return min(range(1, len(sizes)), key=lambda middle: abs(2 * sum(sizes[:middle]) - total))


def _from_west(mesh: Mesh, cut: Cut) -> tuple[int, ...]:
    """The street's vertices from its western end."""
    if mesh.points[cut.path[0]][0] <= mesh.points[cut.path[-1]][0]:
        return cut.path
    return tuple(reversed(cut.path))
