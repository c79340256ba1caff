"""Where something is and which cameras see it, answered from the district's rows."""

from __future__ import annotations

from console.domain.area import Grid
from console.domain.case_types import CaseTypes
from console.domain.geo import LonLat
from console.services.camera_finder import CameraFinder
from console.services.grid_finder import GridFinder
from console.services.ports import DistrictRows


class Surroundings:
    """Keeps the spatial look-ups and makes them anew when the district is another."""

    def __init__(self, case_types: CaseTypes) -> None:
        self._case_types = case_types
        self._revision = 0
        self._cameras = CameraFinder(())
        self._grids = GridFinder(())

    def _follow(self, district: DistrictRows) -> None:
        if self._revision != district.revision:
            self._cameras = CameraFinder(district.cameras().values())
            self._grids = GridFinder(district.grids().values())
            self._revision = district.revision

    def grid(self, district: DistrictRows, place: LonLat | None, code: str = "") -> Grid | None:
        """The grid with this code, or the one around `place`."""
        known = district.grids().get(code)
        if known is not None or place is None:
            return known
        self._follow(district)
        return self._grids.at(place)

    def cameras(
        self, district: DistrictRows, place: LonLat | None, case_type: str, first: str = ""
    ) -> tuple[str, ...]:
        """Ids of the cameras to link, best first, within the case type's search radius."""
        if place is None:
            return (first,) if first else ()
        self._follow(district)
        radius = self._case_types.get(case_type).search_radius_m
        return self._cameras.linked(place, radius, district.cameras(), first)
