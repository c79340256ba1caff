"""The cameras linked to a place."""

from __future__ import annotations

import random

from console.domain.camera import Camera, CameraState
from console.domain.geo import LonLat, distance_m, moved
from console.services.camera_finder import MOST_LINKED, CameraFinder, faces

CENTRE = LonLat(115.0, 30.2)


def camera(name: str, bearing: float, metres: float, heading: float, state: CameraState) -> Camera:
    place = moved(CENTRE, bearing, metres)
    return Camera(name, name, name, place, heading, 90, 200, "", "", (), "", "", state)


def test_facing_ones_come_first_then_the_nearest_and_no_offline_ones() -> None:
    online = CameraState.ONLINE
    cameras = {
        one.id: one
        for one in (
            camera("near, looks away", 90, 20, 90, online),
            camera("far, faces", 90, 150, 270, online),
            camera("nearer, faces", 0, 100, 180, online),
            camera("offline, faces", 0, 10, 180, CameraState.OFFLINE),
            camera("beyond its reach", 180, 250, 0, online),
            camera("outside the radius", 180, 900, 0, online),
        )
    }
    finder = CameraFinder(cameras.values())
    assert finder.linked(CENTRE, 400, cameras) == (
        "nearer, faces",
        "far, faces",
        "near, looks away",
        "beyond its reach",
    )
    assert finder.linked(CENTRE, 400, cameras, "offline, faces")[0] == "offline, faces"


def test_never_more_than_eight() -> None:
    cameras = {str(n): camera(str(n), n * 18, 50 + n, 0, CameraState.ONLINE) for n in range(20)}
    assert len(CameraFinder(cameras.values()).linked(CENTRE, 500, cameras)) == MOST_LINKED


def test_the_cells_find_what_a_full_search_finds() -> None:
    chance = random.Random(7)  # noqa: S311 repeatable, not secret
    cameras = [
        camera(str(n), chance.uniform(0, 360), chance.uniform(0, 3000), 0, CameraState.ONLINE)
        for n in range(400)
    ]
    finder = CameraFinder(cameras)
    for radius in (50, 240, 251, 1000):
        expected = {one.id for one in cameras if distance_m(one.place, CENTRE) <= radius}
        assert {name for _, name in finder.near(CENTRE, radius)} == expected


def test_a_camera_faces_across_north() -> None:
    one = camera("c", 180, 50, 350, CameraState.ONLINE)
    assert faces(one, CENTRE)
