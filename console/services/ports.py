"""What the services need from storage: repositories and the unit of work that holds them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from types import TracebackType
from typing import Protocol

from console.domain.alarm import Alarm
from console.domain.area import Community, Grid, Street
from console.domain.camera import Camera
from console.domain.case import Case
from console.domain.district import District, DistrictInfo
from console.domain.grid_check import GridCheck
from console.domain.grid_task import GridTask
from console.domain.handover import Handover
from console.domain.handover_sheet import HandoverSheet
from console.domain.limit_table import LimitTable
from console.domain.place import Road, Site
from console.domain.unit import Unit
from console.domain.venue import Venue
from console.services.core import Accepted, CommandResult, FeedItem
from console.services.records import (
    AllowedKey,
    AuditFilter,
    AuditMark,
    AuditRow,
    BackupState,
    Figures,
    QuarantineRecord,
    SourceMark,
    User,
    WaitingAlarm,
)


class EventLog(Protocol):
    """Accepted events and quarantine, both append-only."""

    def known_ids(self, ids: Collection[str]) -> set[str]:
        """Which of these event ids are stored already."""

    def digests(self, source: str, epoch: int, sequences: Sequence[int]) -> dict[int, bytes]:
        """SHA-256 of what was stored (or quarantined) under these sequence numbers."""

    def add(self, gseq: int, item: Accepted, hub_epoch: int) -> None:
        """Store an event under the gseq of its fact."""

    def quarantine(self, record: QuarantineRecord) -> bool:
        """Store a refused item; False where the very same one is there already."""

    def quarantined(self, limit: int, before: int = 0) -> list[QuarantineRecord]:
        """Refused items with a number below `before` (0: from the newest), newest first."""

    def put_aside(self, number: int) -> QuarantineRecord | None:
        """One refused item."""

    def holds(self, source: str, epoch: int, sequence: int) -> bool:
        """Whether an accepted event stands at this number."""

    def total(self) -> int:
        """Number of events ever stored, those pruned since included."""

    def quarantined_total(self) -> int:
        """Number of items ever refused, those pruned since included."""

    def prune(self, before: datetime, keep: int, most: int) -> int:
        """Forget events received before then or beyond the newest `keep`, at most `most` a time."""

    def prune_quarantine(self, before: datetime, most: int) -> int:
        """Forget items refused before then, at most `most` at a time; how many went."""


class SourceMarks(Protocol):
    """High-water marks of the sources and the gaps in their sequences."""

    def get(self, source: str, epoch: int) -> SourceMark | None:
        """The mark of one epoch of a source."""

    def newest(self) -> Mapping[str, SourceMark]:
        """The mark of the newest epoch of every source."""

    def put(self, mark: SourceMark) -> None:
        """Store a new or changed mark."""

    def add_gap(self, source: str, epoch: int, first: int, last: int, at: datetime) -> None:
        """Store that sequences `first`…`last` will never come."""


class FactLog(Protocol):
    """Facts in commit order."""

    @property
    def head(self) -> int:
        """Gseq of the newest fact, 0 before the first."""

    def add(self, item: FeedItem, at: datetime) -> None:
        """Store a fact."""

    def after(self, gseq: int, limit: int) -> list[FeedItem]:
        """Facts after `gseq`, oldest first; raises `CursorPruned`."""

    def prune(self, keep: int, most: int) -> int:
        """Forget facts beyond the newest `keep`, at most `most` at a time; how many went."""


class Alarms(Protocol):
    """Alarms, and which open one folds what."""

    def get(self, alarm_id: str) -> Alarm | None:
        """An alarm by id."""

    def open_with(self, fold: str) -> Alarm | None:
        """The alarm not yet normal that folds repeats of `fold`."""

    def add(self, alarm: Alarm, fold: str) -> None:
        """Store a new alarm."""

    def put(self, alarm: Alarm) -> None:
        """Store a changed alarm."""

    def all_open(self) -> list[Alarm]:
        """Every alarm that is not normal."""

    def of_cause(self, cause: str) -> Iterator[Alarm]:
        """Open alarms of one cause, the newest first."""

    def of_group(self, group: str) -> list[Alarm]:
        """Open alarms that a flood folded into one group."""

    def current(self, normal_since: datetime) -> list[Alarm]:
        """Open alarms and those whose return to normal is not older than `normal_since`."""

    def raised_since(self, moment: datetime) -> list[Alarm]:
        """Alarms raised from this moment on, over or not."""


class WaitingAlarms(Protocol):
    """Alarms whose filters are not met yet, by what they fold."""

    def get(self, fold: str) -> WaitingAlarm | None:
        """What waits under `fold`."""

    def put(self, waiting: WaitingAlarm) -> None:
        """Store a new or changed one."""

    def remove(self, fold: str) -> None:
        """Forget one; harmless where there is none."""

    def due(self, now: datetime) -> list[WaitingAlarm]:
        """Those whose time has come, the longest due first."""


class Cases(Protocol):
    """Cases with their whole logs."""

    def get(self, number: str) -> Case | None:
        """A case by number."""

    def by_reference(self, reference: str) -> Case | None:
        """The newest case that came from a report with this reference."""

    def add(self, case: Case, reference: str) -> None:
        """Store a new case and its log."""

    def put(self, case: Case) -> None:
        """Store a changed case and what its log gained."""

    def current(self, ended_since: datetime) -> list[Case]:
        """Open cases and those whose last entry is not older than `ended_since`."""

    def alike(self, case_type: str, grid: str, since: datetime) -> list[Case]:
        """Cases of a type in a grid reported since then, in no order."""

    def next_counter(self, day: date) -> int:
        """The next case counter of a local day, from 1."""

    def figures(self) -> Mapping[tuple[str, int], int]:
        """Number of cases by (state, level)."""


class GridTasks(Protocol):
    """One-to-many tasks and what the grids answered."""

    def get(self, task_id: str) -> GridTask | None:
        """A task by id."""

    def add(self, task: GridTask) -> None:
        """Store a new task."""

    def put(self, task: GridTask) -> None:
        """Store a changed task."""

    def checks(self, task_id: str) -> Mapping[str, GridCheck]:
        """The check-ins of a task by grid."""

    def add_check(self, check: GridCheck) -> None:
        """Store a check-in."""

    def next_counter(self, day: date) -> int:
        """The next task counter of a local day, from 1."""

    def current(self, closed_since: datetime) -> list[GridTask]:
        """Open tasks and those that were not closed before `closed_since`."""


class DistrictRows(Protocol):
    """The district: what stands still and the last state of what moves."""

    @property
    def revision(self) -> int:
        """Grows with every `replace`; for whoever derives something from the rows."""

    def info(self) -> DistrictInfo | None:
        """The district's own facts, None before the first import."""

    def streets(self) -> Mapping[str, Street]:
        """Streets by code."""

    def communities(self) -> Mapping[str, Community]:
        """Communities by code."""

    def grids(self) -> Mapping[str, Grid]:
        """Grids by code."""

    def roads(self) -> Mapping[str, Road]:
        """Roads by id."""

    def sites(self) -> Mapping[str, Site]:
        """Sites by id."""

    def cameras(self) -> Mapping[str, Camera]:
        """Cameras by 20-digit id."""

    def units(self) -> Mapping[str, Unit]:
        """Units by id."""

    def venues(self) -> Mapping[str, Venue]:
        """Venues by id."""

    def put_camera(self, camera: Camera) -> None:
        """Store a camera's new state."""

    def put_unit(self, unit: Unit) -> None:
        """Store a unit's new state."""

    def put_venue(self, venue: Venue) -> None:
        """Store a venue's new state."""

    def replace(self, district: District) -> None:
        """Put `district` in the place of whatever was there; known states are kept."""


