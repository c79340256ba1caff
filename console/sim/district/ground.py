"""From metres around the town's middle to WGS-84 and back."""

from __future__ import annotations

import math

from console.domain.geo import EARTH_RADIUS_M, LonLat

MIDDLE = LonLat(114.98, 30.19)
_DEGREE_M = math.pi * EARTH_RADIUS_M / 180
_LON_SCALE = math.cos(math.radians(MIDDLE.lat))


def on_ground(x: float, y: float) -> LonLat:
    """The position `x` metres east and `y` metres north of the middle, to the centimetre."""
    lon = MIDDLE.lon + x / (_DEGREE_M * _LON_SCALE)
    return LonLat(round(lon, 7), round(MIDDLE.lat + y / _DEGREE_M, 7))


def in_plan(point: LonLat) -> tuple[float, float]:
    """Metres east and north of the middle."""
    return (
        (point.lon - MIDDLE.lon) * _DEGREE_M * _LON_SCALE,
        (point.lat - MIDDLE.lat) * _DEGREE_M,
    )
