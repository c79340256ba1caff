"""A case from first report to review, as the fold of its log (domain guide, life cycle)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from console.domain.case_log import LogEntry
from console.domain.event import EventStatus
from console.domain.geo import LonLat
from console.domain.head_line import HeadLine
from console.domain.sector import Sector
from console.domain.sla import Clock
from console.domain.supervision import Supervision


class CaseState(StrEnum):
    """Where a case stands. The last three end it early."""

    REPORTED = "reported"
    FILED = "filed"
    DISPATCHED = "dispatched"
    ACCEPTED = "accepted"
    EN_ROUTE = "en_route"
    ON_SCENE = "on_scene"
    HANDLING = "handling"
    REPORTED_DONE = "reported_done"
    VERIFYING = "verifying"
    CLOSED = "closed"
    REVIEWED = "reviewed"
    REJECTED = "rejected"
    MERGED = "merged"
    VOIDED = "voided"


ENDED = frozenset(
    {
        CaseState.CLOSED,
        CaseState.REVIEWED,
        CaseState.REJECTED,
        CaseState.MERGED,
        CaseState.VOIDED,
    }
)


class Stage(StrEnum):
    """The four stages of the grid mechanism 网格发现 → 社区呼叫 → 分级响应 → 协同处置."""

    FOUND = "found"
    CALLED = "called"
    RESPONDED = "responded"
    JOINTLY_HANDLED = "jointly_handled"


class CaseSource(StrEnum):
    """Where a case came from."""

    GRID_APP = "grid_app"
    RESIDENT = "resident"
    HOTLINE_12345 = "hotline_12345"
    POLICE_110 = "police_110"
    FIRE_119 = "fire_119"
    MEDICAL_120 = "medical_120"
    VIDEO_PATROL = "video_patrol"
    SENSOR = "sensor"
    WINDOW = "window"
    DEPARTMENT = "department"


@dataclass(frozen=True, slots=True)
class Opening:
    """What a case begins with; it never changes afterwards. Names and phones are masked here."""

    number: str
    title: str
    case_type: str
    source: CaseSource
    level: int
    place: LonLat | None
    grid: str
    community: str
    street: str
    address: str
    occurred_at: datetime
    description: str
    reporter: str
    contact: str
    status: EventStatus


@dataclass(frozen=True, slots=True)
class Case:
    """A case as shown: its opening, what its log folds to, its clocks and the log itself.

    `holder` is who has the ball now (a unit, street, community or role, as shown). `paperwork_due`
    marks a level 1–2 case dispatched before it was filed. `owner` is the account of the operator
    who answers for the case, `owner_name` their masked name; both empty where nobody does.
    """

    opening: Opening
    state: CaseState
    stage: Stage
    level: int
    holder: str
    lead: str
    units: tuple[str, ...]
    co_handlers: tuple[str, ...]
    co_handlers_open: tuple[str, ...]
    cameras: tuple[str, ...]
    alarms: tuple[str, ...]
    linked: tuple[str, ...]
    sectors: tuple[Sector, ...]
    returns: int
    suspended: bool
    paperwork_due: bool
    reported_at: datetime
    updated_at: datetime
    clocks: tuple[Clock, ...]
    log: tuple[LogEntry, ...] = field(default=())
    owner: str = ""
    owner_name: str = ""
    heads: tuple[HeadLine, ...] = ()
    supervision: Supervision | None = None

    @property
    def number(self) -> str:
        """The case number, e.g. XL20211128-0012."""
        return self.opening.number

    @property
    def version(self) -> int:
        """Sequence of the newest log entry: commands name the version they were decided on.

        Rows may carry only the newest entries of a long log.
        """
        return self.log[-1].sequence if self.log else 0

    @property
    def open(self) -> bool:
        """Whether work remains."""
        return self.state not in ENDED
