from __future__ import annotations

import time
from collections import Counter
from itertools import pairwise

import pytest
import shapely

from console.domain.area import TeamRole
from console.domain.camera import CameraState
from console.domain.district import District
from console.domain.geo import LonLat, contains
from console.domain.place import SiteKind
from console.domain.unit import UnitKind
from console.sim.district.generator import SEED, generate
from console.sim.district.ground import in_plan

URL = "http://127.0.0.1:8571"


def _polygons(town: District) -> list[shapely.Polygon]:
    return [shapely.Polygon([in_plan(point) for point in grid.outline]) for grid in town.grids]


@pytest.mark.parametrize("seed", [SEED, 1, 2, 3])
def test_grids_tile_without_gap_or_overlap(seed: int) -> None:
    polygons = _polygons(generate(seed, URL))
    assert all(polygon.is_valid for polygon in polygons)
    whole = shapely.union_all(polygons)
    assert whole.geom_type == "Polygon"
    assert len(whole.interiors) == 0
    assert sum(polygon.area for polygon in polygons) == pytest.approx(whole.area, abs=0.01)


def test_neighbours_share_their_vertices(town: District) -> None:
    edges: Counter[frozenset[LonLat]] = Counter()
    for grid in town.grids:
        ring = (*grid.outline, grid.outline[0])
        edges.update(frozenset(pair) for pair in pairwise(ring))
    assert set(edges.values()) == {1, 2}
    outer = shapely.union_all(_polygons(town)).exterior
    assert sum(count == 1 for count in edges.values()) == len(outer.coords) - 1


def test_counts_are_those_of_the_district(town: District) -> None:
    assert (len(town.streets), len(town.communities), len(town.grids)) == (5, 38, 207)
    assert (len(town.cameras), len(town.units), len(town.venues)) == (1312, 60, 5)
    assert sum(site.kind is SiteKind.COMPOUND for site in town.sites) == 55
    assert sum(unit.kind is UnitKind.PATROL for unit in town.units) == 12
    online = sum(camera.state is CameraState.ONLINE for camera in town.cameras)
    assert online / len(town.cameras) == pytest.approx(0.93, abs=0.001)
    assert {site.kind for site in town.sites} == set(SiteKind)


def test_codes_say_what_belongs_where(town: District) -> None:
    assert [grid.number for grid in town.grids] == list(range(1, 208))
    communities = {community.code for community in town.communities}
    for grid in town.grids:
        assert len(grid.code) == 15
        assert grid.code.startswith(grid.community)
        assert grid.community in communities
        assert grid.community.startswith(grid.street)
        assert 400 <= grid.households <= 800


def test_everything_stands_in_its_grid(town: District) -> None:
    outlines = {grid.code: grid.outline for grid in town.grids}
    for thing in (*town.cameras, *town.sites):
        assert contains(outlines[thing.grid], thing.place), thing


def test_cameras_have_ids_names_and_streams_of_their_own(town: District) -> None:
    for attribute in ("id", "number", "name", "sub_url", "main_url"):
        assert len({getattr(camera, attribute) for camera in town.cameras}) == 1312
    for camera in town.cameras:
        assert len(camera.id) == 20
        assert camera.id[10:13] in ("131", "132")
        assert camera.sub_url == f"{URL}/cam/{camera.id}/sub"
        assert 0 <= camera.heading < 360
    assert [camera.number for camera in town.cameras] == [f"C{n:04d}" for n in range(1, 1313)]


def test_teams_are_two_two_and_some(town: District) -> None:
    for grid in town.grids:
        roles = Counter(member.role for member in grid.team)
        assert roles[TeamRole.GRID_MEMBER] == roles[TeamRole.COMMITTEE_MEMBER] == 1
        assert roles[TeamRole.BRANCH] == 2
        assert roles[TeamRole.VOLUNTEER] >= 3
        for member in grid.team:
            if member.role is not TeamRole.BRANCH:
                assert "某" in member.name
                assert "****" in member.phone


def test_what_scenarios_count_on(town: District) -> None:
    communities = {community.code: community.name for community in town.communities}
    grids = {grid.number: communities[grid.community] for grid in town.grids}
    expected = {137: "柳园社区", 12: "新桥社区", 48: "石榴园社区", 66: "康乐社区", 201: "北山社区"}
    assert {number: grids[number] for number in expected} == expected
    cameras = {camera.number: camera for camera in town.cameras}
    names = {"C0421": "柳园菜场东口", "C0112": "下穿通道北", "C0388": "柳园小学南门"}
    assert {number: cameras[number].name for number in names} == names
    assert cameras["C0421"].grid == town.grids[136].code
    assert all(cameras[number].state is CameraState.ONLINE for number in names)
    assert town.info.invented


def test_the_same_seed_gives_the_same_district(town: District) -> None:
    started = time.process_time()
    again = generate(SEED, URL)
    assert time.process_time() - started < 2
    assert again == town
    assert generate(SEED + 1, URL) != town
