"""Units keep to the roads, at a believable speed, and go where they are sent."""

from __future__ import annotations

import math
from itertools import islice, pairwise, takewhile

import pytest

from console.domain.bodies import UnitPosition
from console.domain.district import District
from console.domain.geo import LonLat, distance_m
from console.domain.place import RoadClass
from console.domain.unit import UnitStatus
from console.sim.patrols import Patrols
from console.sim.plane import Plane
from console.sim.repertoire import Repertoire
from console.sim.road_network import RoadNetwork
from console.sim.scripted import moves_unit

Track = dict[str, list[UnitPosition]]


@pytest.fixture(scope="module")
def tracks(district: District, repertoire: Repertoire) -> Track:
    patrols = Patrols(district.units, district.roads, district.grids, repertoire.beats(), seed=3)
    found: Track = {}
    scenario = next(one for one in repertoire.cues("run", moves_unit))
    cues = takewhile(lambda cue: cue.at < 200, scenario)
    for planned in islice(patrols.positions(list(cues)), 200 * len(district.units)):
        assert isinstance(planned.body, UnitPosition)
        found.setdefault(planned.key, []).append(planned.body)
    return found


def place(position: UnitPosition) -> LonLat:
    return LonLat(position.lon, position.lat)


def test_all_60_units_report_every_second(tracks: Track, district: District) -> None:
    assert tracks.keys() == {unit.id for unit in district.units}
    assert len(tracks) == 60
    assert {len(track) for track in tracks.values()} == {200}


def test_nobody_jumps_or_races(tracks: Track) -> None:
    for track in tracks.values():
        for before, after in pairwise(track):
            gone = distance_m(place(before), place(after))
            assert gone <= 17.5
            assert after.speed <= 16.5
            assert gone <= after.speed + 0.3


def test_most_units_move_and_the_others_wait(tracks: Track) -> None:
    moving = [track for track in tracks.values() if max(one.speed for one in track) > 0.5]
    assert len(moving) >= 30
    waiting = [track[-1] for track in tracks.values() if track not in moving]
    assert all(one.status is UnitStatus.STANDBY for one in waiting)


def test_patrols_keep_to_the_roads(tracks: Track, district: District) -> None:
    plane = Plane(district.grids[0].centre)
    segments = [
        (plane.point(a), plane.point(b))
        for road in district.roads
        if road.kind is not RoadClass.RAIL
        for a, b in pairwise(road.line)
    ]
    for track in list(tracks.values())[::4]:
        for position in track[::20]:
            if position.status is UnitStatus.ON_PATROL:
                point = plane.point(place(position))
                assert min(_distance(point, *one) for one in segments) < 31


def test_a_unit_that_is_sent_arrives(tracks: Track, repertoire: Repertoire) -> None:
    """The first scenario sends its patrol about half a minute into the demo."""
    cast = repertoire.productions[0].cast
    track = tracks[cast.units["patrol"].id]
    states = [one.status for one in track]
    assert states[0] is UnitStatus.ON_PATROL
    assert UnitStatus.EN_ROUTE in states
    arrived = track[states.index(UnitStatus.ON_SCENE)]
    assert distance_m(place(arrived), cast.place) < 2
    assert states.index(UnitStatus.ON_SCENE) - states.index(UnitStatus.EN_ROUTE) < 120


def test_every_place_can_be_reached_from_every_other(district: District) -> None:
    network = RoadNetwork(district.roads, Plane(district.grids[0].centre))
    nodes = [network.nearest(network.plane.point(grid.centre)) for grid in district.grids[::9]]
    for one, other in pairwise(nodes):
        way = network.route(one, other)
        assert (way[0], way[-1]) == (one, other)


def _distance(point: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    share = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length if length else 0.0
    share = min(1.0, max(0.0, share))
    return math.dist(point, (a[0] + share * dx, a[1] + share * dy))


def test_a_unit_heeds_the_hub_and_goes_back_when_it_is_free(district: District) -> None:
    sent: dict[str, LonLat] = {}
    patrols = Patrols(district.units, district.roads, district.grids, {}, seed=3, sent=sent)
    unit = next(one for one in district.units if one.kind == "patrol")
    positions = (one.body for one in patrols.positions(()) if one.key == unit.id)
    before = next(positions)
    assert isinstance(before, UnitPosition)
    goal = min(
        (grid.centre for grid in district.grids if grid.street == unit.street),
        key=lambda one: distance_m(one, place(before)),
    )
    sent[unit.id] = goal
    way = [one for one in islice(positions, 240) if isinstance(one, UnitPosition)]
    assert way[0].status is UnitStatus.EN_ROUTE
    assert way[-1].status is UnitStatus.ON_SCENE
    assert distance_m(place(way[-1]), goal) < 2
    del sent[unit.id]
    back = next(positions)
    assert isinstance(back, UnitPosition)
    assert back.status is UnitStatus.ON_PATROL
