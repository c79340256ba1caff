"""What the services keep besides the domain's own values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from console.domain.access import Role
from console.domain.alarm import Alarm


@dataclass(frozen=True, slots=True)
class SourceMark:
    """How far the hub got with one (source, epoch), and what it counted on the way."""

    source: str
    epoch: int
    acked: int = 0
    gaps: int = 0
    duplicates: int = 0
    quarantined: int = 0
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class QuarantineRecord:
    """An item that was refused: why, its size, digest and first 4 KiB.

    `number` is the store's, 0 before it is stored.
    """

    source: str
    epoch: int
    sequence: int
    code: str
    at: datetime
    size: int
    sha256: bytes
    head: bytes
    number: int = 0


@dataclass(frozen=True, slots=True)
class AuditRow:
    """A line of the audit log; `sha256` covers the line and the digest before it."""

    sequence: int
    at: datetime
    user: str
    role: str
    console: str
    action: str
    entity: str
    outcome: str
    detail: dict[str, str]
    previous: str
    sha256: str


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which lines of the audit log are meant; empty fields mean all. `until` is exclusive."""

    user: str = ""
    action: str = ""
    entity: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class AuditMark:
    """A line of the audit log that a signed anchor vouches for."""

    sequence: int
    sha256: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AllowedKey:
    """A public key (Z85) that may connect: whose it is, for what, until when, and who said so."""

    key: str
    peer: str
    kind: str
    name: str = ""
    roles: tuple[str, ...] = ()
    not_after: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class BackupState:
    """When the store was last copied, the size of that copy, and what hinders the next one."""

    at: datetime | None = None
    size: int = 0
    failed: str = ""


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may sign in; `password` and `history` (newest first) are Argon2id hashes.

    `must_change` says that the password is good for nothing but choosing another.
    """

    user: str
    name: str
    role: Role
    street: str
    password: str = field(repr=False)
    failures: int = 0
    locked_until: datetime | None = None
    disabled: bool = False
    must_change: bool = False
    changed_at: datetime | None = None
    history: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over the whole store."""

    events: int
    quarantined: int
    cases_open: int
    cases_total: int
    cases_by_state: dict[str, int] = field(default_factory=dict)
    cases_by_level: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WaitingAlarm:
    """An alarm that is not raised yet, or to be looked at again: when reported, when it is due."""

    fold: str
    alarm: Alarm
    reports: tuple[datetime, ...]
    due_at: datetime
