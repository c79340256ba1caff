"""Commands about who works on a case: ownership, sending, searching, counting."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.call_outcome import CallOutcome


@dataclass(frozen=True, slots=True)
class ClaimCase:
    """Become the owner of a case that has none, or whose owner sits at no console."""

    entity: str
    version: int


@dataclass(frozen=True, slots=True)
class AskTransfer:
    """Offer a case to the person with the account `to`, who has 15 s to agree."""

    entity: str
    to: str


@dataclass(frozen=True, slots=True)
class AnswerTransfer:
    """Agree to take a case over, or not."""

    entity: str
    accept: bool


@dataclass(frozen=True, slots=True)
class DispatchUnits:
    """Send a case to several at once: unit ids, and offices as `Office.text` writes them."""

    entity: str
    version: int
    units: tuple[str, ...]
    offices: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReturnUnit:
    """One of several units sends its part back; the others go on. A reason is required."""

    entity: str
    version: int
    unit: str
    reason: str


@dataclass(frozen=True, slots=True)
class CallOutside:
    """An outside unit was called. `contact` and `phone` in clear: the hub masks and keeps them."""

    entity: str
    organisation: str
    contact: str
    phone: str
    outcome: CallOutcome
    note: str = ""


@dataclass(frozen=True, slots=True)
class DrawSector:
    """Draw a search sector or draw it anew: `grids` by code; `unit` a unit id or empty."""

    entity: str
    sector: str
    grids: tuple[str, ...]
    unit: str = ""
    holder: str = ""


@dataclass(frozen=True, slots=True)
class ClearSector:
    """Tick a search sector off."""

    entity: str
    sector: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ListHousehold:
    """Put a household on the head-count list. `household` in clear: the hub masks and keeps it."""

    entity: str
    household: str
    place: str
    expected: int


@dataclass(frozen=True, slots=True)
class CountHeads:
    """Say how many of a line were found here and how many are safe elsewhere."""

    entity: str
    line: str
    found: int
    elsewhere: int = 0
    note: str = ""
