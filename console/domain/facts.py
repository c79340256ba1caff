"""What the hub tells the consoles: one fact, and the row it left behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.alarm import Alarm
from console.domain.area import Community, Grid, Street
from console.domain.camera import Camera
from console.domain.case import Case
from console.domain.district import DistrictInfo
from console.domain.grid_check import GridCheck
from console.domain.grid_task import GridTask
from console.domain.handover import Handover
from console.domain.link import HubHealth, Link
from console.domain.place import Road, Site
from console.domain.transfer import Transfer
from console.domain.unit import Unit
from console.domain.venue import Venue
from console.domain.watcher import Watcher


class Kind(StrEnum):
    """The kinds of row a console keeps."""

    DISTRICT = "district"
    STREET = "street"
    COMMUNITY = "community"
    GRID = "grid"
    ROAD = "road"
    SITE = "site"
    CAMERA = "camera"
    UNIT = "unit"
    VENUE = "venue"
    ALARM = "alarm"
    CASE = "case"
    WATCHER = "watcher"
    TRANSFER = "transfer"
    TASK = "task"
    CHECK = "check"
    LINK = "link"
    HEALTH = "health"
    HANDOVER = "handover"


Row = (
    DistrictInfo
    | Street
    | Community
    | Grid
    | Road
    | Site
    | Camera
    | Unit
    | Venue
    | Alarm
    | Case
    | Watcher
    | Transfer
    | GridTask
    | GridCheck
    | Link
    | HubHealth
    | Handover
)

ROW_TYPES: dict[Kind, type[Row]] = {
    Kind.DISTRICT: DistrictInfo,
    Kind.STREET: Street,
    Kind.COMMUNITY: Community,
    Kind.GRID: Grid,
    Kind.ROAD: Road,
    Kind.SITE: Site,
    Kind.CAMERA: Camera,
    Kind.UNIT: Unit,
    Kind.VENUE: Venue,
    Kind.ALARM: Alarm,
    Kind.CASE: Case,
    Kind.WATCHER: Watcher,
    Kind.TRANSFER: Transfer,
    Kind.TASK: GridTask,
    Kind.CHECK: GridCheck,
    Kind.LINK: Link,
    Kind.HEALTH: HubHealth,
    Kind.HANDOVER: Handover,
}


@dataclass(frozen=True, slots=True)
class Origin:
    """The source event behind a fact: exactly one fact per accepted event carries it."""

    id: str
    source: str
    epoch: int
    sequence: int
    type: str
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened, in commit order.

    `gseq` is the hub's one order (0 for a snapshot row and for passing facts such as health, which
    are not stored). `name` is a past participle (AlarmRaised). `row` is the whole new row of `kind`
    and `key`, or None where it was removed or where the fact left no row.
    """

    gseq: int
    name: str
    at: datetime
    kind: Kind
    key: str
    row: Row | None
    by: str = ""
    origin: Origin | None = None
