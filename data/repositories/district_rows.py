"""The district: what stands still, and the last state of what moves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from console.codec import decode, encode
from console.domain.area import Community, Grid, Street
from console.domain.camera import Camera
from console.domain.district import District, DistrictInfo
from console.domain.place import Road, Site
from console.domain.unit import Unit
from console.domain.venue import Venue
from data import schema

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class _Shelf(Generic[R]):
    """One table of rows kept as a JSON document beside the columns that are asked for."""

    table: Table
    kind: type[R]
    columns: Callable[[R], dict[str, object]]

    @property
    def key(self) -> str:
        return next(iter(self.table.primary_key.columns)).name

    def row(self, value: R) -> dict[str, object]:
        return {**self.columns(value), "document": encode(value).decode()}


_INFO = _Shelf(schema.district, DistrictInfo, lambda row: {"code": row.code})
_STREET = _Shelf(schema.street, Street, lambda row: {"code": row.code})
_COMMUNITY = _Shelf(
    schema.community, Community, lambda row: {"code": row.code, "street": row.street}
)
_GRID = _Shelf(
    schema.grid,
    Grid,
    lambda row: {"code": row.code, "community": row.community, "number": row.number},
)
_ROAD = _Shelf(schema.road, Road, lambda row: {"id": row.id})
_SITE = _Shelf(schema.site, Site, lambda row: {"id": row.id, "kind": row.kind.value})
_CAMERA = _Shelf(
    schema.camera,
    Camera,
    lambda row: {
        "id": row.id,
        "grid": row.grid,
        "state": row.state.value,
        "lon": row.place.lon,
        "lat": row.place.lat,
    },
)
_UNIT = _Shelf(schema.unit, Unit, lambda row: {"id": row.id, "status": row.status.value})
_VENUE = _Shelf(schema.venue, Venue, lambda row: {"id": row.id, "state": row.state.value})


class _Part(Protocol):
    """What can be done to a shelf whatever it holds."""

    def empty(self) -> None: ...

    def clear(self) -> None: ...


class _Rows(Generic[R]):
    """The rows of one shelf in memory, changed ones written at commit."""

    def __init__(self, connection: Connection, shelf: _Shelf[R]) -> None:
        self._connection = connection
        self._shelf = shelf
        self._rows: dict[str, R] | None = None
        self._changed: set[str] = set()

    def all(self) -> dict[str, R]:
        if self._rows is None:
            table = self._shelf.table
            query = select(table.c[self._shelf.key], table.c.document)
            query = query.order_by(table.c[self._shelf.key])
            self._rows = {
                key: decode(document, self._shelf.kind)
                for key, document in self._connection.execute(query)
            }
        return self._rows

    def put(self, key: str, row: R) -> None:
        self.all()[key] = row
        self._changed.add(key)

    def empty(self) -> None:
        self._connection.execute(delete(self._shelf.table))
        self._rows, self._changed = None, set()

    def fill(self, rows: Iterable[R]) -> None:
        values = [self._shelf.row(row) for row in rows]
        if values:
            self._connection.execute(insert(self._shelf.table), values)

    def flush(self) -> None:
        if not self._changed:
            return
        rows = self.all()
        values = [{**self._shelf.row(rows[key]), "k_key": key} for key in self._changed]
        table, key = self._shelf.table, self._shelf.key
        names = [name for name in values[0] if name not in {key, "k_key"}]
        change = update(table).where(table.c[key] == bindparam("k_key"))
        change = change.values({name: bindparam(name) for name in names})
        self._connection.execute(change, values)
        self._changed = set()

    def clear(self) -> None:
        self._rows, self._changed = None, set()


class SqlDistrictRows:
    """All rows of the one district this hub serves."""

    def __init__(self, connection: Connection) -> None:
        self._revision = 1
        self._info = _Rows(connection, _INFO)
        self._streets = _Rows(connection, _STREET)
        self._communities = _Rows(connection, _COMMUNITY)
        self._grids = _Rows(connection, _GRID)
        self._roads = _Rows(connection, _ROAD)
        self._sites = _Rows(connection, _SITE)
        self._cameras = _Rows(connection, _CAMERA)
        self._units = _Rows(connection, _UNIT)
        self._venues = _Rows(connection, _VENUE)

    @property
    def revision(self) -> int:
        """Grows with every `replace` and every rollback."""
        return self._revision

    def info(self) -> DistrictInfo | None:
        """The district's own facts, None before the first import."""
        return next(iter(self._info.all().values()), None)

    def streets(self) -> Mapping[str, Street]:
        """Streets by code."""
        return self._streets.all()

    def communities(self) -> Mapping[str, Community]:
        """Communities by code."""
        return self._communities.all()

    def grids(self) -> Mapping[str, Grid]:
        """Grids by code."""
        return self._grids.all()

    def roads(self) -> Mapping[str, Road]:
        """Roads by id."""
        return self._roads.all()

    def sites(self) -> Mapping[str, Site]:
        """Sites by id."""
        return self._sites.all()

    def cameras(self) -> Mapping[str, Camera]:
        """Cameras by 20-digit id."""
        return self._cameras.all()

    def units(self) -> Mapping[str, Unit]:
        """Units by id."""
        return self._units.all()

    def venues(self) -> Mapping[str, Venue]:
        """Venues by id."""
        return self._venues.all()

    def put_camera(self, camera: Camera) -> None:
        """Store a camera's new state."""
        self._cameras.put(camera.id, camera)

    def put_unit(self, unit: Unit) -> None:
        """Store a unit's new state."""
        self._units.put(unit.id, unit)

    def put_venue(self, venue: Venue) -> None:
        """Store a venue's new state."""
        self._venues.put(venue.id, venue)

    def replace(self, district: District) -> None:
        """Put `district` in the place of whatever was there; known states are kept."""
        cameras = [_camera_as_known(each, self.cameras()) for each in district.cameras]
        units = [_unit_as_known(each, self.units()) for each in district.units]
        venues = [_venue_as_known(each, self.venues()) for each in district.venues]
        for rows in reversed(self._parts()):
            rows.empty()
        self._info.fill([district.info])
        self._streets.fill(district.streets)
        self._communities.fill(district.communities)
        self._grids.fill(district.grids)
        self._roads.fill(district.roads)
        self._sites.fill(district.sites)
        self._cameras.fill(cameras)
        self._units.fill(units)
        self._venues.fill(venues)
        self._revision += 1

    def _parts(self) -> tuple[_Part, ...]:
        """Every shelf, those that are referred to before those that refer."""
        return (
            self._info,
            self._streets,
            self._communities,
            self._grids,
            self._roads,
            self._sites,
            self._cameras,
            self._units,
            self._venues,
        )

    def flush(self) -> None:
        """Write what moved."""
        self._cameras.flush()
        self._units.flush()
        self._venues.flush()

    def clear(self) -> None:
        """Forget every row."""
        for rows in self._parts():
            rows.clear()
        self._revision += 1


def _camera_as_known(camera: Camera, known: Mapping[str, Camera]) -> Camera:
    was = known.get(camera.id)
    if was is None:
        return camera
    return replace(camera, state=was.state, state_since=was.state_since, reason=was.reason)


def _unit_as_known(unit: Unit, known: Mapping[str, Unit]) -> Unit:
    was = known.get(unit.id)
    if was is None:
        return unit
    return replace(
        unit,
        status=was.status,
        place=was.place,
        heading=was.heading,
        speed=was.speed,
        seen_at=was.seen_at,
        case=was.case,
    )


def _venue_as_known(venue: Venue, known: Mapping[str, Venue]) -> Venue:
    was = known.get(venue.id)
    if was is None:
        return venue
    return replace(venue, state=was.state, state_since=was.state_since, rtt_ms=was.rtt_ms)
