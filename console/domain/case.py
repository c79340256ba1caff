"""A case from first report to review, as the fold of its log (domain guide, life cycle)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from console.domain.approval import Approval
from console.domain.attachment import Attachment, PhotoGroup
from console.domain.case_log import LogEntry
from console.domain.case_outcome import CaseOutcome
from console.domain.event import EventStatus
from console.domain.geo import LonLat
from console.domain.head_line import HeadLine
from console.domain.response import RESPONSE_LEVEL, CheckLine, Response
from console.domain.sector import Sector
from console.domain.sla import Clock
from console.domain.sub_task import SubTask
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
    """What a case begins with, as corrected since. Names and phones are masked here."""

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
    `handlers` are the pseudonyms of those who had a hand in it, `returned_by` those who sent it
    back, in order. `repeats` is how many cases of its type this place had within a week when it
    was the third or later, else 0.
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
    tasks: tuple[SubTask, ...] = ()
    approvals: tuple[Approval, ...] = ()
    response: Response = field(default_factory=Response)
    attachments: tuple[Attachment, ...] = ()
    photos: tuple[PhotoGroup, ...] = ()
    merged_into: str = ""
    members: tuple[str, ...] = ()
    repeats: int = 0
    self_handled: bool = False
    outcome: CaseOutcome | None = None
    satisfaction: int = 0
    handlers: tuple[str, ...] = ()
    returned_by: tuple[str, ...] = ()
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

    @property
    def in_response(self) -> bool:
        """Whether a response of level 1–2 is in force."""
        return self.open and self.level <= RESPONSE_LEVEL and not self.response.lifted

    @property
    def pressing_level(self) -> int:
        """The worst level of the case and of what its co-handlers have still to do."""
        return min([self.level, *(task.level for task in self.tasks if task.open)])

    @property
    def items_due(self) -> tuple[CheckLine, ...]:
        """Required items that keep a case of level 1–2 from being closed."""
        if self.level > RESPONSE_LEVEL:
            return ()
        lines = self.response.checklist
        return tuple(line for line in lines if line.item.required and not line.done)

    @property
    def photos_missing(self) -> tuple[PhotoGroup, ...]:
        """Photos that its type asks for and nobody has attached."""
        there = {one.group for one in self.attachments}
        return tuple(group for group in self.photos if group not in there)
