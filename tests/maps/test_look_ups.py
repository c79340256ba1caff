from __future__ import annotations

import pytest

from console.domain.district import District
from console.domain.geo import LonLat, contains, distance_m
from console.maps.grid_locator import GridLocator
from console.maps.point_index import PointIndex
from console.sim.dice import dice


@pytest.mark.parametrize("cell_m", [60, 250, 5000])
def test_nearest_agrees_with_looking_at_all(town: District, cell_m: float) -> None:
    index = PointIndex(town.cameras, lambda camera: camera.place, cell_m)
    rng = dice(3, "points")
    for _ in range(40):
        point = LonLat(rng.uniform(114.88, 115.08), rng.uniform(30.14, 30.24))
        expected = sorted(distance_m(point, camera.place) for camera in town.cameras)
        assert [metres for metres, _ in index.nearest(point, 6)] == pytest.approx(expected[:6])
        inside = [metres for metres in expected if metres <= 700]
        assert [metres for metres, _ in index.within(point, 700)] == pytest.approx(inside)


def test_nothing_near_nothing() -> None:
    index: PointIndex[LonLat] = PointIndex([], lambda point: point)
    assert index.nearest(LonLat(0, 0), 3) == []
    assert index.within(LonLat(0, 0), 100) == []


def test_the_grid_at_a_point_is_the_one_around_it(town: District) -> None:
    locator = GridLocator(town.grids)
    rng = dice(4, "points")
    for _ in range(300):
        point = LonLat(rng.uniform(114.9, 115.06), rng.uniform(30.15, 30.23))
        expected = [grid for grid in town.grids if contains(grid.outline, point)]
        assert locator.at(point) == (expected[0] if expected else None)
