"""Positions on the ground. Everything is stored in WGS-84 degrees; distances are metres."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius R1 of the GRS-80 ellipsoid, metres (IUGG)."""


@dataclass(frozen=True, slots=True)
class LonLat:
    """A WGS-84 position in decimal degrees."""

    lon: float
    lat: float


Ring = tuple[LonLat, ...]
"""A closed outline without the repeated last point."""


def distance_m(a: LonLat, b: LonLat) -> float:
    """Great-circle distance in metres (haversine)."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half_lat = (lat_b - lat_a) / 2
    half_lon = math.radians(b.lon - a.lon) / 2
    h = math.sin(half_lat) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_M * math.asin(math.sqrt(h))


def bearing_deg(a: LonLat, b: LonLat) -> float:
    """Initial bearing from `a` to `b` in degrees clockwise from north, 0 ≤ bearing < 360."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    d_lon = math.radians(b.lon - a.lon)
    y = math.sin(d_lon) * math.cos(lat_b)
    x = math.cos(lat_a) * math.sin(lat_b) - math.sin(lat_a) * math.cos(lat_b) * math.cos(d_lon)
    return math.degrees(math.atan2(y, x)) % 360


def moved(origin: LonLat, bearing: float, metres: float) -> LonLat:
    """The point `metres` from `origin` along `bearing` degrees; flat-earth, good below 50 km."""
    d_lat = math.degrees(metres * math.cos(math.radians(bearing)) / EARTH_RADIUS_M)
    scale = math.cos(math.radians(origin.lat))
    d_lon = math.degrees(metres * math.sin(math.radians(bearing)) / (EARTH_RADIUS_M * scale))
    return LonLat(origin.lon + d_lon, origin.lat + d_lat)


def contains(ring: Sequence[LonLat], point: LonLat) -> bool:
    """Whether `point` lies inside `ring` (even-odd rule)."""
    inside = False
    previous = ring[-1]
    for current in ring:
        if (current.lat > point.lat) != (previous.lat > point.lat):
            share = (point.lat - current.lat) / (previous.lat - current.lat)
            if point.lon < current.lon + share * (previous.lon - current.lon):
                inside = not inside
        previous = current
    return inside


def centroid(ring: Sequence[LonLat]) -> LonLat:
    """Area centroid of a simple ring; the mean of the corners where the area is zero."""
    area = lon = lat = 0.0
    previous = ring[-1]
    for current in ring:
        cross = previous.lon * current.lat - current.lon * previous.lat
        area += cross
        lon += (previous.lon + current.lon) * cross
        lat += (previous.lat + current.lat) * cross
        previous = current
    if abs(area) < 1e-15:
        count = len(ring)
        return LonLat(sum(p.lon for p in ring) / count, sum(p.lat for p in ring) / count)
    return LonLat(lon / (3 * area), lat / (3 * area))
