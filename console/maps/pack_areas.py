"""Reads the areas of a pack: streets, communities, grids and the teams of the grids."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from console.domain.area import (
    Community,
    Grid,
    Street,
    StreetKind,
    TeamMember,
    TeamRole,
)
from console.domain.geo import LonLat, Ring
from console.domain.masking import mask_name, mask_phone
from console.maps.datum import Datum
from console.maps.outline import fault_of, middle_of, overlaps
from console.maps.pack_features import PackFeature, pack_features
from console.maps.pack_findings import PackFindings
from console.maps.pack_row import PackRow
from console.maps.pack_table import pack_table

MAX_GRID_NUMBER = 99_999


class PackAreas:
    """Streets, communities and grids of one pack, by code, in the order of the files."""

    def __init__(
        self, folder: Path, district_code: str, datum: Datum, findings: PackFindings
    ) -> None:
        self._folder = folder
        self._datum = datum
        self._findings = findings
        self._teams = self._read_teams()
        self.communities: dict[str, Community] = {}
        self.grids: dict[str, Grid] = {}
        self.streets: dict[str, Street] = {}
        streets = self._street_features(district_code)
        self._read_communities(set(streets))
        self._read_grids()
        for code, feature in streets.items():
            self.streets[code] = self._street(code, feature)

    def _street_features(self, district_code: str) -> dict[str, PackFeature]:
        features: dict[str, PackFeature] = {}
        for feature in pack_features(self._folder / "streets.geojson", self._findings):
            code = feature.row.digits("code", 9)
            if code and not code.startswith(district_code):
                feature.row.complain(f"code {code} does not begin with {district_code}")
            if code and _new(feature.row, "code", code, features):
                features[code] = feature
        return features

    def _street(self, code: str, feature: PackFeature) -> Street:
        row = feature.row
        return Street(code, row.text("name"), row.choice("kind", StreetKind), self._seat(feature))

    def _seat(self, feature: PackFeature) -> LonLat:
        """Where a street's name stands: its point, its outline's middle, or among its grids."""
        if feature.kind == "Point":
            return feature.point(self._datum) or LonLat(0, 0)
        if feature.kind:
            ring = feature.ring(self._datum)
            return middle_of(ring) if len(ring) > 2 else LonLat(0, 0)
        code = feature.row.text("code")
        middles = tuple(grid.centre for grid in self.grids.values() if grid.street == code)
        if not middles:
            feature.row.complain(f"street {code} has neither a place nor a grid")
            return LonLat(0, 0)
        return LonLat(
            round(sum(middle.lon for middle in middles) / len(middles), 7),
            round(sum(middle.lat for middle in middles) / len(middles), 7),
        )

    def _read_communities(self, streets: set[str]) -> None:
        for feature in pack_features(self._folder / "communities.geojson", self._findings):
            row = feature.row
            code, name = row.digits("code", 12), row.text("name")
            if code and code[:9] not in streets:
                row.complain(f"code {code} belongs to no street: there is no {code[:9]}")
            if code and _new(row, "code", code, self.communities):
                self.communities[code] = Community(code, name, code[:9])

    def _read_grids(self) -> None:
        numbers: dict[int, int] = {}
        rows: list[PackRow] = []
        for feature in pack_features(self._folder / "grids.geojson", self._findings):
            row = feature.row
            code = row.digits("code", 15)
            number = row.integer("number", 1, MAX_GRID_NUMBER)
            if code and code[:12] not in self.communities:
                row.complain(f"code {code} belongs to no community: there is no {code[:12]}")
            if number in numbers:
                row.complain(f"number {number} is also on line {numbers[number]}")
            numbers.setdefault(number, row.line)
            ring = self._sound_ring(feature)
            if code and ring and _new(row, "code", code, self.grids):
                self.grids[code] = self._grid(row, code, number, ring)
                rows.append(row)
        grids = list(self.grids.values())
        for first, second in overlaps([grid.outline for grid in grids]):
            rows[second].complain(f"grid {grids[second].code} overlaps grid {grids[first].code}")
        self._refuse_strangers()

    def _sound_ring(self, feature: PackFeature) -> Ring:
        ring = feature.ring(self._datum)
        if not ring:
            return ()
        fault = fault_of(ring)
        if fault:
            feature.row.complain(fault)
            return ()
        return ring

    def _grid(self, row: PackRow, code: str, number: int, ring: Ring) -> Grid:
        return Grid(
            code=code,
            number=number,
            name=row.text("name"),
            community=code[:12],
            street=code[:9],
            households=row.integer("households", 0, 100_000),
            outline=ring,
            centre=middle_of(ring),
            team=tuple(member for _, member in self._teams.get(code, ())),
        )

    def _read_teams(self) -> dict[str, list[tuple[PackRow, TeamMember]]]:
        """Members by grid; the masks go on here, so that no clear name gets any further."""
        teams: dict[str, list[tuple[PackRow, TeamMember]]] = {}
        columns = ("grid", "role", "name")
        for row in pack_table(self._folder / "teams.csv", columns, self._findings, False):
            role = row.choice("role", TeamRole)
            name = row.text("name")
            person = role is not TeamRole.BRANCH
            phone = row.text("phone", required=False)
            member = TeamMember(
                role,
                mask_name(name) if person else name,
                phone if "*" in phone else mask_phone(phone),
            )
            teams.setdefault(row.text("grid"), []).append((row, member))
        return teams

    def _refuse_strangers(self) -> None:
        for code, members in self._teams.items():
            if code not in self.grids:
                members[0][0].complain(f"grid {code} is not in grids.geojson")


def _new(row: PackRow, column: str, value: str, known: Container[str]) -> bool:
    """Whether `value` was not seen before; a repeat is a finding."""
    if value in known:
        row.complain(f"{column} {value} is there twice")
        return False
    return True
