"""Which cameras to look through for a place."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from console.domain.camera import Camera, CameraState
from console.domain.geo import EARTH_RADIUS_M, LonLat, bearing_deg, distance_m

MOST_LINKED = 8
"""Cameras linked to one alarm or case at most."""

_CELL_M = 250.0


class CameraFinder:
    """Cameras by square cells of 250 m; positions do not change while it lives."""

    def __init__(self, cameras: Iterable[Camera]) -> None:
        self._cells: dict[tuple[int, int], list[tuple[str, LonLat]]] = {}
        placed = [(camera.id, camera.place) for camera in cameras]
        latitude = placed[0][1].lat if placed else 0.0
        self._lat_m = math.radians(1) * EARTH_RADIUS_M
        self._lon_m = self._lat_m * math.cos(math.radians(latitude))
        for camera_id, place in placed:
            self._cells.setdefault(self._cell(place), []).append((camera_id, place))

    def _cell(self, place: LonLat) -> tuple[int, int]:
        column = math.floor(place.lon * self._lon_m / _CELL_M)
        return column, math.floor(place.lat * self._lat_m / _CELL_M)

    def near(self, place: LonLat, radius_m: float) -> list[tuple[float, str]]:
        """Distance in metres and id of the cameras within `radius_m`, nearest first."""
        column, row = self._cell(place)
        reach = math.ceil(radius_m / _CELL_M)
        found = [
            (distance_m(place, where), camera_id)
            for x in range(column - reach, column + reach + 1)
            for y in range(row - reach, row + reach + 1)
            for camera_id, where in self._cells.get((x, y), ())
        ]
        return sorted(pair for pair in found if pair[0] <= radius_m)

    def linked(
        self, place: LonLat, radius_m: float, cameras: Mapping[str, Camera], first: str = ""
    ) -> tuple[str, ...]:
        """Ids of at most eight cameras: `first`, then those that face the place, then the rest.

        Offline cameras are left out, `first` excepted; within each group the nearest comes first.
        """
        near = [
            (not faces(cameras[camera_id], place), metres, camera_id)
            for metres, camera_id in self.near(place, radius_m)
            if camera_id in cameras and cameras[camera_id].state is not CameraState.OFFLINE
        ]
        ordered = [camera_id for _, _, camera_id in sorted(near)]
        if first:
            ordered = [first, *(camera_id for camera_id in ordered if camera_id != first)]
        return tuple(ordered[:MOST_LINKED])


def faces(camera: Camera, place: LonLat) -> bool:
    """Whether `place` lies in the camera's field of view and reach."""
    if distance_m(camera.place, place) > camera.reach:
        return False
    off_axis = abs((bearing_deg(camera.place, place) - camera.heading + 180) % 360 - 180)
    return off_axis <= camera.fov / 2
