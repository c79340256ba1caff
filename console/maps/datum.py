"""The datums maps arrive in, and the way from each to WGS-84 and back.

GCJ-02 and BD-09 move every point inside China by some hundred metres. The forward formulas are
the published ones; the way back has no closed form and is found by iteration.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import StrEnum

from console.domain.geo import LonLat

_AXIS_M = 6_378_245.0
_ECCENTRICITY_SQUARED = 0.00669342162296594323
_BD_TURN = math.pi * 3000 / 180
_CLOSE_ENOUGH_DEG = 1e-10
_STEPS = 30

Shift = Callable[[LonLat], LonLat]


class Datum(StrEnum):
    """What the coordinates of an import mean.

    `GAUSS_KRUGER_114` is CGCS2000 in the 3-degree zone on 114° E: metres east and north.
    """

    WGS84 = "wgs84"
    CGCS2000 = "cgcs2000"
    GCJ02 = "gcj02"
    BD09 = "bd09"
    GAUSS_KRUGER_114 = "epsg:4547"


def to_wgs84(x: float, y: float, datum: Datum) -> LonLat:
    """The WGS-84 position of (`x`, `y`): degrees east and north, or metres where projected."""
    if datum is Datum.GAUSS_KRUGER_114:
        return unprojected(x, y, "EPSG:4547")
    point = LonLat(x, y)
    if datum is Datum.GCJ02:
        return _undone(_gcj_of_wgs, point)
    if datum is Datum.BD09:
        return _undone(_gcj_of_wgs, _undone(_bd_of_gcj, point))
    return point


def from_wgs84(point: LonLat, datum: Datum) -> tuple[float, float]:
    """(x, y) of a WGS-84 position in `datum`: degrees, or metres where projected."""
    if datum is Datum.GAUSS_KRUGER_114:
        return projected(point, "EPSG:4547")
    if datum in (Datum.GCJ02, Datum.BD09):
        point = _gcj_of_wgs(point)
    if datum is Datum.BD09:
        point = _bd_of_gcj(point)
    return point.lon, point.lat


def projected(point: LonLat, crs: str) -> tuple[float, float]:
    """Metres east and north of `point` in the projected system `crs` (an EPSG code)."""
    from pyproj import Transformer  # noqa: PLC0415 - half a second nobody else should wait for

    east, north = Transformer.from_crs("EPSG:4490", crs, always_xy=True).transform(
        point.lon, point.lat
    )
    return float(east), float(north)


def unprojected(east: float, north: float, crs: str) -> LonLat:
    """The position at `east`, `north` metres of the projected system `crs` (an EPSG code)."""
    from pyproj import Transformer  # noqa: PLC0415 - half a second nobody else should wait for

    lon, lat = Transformer.from_crs(crs, "EPSG:4490", always_xy=True).transform(east, north)
    return LonLat(float(lon), float(lat))


def _undone(shift: Shift, shifted: LonLat) -> LonLat:
    """The point that `shift` moves to `shifted`, by fixed-point iteration."""
    guess = shifted
    for _ in range(_STEPS):
        there = shift(guess)
        d_lon, d_lat = there.lon - shifted.lon, there.lat - shifted.lat
        if abs(d_lon) < _CLOSE_ENOUGH_DEG and abs(d_lat) < _CLOSE_ENOUGH_DEG:
            break
        guess = LonLat(guess.lon - d_lon, guess.lat - d_lat)
    return guess


def _inside_china(point: LonLat) -> bool:
    return 72.004 <= point.lon <= 137.8347 and 0.8293 <= point.lat <= 55.8271


def _gcj_of_wgs(point: LonLat) -> LonLat:
    if not _inside_china(point):
        return point
    x, y = point.lon - 105.0, point.lat - 35.0
    phi = math.radians(point.lat)
    magic = 1 - _ECCENTRICITY_SQUARED * math.sin(phi) ** 2
    meridian = _AXIS_M * (1 - _ECCENTRICITY_SQUARED) / magic**1.5
    normal = _AXIS_M / math.sqrt(magic) * math.cos(phi)
    return LonLat(
        point.lon + math.degrees(_east_m(x, y) / normal),
        point.lat + math.degrees(_north_m(x, y) / meridian),
    )


def _waves(t: float, terms: tuple[tuple[float, float], ...]) -> float:
    """Two thirds of a sum of sines: pairs of amplitude and angular frequency over pi."""
    return sum(gain * math.sin(t * math.pi * pace) for gain, pace in terms) * 2 / 3


def _north_m(x: float, y: float) -> float:
    shift = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x))
    shift += _waves(x, ((20, 6), (20, 2)))
    shift += _waves(y, ((20, 1), (40, 1 / 3)))
    return shift + _waves(y, ((160, 1 / 12), (320, 1 / 30)))


def _east_m(x: float, y: float) -> float:
    shift = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x))
    shift += _waves(x, ((20, 6), (20, 2)))
    shift += _waves(x, ((20, 1), (40, 1 / 3)))
    return shift + _waves(x, ((150, 1 / 12), (300, 1 / 30)))


def _bd_of_gcj(point: LonLat) -> LonLat:
    radius = math.hypot(point.lon, point.lat) + 0.00002 * math.sin(point.lat * _BD_TURN)
    angle = math.atan2(point.lat, point.lon) + 0.000003 * math.cos(point.lon * _BD_TURN)
    return LonLat(radius * math.cos(angle) + 0.0065, radius * math.sin(angle) + 0.006)
