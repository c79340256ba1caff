"""A shift handover: prepared by the hub, noted on by people, signed by both leaders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.signature import Signature


class HandoverState(StrEnum):
    """OPEN can be noted on and prepared anew; from the first signature on nothing changes."""

    OPEN = "open"
    HALF_SIGNED = "half_signed"
    SIGNED = "signed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class HandoverCounts:
    """The figures over a sheet."""

    cases: int = 0
    overdue: int = 0
    cards: int = 0
    alarms: int = 0
    shelved: int = 0
    cameras_down: int = 0
    cameras: int = 0
    links_down: int = 0
    changes: int = 0


@dataclass(frozen=True, slots=True)
class Handover:
    """The head of a handover, as the consoles keep it; its lists are asked for.

    `since` is when the one before was signed, None for the first; `sha256` is the digest of the
    sheet, from the first signature on, and of sheet and signatures once both have signed.
    """

    id: str
    state: HandoverState
    version: int
    prepared_at: datetime
    prepared_by: str
    counts: HandoverCounts
    notes: str = ""
    previous: str = ""
    since: datetime | None = None
    outgoing: Signature | None = None
    incoming: Signature | None = None
    sha256: str = ""

    @property
    def signed_at(self) -> datetime | None:
        """When the second leader signed, which begins the next shift."""
        return self.incoming.at if self.incoming else None
