"""The features of a GeoJSON file of a pack, each with the line it begins on."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from console.domain.geo import LonLat
from console.maps.datum import Datum
from console.maps.pack_findings import PackFindings
from console.maps.pack_row import PackRow
from console.maps.pack_text import pack_text

_START = re.compile(r'"features"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True)
class PackFeature:
    """A feature's properties as a row, and its geometry as it came."""

    row: PackRow
    kind: str
    coordinates: Any

    def line(self, datum: Datum) -> tuple[LonLat, ...]:
        """The positions of a LineString; a finding and nothing where there is none."""
        if self.kind != "LineString":
            self.row.complain(f"the geometry must be a LineString, not {self.kind or 'empty'}")
            return ()
        return self._positions(self.coordinates, datum, 2)

    def point(self, datum: Datum) -> LonLat | None:
        """The position of a Point."""
        positions = self._positions([self.coordinates], datum, 1)
        return positions[0] if positions else None

    def ring(self, datum: Datum) -> tuple[LonLat, ...]:
        """The outline of a Polygon without holes, without the repeated last position."""
        rings = self.coordinates
        if self.kind == "MultiPolygon" and isinstance(rings, list) and len(rings) == 1:
            rings = rings[0]
        elif self.kind != "Polygon":
            self.row.complain(f"the geometry must be one Polygon, not {self.kind or 'empty'}")
            return ()
        if not isinstance(rings, list) or len(rings) != 1:
            self.row.complain("the polygon must have one outline and no holes")
            return ()
        positions = self._positions(rings[0], datum, 4)
        if positions and positions[0] != positions[-1]:
            self.row.complain("the outline is not closed: first and last position differ")
            return ()
        return positions[:-1]

    def _positions(self, raw: Any, datum: Datum, least: int) -> tuple[LonLat, ...]:
        if not isinstance(raw, list) or len(raw) < least:
            self.row.complain(f"the geometry needs at least {least} positions")
            return ()
        found: list[LonLat] = []
        for position in raw:
            if not _is_position(position):
                self.row.complain(f"not a position: {json.dumps(position)[:40]}")
                return ()
            point = self.row.converted(float(position[0]), float(position[1]), datum)
            if point is None:
                return ()
            found.append(point)
        return tuple(found)


def _is_position(raw: Any) -> bool:
    if not isinstance(raw, list) or len(raw) < 2:
        return False
    return all(isinstance(v, int | float) and not isinstance(v, bool) for v in raw[:2])


def pack_features(path: Path, findings: PackFindings, required: bool = True) -> list[PackFeature]:
    """The file's features; faults of the file itself become findings."""
    text = pack_text(path, findings, required)
    if text is None:
        return []
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        findings.add(path.name, error.lineno, f"not readable as JSON: {error.msg}")
        return []
    except RecursionError:
        findings.add(path.name, 0, "not readable as JSON: nested too deeply")
        return []
    start = _START.search(text)
    if start is None:
        findings.add(path.name, 1, "not a FeatureCollection: there are no features")
        return []
    return list(_features(path.name, text, start.end(), findings))


def _features(file: str, text: str, position: int, findings: PackFindings) -> list[PackFeature]:
    decoder = json.JSONDecoder()
    features: list[PackFeature] = []
    line, counted = 1, 0
    while True:
        between = _BETWEEN.match(text, position)
        position = between.end() if between else position
        if text[position] == "]":
            return features
        line += text.count("\n", counted, position)
        counted = position
        raw, position = decoder.raw_decode(text, position)
        if not isinstance(raw, dict):
            findings.add(file, line, "not a feature")
            continue
        properties = raw.get("properties")
        geometry = raw.get("geometry")
        shape = geometry if isinstance(geometry, dict) else {}
        row = PackRow(file, line, properties if isinstance(properties, dict) else {}, findings)
        features.append(PackFeature(row, str(shape.get("type", "")), shape.get("coordinates")))
