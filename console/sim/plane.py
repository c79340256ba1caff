"""A flat plane in metres around a place, good for one district."""

from __future__ import annotations

import math
from dataclasses import dataclass

from console.domain.geo import EARTH_RADIUS_M, LonLat

Point = tuple[float, float]
"""Metres east and north of the plane's origin."""


@dataclass(frozen=True, slots=True)
class Plane:
    """Converts between degrees and metres around `origin`."""

    origin: LonLat

    def point(self, place: LonLat) -> Point:
        """Metres east and north of the origin."""
        scale = math.cos(math.radians(self.origin.lat))
        return (
            math.radians(place.lon - self.origin.lon) * EARTH_RADIUS_M * scale,
            math.radians(place.lat - self.origin.lat) * EARTH_RADIUS_M,
        )

    def place(self, point: Point) -> LonLat:
        """The place `point` metres from the origin."""
        scale = math.cos(math.radians(self.origin.lat))
        return LonLat(
            self.origin.lon + math.degrees(point[0] / (EARTH_RADIUS_M * scale)),
            self.origin.lat + math.degrees(point[1] / EARTH_RADIUS_M),
        )