class CommandResults(Protocol):
    """Answers to commands by cmd_id, for repeats."""

    def get(self, cmd_id: str) -> CommandResult | None:
        """The answer already given."""

    def add(self, result: CommandResult, at: datetime) -> None:
        """Remember an answer."""

    def prune(self, before: datetime, most: int) -> int:
        """Forget answers given before this moment, at most `most` at a time; how many went."""


class AuditTrail(Protocol):
    """The append-only audit log with its hash chain."""

    def last(self) -> AuditRow | None:
        """The newest row."""

    def append(self, row: AuditRow) -> None:
        """Store the next row."""

    def page(self, before: int, limit: int, only: AuditFilter | None = None) -> list[AuditRow]:
        """Rows with a sequence below `before` (0: from the newest), newest first."""

    def after(self, sequence: int, limit: int) -> list[AuditRow]:
        """Rows from `sequence` on (itself included), oldest first."""


class Users(Protocol):
    """People who may sign in."""

    def get(self, user: str) -> User | None:
        """One of them."""

    def put(self, user: User) -> None:
        """Store a new or changed one."""

    def all(self) -> Iterable[User]:
        """All of them."""


class PersonalData(Protocol):
    """Clear values behind the masks, kept apart for a logged unlock."""

    def remember(self, case: str, field: str, clear: str) -> str:
        """Keep a clear value; returns its pseudonym, the same for the same value of a case."""

    def of_case(self, case: str) -> list[tuple[str, str, str]]:
        """Field, pseudonym and clear value of all that is kept of a case."""


