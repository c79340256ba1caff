"""Reads what stands and moves in a district: roads, sites, cameras, units and venues."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from console.domain.camera import Camera, CameraState
from console.domain.geo import LonLat
from console.domain.place import Road, RoadClass, Site, SiteKind
from console.domain.unit import Unit, UnitKind
from console.domain.venue import Venue
from console.maps.datum import Datum
from console.maps.grid_locator import GridLocator
from console.maps.pack_areas import PackAreas
from console.maps.pack_features import pack_features
from console.maps.pack_findings import PackFindings
from console.maps.pack_row import PackRow
from console.maps.pack_table import pack_table

CAMERA_TYPES = ("131", "132")
"""GB/T 28181 type codes of a camera and an IP camera, digits 11–13 of the id."""


class PackObjects:
    """Everything of one pack that is not an area, checked against its areas."""

    def __init__(
        self, folder: Path, areas: PackAreas, datum: Datum, findings: PackFindings
    ) -> None:
        self._folder = folder
        self._areas = areas
        self._datum = datum
        self._findings = findings
        self._locator = GridLocator(areas.grids.values())

    def roads(self) -> tuple[Road, ...]:
        """The roads and railways; the file may be missing."""
        roads: dict[str, Road] = {}
        for feature in pack_features(self._folder / "roads.geojson", self._findings, False):
            row = feature.row
            road_id = self._unseen(row, "id", roads)
            kind = row.choice("kind", RoadClass)
            line = feature.line(self._datum)
            roads[road_id] = Road(road_id, row.text("name", required=False), kind, line)
        return tuple(roads.values())

    def sites(self) -> tuple[Site, ...]:
        """Schools, hospitals, compounds, enterprises, key sites and sensors; may be missing."""
        sites: dict[str, Site] = {}
        columns = ("id", "name", "kind", "lon", "lat")
        for row in self._table("sites.csv", columns, required=False):
            site_id = self._unseen(row, "id", sites)
            kind = row.choice("kind", SiteKind)
            place, grid = self._placed(row)
            sites[site_id] = Site(site_id, row.text("name"), kind, place, grid, grid[:9])
        return tuple(sites.values())

    def cameras(self) -> tuple[Camera, ...]:
        """The cameras, in the order of the file."""
        cameras: dict[str, Camera] = {}
        numbers: set[str] = set()
        columns = ("id", "number", "name", "lon", "lat", "sub_url", "main_url")
        for row in self._table("cameras.csv", columns):
            camera = self._camera(row, cameras)
            if camera.number in numbers:
                row.complain(f"number {camera.number} is there twice")
            numbers.add(camera.number)
            cameras[camera.id] = camera
        return tuple(cameras.values())

    def units(self) -> tuple[Unit, ...]:
        """The units that can be sent; the file may be missing."""
        units: dict[str, Unit] = {}
        for row in self._table("units.csv", ("id", "name", "kind", "members"), required=False):
            unit_id = self._unseen(row, "id", units)
            units[unit_id] = Unit(
                id=unit_id,
                name=row.text("name"),
                kind=row.choice("kind", UnitKind),
                street=self._street(row, required=False),
                members=row.integer("members", 0, 10_000),
                place=row.place(self._datum, required=False),
            )
        return tuple(units.values())

    def venues(self) -> tuple[Venue, ...]:
        """The conference venues; the file may be missing."""
        venues: dict[str, Venue] = {}
        for row in self._table("venues.csv", ("id", "name", "street"), required=False):
            venue_id = self._unseen(row, "id", venues)
            venues[venue_id] = Venue(venue_id, row.text("name"), self._street(row))
        return tuple(venues.values())

    def _table(self, file: str, columns: tuple[str, ...], required: bool = True) -> list[PackRow]:
        return pack_table(self._folder / file, columns, self._findings, required)

    def _camera(self, row: PackRow, known: Container[str]) -> Camera:
        camera_id = self._unseen(row, "id", known)
        if not (len(camera_id) == 20 and camera_id.isascii() and camera_id.isdigit()):
            row.complain(f"id {camera_id} must have 20 digits (GB/T 28181)")
        elif camera_id[10:13] not in CAMERA_TYPES:
            row.complain(f"id {camera_id} is no camera: digits 11–13 must be 131 or 132")
        place, grid = self._placed(row)
        tags = row.text("tags", required=False)
        return Camera(
            id=camera_id,
            number=row.text("number"),
            name=row.text("name"),
            place=place,
            heading=row.number("heading", 0, 360, default=0) % 360,
            fov=row.number("fov", 1, 360, default=60),
            reach=row.number("reach", 1, 5000, default=60),
            grid=grid,
            street=grid[:9],
            tags=tuple(tag.strip() for tag in tags.split(";") if tag.strip()),
            sub_url=self._address(row, "sub_url"),
            main_url=self._address(row, "main_url"),
            state=row.choice("state", CameraState, default=CameraState.UNKNOWN),
        )

    def _address(self, row: PackRow, column: str) -> str:
        """A stream's address; one that carries a password is refused, it would reach logs."""
        address = row.text(column)
        scheme, separator, rest = address.partition("://")
        if address and not (scheme and separator and rest):
            row.complain(f"{column} is no address of a stream")
        if "@" in rest.partition("/")[0]:
            row.complain(f"{column} carries a user name or password; enter it in the settings")
            return ""
        return address

    def _placed(self, row: PackRow) -> tuple[LonLat, str]:
        """Where a thing is and the code of its grid, found from the place if not given."""
        place = row.place(self._datum) or LonLat(0, 0)
        code = row.text("grid", required=False)
        if code and code not in self._areas.grids:
            row.complain(f"grid {code} is not in grids.geojson")
            return place, code
        found = self._locator.at(place)
        if found is None:
            row.complain(
                f"the point {place.lon:g}, {place.lat:g} lies outside the district;"
                " is the datum right?"
            )
        return place, code or (found.code if found else "")

    def _street(self, row: PackRow, required: bool = True) -> str:
        code = row.text("street", required)
        if code and code not in self._areas.streets:
            row.complain(f"street {code} is not in streets.geojson")
        return code

    def _unseen(self, row: PackRow, column: str, known: Container[str]) -> str:
        value = row.text(column)
        if value and value in known:
            row.complain(f"{column} {value} is there twice")
        return value
