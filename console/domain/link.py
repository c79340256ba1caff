"""The state of a link from one source to the hub, as the consoles show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class LinkState(StrEnum):
    """A link is up, down, or was never seen."""

    UP = "up"
    DOWN = "down"
    NEVER = "never"


class LinkClass(StrEnum):
    """What a source can promise of what it takes in upstream.

    Only a `GAPLESS` one numbers everything there is: of the others a loss before them is not seen.
    """

    GAPLESS = "gapless"
    NO_GAP_DETECTION = "no-gap-detection"
    BEST_EFFORT = "best-effort"


@dataclass(frozen=True, slots=True)
class Link:
    """One source's link. Rates are events per second over 10 s, times milliseconds."""

    source: str
    name: str
    state: LinkState
    since: datetime | None = None
    last_seen: datetime | None = None
    epoch: int = 0
    acked: int = 0
    rate: float = 0.0
    duplicates: int = 0
    quarantined: int = 0
    gaps: int = 0
    rtt_ms: float = 0.0
    clock_offset_ms: float = 0.0
    lag_ms: float = 0.0
    """How long the newest event lay in its source's spool and on the way."""
    waiting: int = 0
    """Events in its spool that are not stored here yet, as the source last said."""
    promise: LinkClass = LinkClass.GAPLESS


@dataclass(frozen=True, slots=True)
class ConsoleLink:
    """A console that is attached: since when, and how many facts it has not been sent yet."""

    console: str
    since: datetime
    behind: int = 0
    rtt_ms: float = 0.0
    """Round trip to it, 0 before it was measured."""


@dataclass(frozen=True, slots=True)
class HubHealth:
    """What the hub says of itself; bytes, events per second, milliseconds."""

    started_at: datetime
    hub_epoch: int
    events_total: int
    rate: float
    commit_p99_ms: float
    database_bytes: int
    disk_free_bytes: int
    disk_low: bool
    consoles: int
    wal_bytes: int = 0
    quarantined_total: int = 0
    write_failed: str = ""
    """Code of the error while nothing can be stored."""
    last_backup_at: datetime | None = None
    backup_failed: str = ""
    """Code of the error that hindered the last automatic backup."""
    audit_fault: bool = False
    """Whether the audit log lost rows that are known to have been there."""
    attached: tuple[ConsoleLink, ...] = ()
    """The consoles that are attached."""
    server: str = ""
    """Where a database server keeps the store; its disk and log are its own affair."""
