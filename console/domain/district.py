"""A whole district as one value: what a district pack holds and what the hub keeps."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.area import Community, Grid, Street
from console.domain.camera import Camera
from console.domain.place import Road, Site
from console.domain.unit import Unit
from console.domain.venue import Venue


@dataclass(frozen=True, slots=True)
class DistrictInfo:
    """The district's own facts. `invented` districts are marked 示意图 on every map."""

    code: str
    name: str
    centre_name: str
    duty_leader: str
    case_prefix: str
    invented: bool


@dataclass(frozen=True, slots=True)
class District:
    """Everything of a district that a pack brings."""

    info: DistrictInfo
    streets: tuple[Street, ...]
    communities: tuple[Community, ...]
    grids: tuple[Grid, ...]
    roads: tuple[Road, ...]
    sites: tuple[Site, ...]
    cameras: tuple[Camera, ...]
    units: tuple[Unit, ...]
    venues: tuple[Venue, ...]
