"""Commands about the shift handover. `entity` is its id, `version` the one that was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SigningPart(StrEnum):
    """Who signs first hands over, who signs second takes over."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"


@dataclass(frozen=True, slots=True)
class PrepareHandover:
    """Make a handover of what stands now, or bring the open one (`entity`) up to date."""

    entity: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class NoteHandover:
    """Put these notes in the place of those there were."""

    entity: str
    version: int
    text: str


@dataclass(frozen=True, slots=True)
class SignHandover:
    """Sign as the leader who hands over, or as the one who takes over."""

    entity: str
    version: int
    part: SigningPart


@dataclass(frozen=True, slots=True)
class WithdrawHandover:
    """Take back a handover that only one leader has signed; it is kept as withdrawn."""

    entity: str
    version: int
    reason: str


HandoverCommand = PrepareHandover | NoteHandover | SignHandover | WithdrawHandover
HANDOVER_COMMANDS: tuple[type[HandoverCommand], ...] = (
    PrepareHandover,
    NoteHandover,
    SignHandover,
    WithdrawHandover,
)
"""The commands of this module."""
