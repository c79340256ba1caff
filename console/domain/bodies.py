"""Bodies of the event types that sources send.

A body's class is the contract; the JSON Schemas that are published come from these.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from console.domain.camera import CameraState
from console.domain.case import CaseSource
from console.domain.case_log import Action
from console.domain.unit import UnitStatus
from console.domain.venue import VenueState


@dataclass(frozen=True, slots=True)
class Report:
    """Somebody reports something: grid app, hotline, 110/119/120 liaison, petition window.

    Becomes a case in state REPORTED. `grid` may be empty: the hub finds it from the place.
    `reporter` and `contact` arrive in clear and are masked before any console sees them.
    `reference` is the source's own name for the matter; later `case.progress` events use it.
    """

    reference: str
    source: CaseSource
    title: str
    case_type: str
    level: int
    lon: float
    lat: float
    address: str = ""
    description: str = ""
    reporter: str = ""
    contact: str = ""
    grid: str = ""


@dataclass(frozen=True, slots=True)
class SensorReading:
    """A sensor crosses a threshold, repeats, or (message type `cancel`) is back to normal."""

    site: str
    name: str
    value: float
    unit: str
    threshold: float
    case_type: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class VideoFinding:
    """Video analytics saw something at a camera (20-digit id); `confidence` is 0–1."""

    camera: str
    finding: str
    title: str
    case_type: str
    confidence: float
    count: int = 0


@dataclass(frozen=True, slots=True)
class UnitPosition:
    """Where a unit is; speed in metres a second, heading in degrees from north."""

    unit: str
    lon: float
    lat: float
    speed: float
    heading: float
    status: UnitStatus


@dataclass(frozen=True, slots=True)
class CameraStatus:
    """What the camera platform says of a camera (20-digit id)."""

    camera: str
    state: CameraState
    reason: str = ""


@dataclass(frozen=True, slots=True)
class VenuePresence:
    """Whether a venue's terminal answers; `rtt_ms` in milliseconds."""

    venue: str
    state: VenueState
    rtt_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class CaseProgress:
    """A grid member, unit or department reports on a case from its own app.

    The case is named by its number or by the `reference` of the report it came from.
    """

    case: str
    action: Action
    by: str
    role: str
    note: str = ""
    args: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HandedOverStep:
    """One line of the log of a case that another system hands over."""

    at: datetime
    action: Action
    by: str
    role: str
    note: str = ""
    args: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CaseHandedOver:
    """A case that began in another system, with its log so far.

    The other system is the hotline's work orders, say, or the console this one replaces; times
    are the other system's.
    """

    report: Report
    steps: tuple[HandedOverStep, ...]


@dataclass(frozen=True, slots=True)
class TaskCheckIn:
    """A grid reports that its part of a one-to-many task is done; `occ` says when it was done.

    `task` is the task's id, `grid` the grid's 15-digit code. Late reports are taken, as late.
    """

    task: str
    grid: str
    by: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SourceOverflow:
    """A source's spool was full: how many events it refused, by severity, and between when."""

    since: datetime
    until: datetime
    refused: dict[str, int]


@dataclass(frozen=True, slots=True)
class Poison:
    """Stands at the number of an event that broke three sessions; the source keeps the original.

    `size` in bytes, `sha256` in hex and `head` (its beginning) are those of the original item.
    """

    size: int
    sha256: str
    head: str


Body = (
    Report
    | SensorReading
    | VideoFinding
    | UnitPosition
    | CameraStatus
    | VenuePresence
    | CaseProgress
    | CaseHandedOver
    | TaskCheckIn
    | SourceOverflow
    | Poison
)

BODIES: dict[str, type[Body]] = {
    "report.grid": Report,
    "report.hotline": Report,
    "report.liaison": Report,
    "report.window": Report,
    "sensor.level": SensorReading,
    "sensor.smoke": SensorReading,
    "sensor.gas": SensorReading,
    "video.finding": VideoFinding,
    "unit.position": UnitPosition,
    "camera.status": CameraStatus,
    "venue.presence": VenuePresence,
    "case.progress": CaseProgress,
    "case.handed_over": CaseHandedOver,
    "task.check_in": TaskCheckIn,
    "source.overflow": SourceOverflow,
    "ecp.poison": Poison,
}
"""The body class of every event type, by its dotted name."""
