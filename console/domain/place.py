"""Things on the map that do not move: roads, schools, key sites and smart compounds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.domain.geo import LonLat


class RoadClass(StrEnum):
    """Width class of a road on the map."""

    TRUNK = "trunk"
    MAIN = "main"
    LANE = "lane"
    RAIL = "rail"


@dataclass(frozen=True, slots=True)
class Road:
    """A road or railway as one polyline."""

    id: str
    name: str
    kind: RoadClass
    line: tuple[LonLat, ...]


class SiteKind(StrEnum):
    """What a site is."""

    SCHOOL = "school"
    HOSPITAL = "hospital"
    COMPOUND = "compound"
    ENTERPRISE = "enterprise"
    KEY_SITE = "key_site"
    WATER_GAUGE = "water_gauge"
    SMOKE_SENSOR = "smoke_sensor"
    GAS_SENSOR = "gas_sensor"


@dataclass(frozen=True, slots=True)
class Site:
    """A school, hospital, smart compound, enterprise or sensor; `id` is the key its events use."""

    id: str
    name: str
    kind: SiteKind
    place: LonLat
    grid: str
    street: str