class KnownKeys(Protocol):
    """The keys of the allow-list as last seen."""

    def all(self) -> Mapping[str, AllowedKey]:
        """Keys by their Z85 text."""

    def replace(self, keys: Mapping[str, AllowedKey]) -> None:
        """These are the keys now."""


class LimitTables(Protocol):
    """The versions of the time limits."""

    def all(self) -> Sequence[LimitTable]:
        """All versions, by the moment they come into effect."""

    def add(self, version: LimitTable) -> None:
        """Store the next version."""


class Handovers(Protocol):
    """Shift handovers."""

    def get(self, handover_id: str) -> HandoverSheet | None:
        """A handover by id."""

    def unfinished(self) -> HandoverSheet | None:
        """The one that is open or half signed."""

    def last_signed(self) -> HandoverSheet | None:
        """The newest that both leaders signed."""

    def count(self, prefix: str) -> int:
        """How many ids begin like this."""

    def heads(self, skip: int, limit: int) -> Sequence[Handover]:
        """Heads, newest first."""

    def put(self, sheet: HandoverSheet) -> None:
        """Store a new or changed one; raises `ValueError` where it had ended."""


class UnitOfWork(Protocol):
    """One transaction. Leaving it without `commit` undoes everything, caches included."""

    @property
    def events(self) -> EventLog:
        """Accepted events and quarantine."""

    @property
    def marks(self) -> SourceMarks:
        """High-water marks."""

    @property
    def facts(self) -> FactLog:
        """Facts in commit order."""

    @property
    def alarms(self) -> Alarms:
        """Alarms."""

    @property
    def waiting(self) -> WaitingAlarms:
        """Alarms whose filters are not met yet."""

    @property
    def cases(self) -> Cases:
        """Cases with their logs."""

    @property
    def tasks(self) -> GridTasks:
        """One-to-many tasks."""

    @property
    def district(self) -> DistrictRows:
        """The district."""

    @property
    def results(self) -> CommandResults:
        """Answers to commands."""

    @property
    def audit(self) -> AuditTrail:
        """The audit log."""

    @property
    def users(self) -> Users:
        """Accounts."""

    @property
    def personal(self) -> PersonalData:
        """Clear values behind masks."""

    @property
    def keys(self) -> KnownKeys:
        """Keys of the allow-list."""

    @property
    def handovers(self) -> Handovers:
        """Shift handovers."""

    @property
    def limits(self) -> LimitTables:
        """Versions of the time limits."""

    @property
    def hub_epoch(self) -> int:
        """Generation of the store."""

    def __enter__(self) -> UnitOfWork:
        """Begin; raises `DatabaseLocked`, `DiskFull`, `DatabaseUnusable` or `StoreTaken`."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Roll back what was not committed."""

    def commit(self) -> None:
        """Write everything and make it durable; raises as `__enter__`."""


class Storage(Protocol):
    """Room on disk, copies of the store, and its upkeep."""

    def database_bytes(self) -> int:
        """Size of the database and its write-ahead log."""

    def wal_bytes(self) -> int:
        """Size of the write-ahead log alone."""

    def disk_free_bytes(self) -> int:
        """Free space where the database is."""

    def backup_state(self) -> BackupState:
        """How the automatic copies stand."""

    def server(self) -> str:
        """Where a database server keeps the store, empty where a file does."""

    def audit_fault(self) -> bool:
        """Whether the audit log lost rows that are known to have been there."""

    def anchored(self) -> AuditMark | None:
        """The newest signed anchor of the audit log."""

    def care(self, now: datetime, last_audit: AuditRow | None) -> None:
        """Upkeep between transactions, called about once a second; raises nothing.

        `last_audit` is the newest durable row of the audit log.
        """


class Passwords(Protocol):
    """Hashes and checks passwords."""

    def hash(self, password: str) -> str:
        """A new salted hash."""

    def matches(self, hashed: str, password: str) -> bool:
        """Whether the password is the one that was hashed."""


__all__ = [
    "Alarms",
    "AuditTrail",
    "Cases",
    "CommandResults",
    "DistrictRows",
    "EventLog",
    "FactLog",
    "Figures",
    "GridTasks",
    "Handovers",
    "KnownKeys",
    "LimitTables",
    "Passwords",
    "PersonalData",
    "SourceMarks",
    "Storage",
    "UnitOfWork",
    "Users",
    "WaitingAlarms",
]
