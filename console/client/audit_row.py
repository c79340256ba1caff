"""Lines of the audit log, and what a check of its chain found, as the hub tells them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from console.codec import decode


@dataclass(frozen=True, slots=True)
class AuditRow:
    """A line of the log."""

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
class AuditMark:
    """A line that a signed anchor vouches for."""

    sequence: int
    sha256: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AuditChecked:
    """The chain holds up to `upto` of `last`, but for the row `fault` (0: none)."""

    upto: int
    fault: int
    last: int
    done: bool
    anchor: AuditMark | None
    anchor_met: bool


def audit_lines(rows: Sequence[bytes]) -> list[AuditRow]:
    """The lines in the rows of an `audit` query."""
    return [decode(row, AuditRow) for row in rows]
