"""Which cameras to put on a wall, and why."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import zip_longest

from console.domain.alarm import Alarm, AlarmState
from console.domain.camera import Camera, CameraState
from console.domain.geo import LonLat, bearing_deg, distance_m

LOOKS_AWAY = 1.8
"""A camera looking elsewhere counts as this much farther away."""
SEARCH_RADIUS_M = 3000.0
PER_ALARM = 4
"""Most tiles that one alarm may take."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A camera with its distance in metres and whether the place lies in its field of view."""

    camera: Camera
    metres: float
    faces: bool


def faces(camera: Camera, place: LonLat) -> bool:
    """Whether `place` lies within the camera's opening angle, however far."""
    turn = (bearing_deg(camera.place, place) - camera.heading + 180) % 360 - 180
    return abs(turn) <= camera.fov / 2


def nearest(
    cameras: Iterable[Camera], place: LonLat, count: int, without: Collection[str] = ()
) -> list[Choice]:
    """The best `count` online cameras for looking at `place`, best first, none in `without`."""
    lat_m = 111_320.0
    lon_m = lat_m * math.cos(math.radians(place.lat))
    found = []
    for camera in cameras:
        if camera.state is not CameraState.ONLINE or camera.id in without:
            continue
        x = (camera.place.lon - place.lon) * lon_m
        y = (camera.place.lat - place.lat) * lat_m
        if abs(x) <= SEARCH_RADIUS_M and abs(y) <= SEARCH_RADIUS_M:
            looking = faces(camera, place)
            metres = distance_m(camera.place, place)
            found.append((metres * (1 if looking else LOOKS_AWAY), camera, metres, looking))
    found.sort(key=lambda item: (item[0], item[1].id))
    return [Choice(camera, metres, looking) for _, camera, metres, looking in found[:count]]


def worst_alarms(alarms: Iterable[Alarm], level: int = 2) -> list[Alarm]:
    """Open alarms of `level` or worse that point at cameras: worst first, then newest."""
    wanted = [a for a in alarms if a.open and a.level <= level and a.cameras]
    return sorted(wanted, key=lambda a: (a.level, -a.raised_at.timestamp(), a.id))


def holds_its_tiles(alarm: Alarm | None) -> bool:
    """Whether an alarm still keeps others of its level off the tiles it took."""
    return alarm is not None and alarm.state is AlarmState.UNACKNOWLEDGED


def spread(cameras: Iterable[Camera], count: int, without: Collection[str] = ()) -> list[str]:
    """Ids of `count` online cameras, in turn from each street and wide apart within it."""
    streets: dict[str, list[Camera]] = {}
    for camera in cameras:
        if camera.state is CameraState.ONLINE and camera.id not in without:
            streets.setdefault(camera.street, []).append(camera)
    share = max(1, math.ceil(count / max(1, len(streets))))
    picks = []
    for street in sorted(streets):
        rows = sorted(streets[street], key=lambda camera: (camera.grid, camera.id))
        step = max(1, len(rows) // share)
        picks.append([camera.id for camera in rows[::step]])
    dealt = [camera for turn in zip_longest(*picks) for camera in turn if camera is not None]
    return dealt[:count]
