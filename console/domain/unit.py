"""People who can be sent: patrols, police, fire, medical, repair and volunteer units."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.geo import LonLat


class UnitKind(StrEnum):
    """What a unit is for."""

    PATROL = "patrol"
    POLICE = "police"
    FIRE = "fire"
    MEDICAL = "medical"
    TRAFFIC = "traffic"
    CITY_MANAGEMENT = "city_management"
    REPAIR = "repair"
    VOLUNTEERS = "volunteers"
    DEPARTMENT = "department"


class UnitStatus(StrEnum):
    """What a unit last said of itself."""

    ON_PATROL = "on_patrol"
    EN_ROUTE = "en_route"
    ON_SCENE = "on_scene"
    STANDBY = "standby"
    OFF_DUTY = "off_duty"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and its last known position (`place` is None before the first report)."""

    id: str
    name: str
    kind: UnitKind
    street: str
    members: int
    status: UnitStatus = UnitStatus.STANDBY
    place: LonLat | None = None
    heading: float = 0.0
    speed: float = 0.0
    seen_at: datetime | None = None
    case: str = ""
    returns: int = 0
    """How many cases it sent back (推诿)."""
