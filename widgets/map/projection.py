"""From degrees to a flat plane in metres and back."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from console.domain.geo import EARTH_RADIUS_M, LonLat

Points = npt.NDArray[np.float64]
"""World or pixel positions, shape (n, 2): x to the right, y down."""


class Projection:
    """Spherical Mercator scaled to true metres at `origin`; x runs east, y runs south.

    Mercator, so that tiles of a base map fall into place; scaled, so that reach and distance can
    be drawn without another factor (the error is below 0.1 % across 30 km).
    """

    def __init__(self, origin: LonLat) -> None:
        self.origin = origin
        self._metres = EARTH_RADIUS_M * math.cos(math.radians(origin.lat))
        self._north = math.asinh(math.tan(math.radians(origin.lat)))

    def worlds(self, places: Sequence[LonLat]) -> Points:
        """World positions, shape (n, 2), metres from the origin."""
        degrees = np.array([(place.lon, place.lat) for place in places], dtype=np.float64)
        degrees = degrees.reshape(-1, 2)
        x = np.radians(degrees[:, 0] - self.origin.lon)
        y = self._north - np.arcsinh(np.tan(np.radians(degrees[:, 1])))
        return np.column_stack((x, y)) * self._metres

    def world(self, place: LonLat) -> tuple[float, float]:
        """World position of one place, metres from the origin."""
        x = math.radians(place.lon - self.origin.lon)
        y = self._north - math.asinh(math.tan(math.radians(place.lat)))
        return x * self._metres, y * self._metres

    def place(self, x: float, y: float) -> LonLat:
        """The place at a world position."""
        lon = self.origin.lon + math.degrees(x / self._metres)
        return LonLat(lon, math.degrees(math.atan(math.sinh(self._north - y / self._metres))))
