"""Writes a district as a pack, one feature or row a line, so that a diff can be read."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from console.domain.district import District, DistrictInfo
from console.domain.geo import LonLat


def write_pack(district: District, folder: Path) -> None:
    """Write every file of the pack into `folder`, which is made if need be; WGS-84."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "district.toml").write_text(_toml(district.info), encoding="utf-8")
    _write_areas(district, folder)
    _write_objects(district, folder)


def _write_areas(district: District, folder: Path) -> None:
    _features(
        folder / "streets.geojson",
        (
            ({"code": s.code, "name": s.name, "kind": s.kind}, "Point", _position(s.centre))
            for s in district.streets
        ),
    )
    _features(
        folder / "communities.geojson",
        (({"code": c.code, "name": c.name}, None, None) for c in district.communities),
    )
    _features(
        folder / "grids.geojson",
        (
            (
                {"code": g.code, "number": g.number, "name": g.name, "households": g.households},
                "Polygon",
                [[_position(point) for point in (*g.outline, g.outline[0])]],
            )
            for g in district.grids
        ),
    )
    _table(
        folder / "teams.csv",
        ("grid", "role", "name", "phone"),
        ((g.code, m.role, m.name, m.phone) for g in district.grids for m in g.team),
    )


def _write_objects(district: District, folder: Path) -> None:
    _features(
        folder / "roads.geojson",
        (
            (
                {"id": r.id, "name": r.name, "kind": r.kind},
                "LineString",
                [_position(point) for point in r.line],
            )
            for r in district.roads
        ),
    )
    _table(
        folder / "sites.csv",
        ("id", "name", "kind", "lon", "lat", "grid"),
        ((s.id, s.name, s.kind, *_position(s.place), s.grid) for s in district.sites),
    )
    _table(
        folder / "cameras.csv",
        (
            *("id", "number", "name", "lon", "lat", "heading", "fov", "reach", "grid", "tags"),
            *("sub_url", "main_url", "state"),
        ),
        (
            (
                *(c.id, c.number, c.name, *_position(c.place), c.heading, c.fov, c.reach),
                *(c.grid, ";".join(c.tags), c.sub_url, c.main_url, c.state),
            )
            for c in district.cameras
        ),
    )
    _table(
        folder / "units.csv",
        ("id", "name", "kind", "street", "members", "lon", "lat"),
        (
            (u.id, u.name, u.kind, u.street, u.members, *_position_or_blank(u.place))
            for u in district.units
        ),
    )
    _table(
        folder / "venues.csv",
        ("id", "name", "street"),
        ((v.id, v.name, v.street) for v in district.venues),
    )


def _position(point: LonLat) -> list[float]:
    return [round(point.lon, 7), round(point.lat, 7)]


def _position_or_blank(point: LonLat | None) -> list[float] | list[str]:
    return _position(point) if point else ["", ""]


def _toml(info: DistrictInfo) -> str:
    return (
        f"code = {_quoted(info.code)}\n"
        f"name = {_quoted(info.name)}\n"
        f"centre_name = {_quoted(info.centre_name)}\n"
        f"duty_leader = {_quoted(info.duty_leader)}\n"
        f"case_prefix = {_quoted(info.case_prefix)}\n"
        f"invented = {'true' if info.invented else 'false'}\n"
    )


def _quoted(text: str) -> str:
    """A TOML basic string: the escapes of JSON are a subset of its own."""
    return json.dumps(text, ensure_ascii=False)


def _features(path: Path, features: Iterable[tuple[dict[str, Any], str | None, object]]) -> None:
    lines = [
        json.dumps(
            {
                "type": "Feature",
                "properties": properties,
                "geometry": {"type": kind, "coordinates": coordinates} if kind else None,
            },
            ensure_ascii=False,
        )
        for properties, kind, coordinates in features
    ]
    body = ",\n".join(lines)
    text = f'{{"type": "FeatureCollection", "features": [\n{body}\n]}}\n'
    path.write_text(text, encoding="utf-8")


def _table(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
