"""Conference venues: one in each street office or park."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class VenueState(StrEnum):
    """Whether a venue can be called."""

    UNKNOWN = "unknown"
    ONLINE = "online"
    WEAK = "weak"
    OFFLINE = "offline"
    RINGING = "ringing"
    IN_CALL = "in_call"


@dataclass(frozen=True, slots=True)
class Venue:
    """A venue and its presence; `rtt_ms` is the round trip to its terminal, milliseconds."""

    id: str
    name: str
    street: str
    state: VenueState = VenueState.UNKNOWN
    state_since: datetime | None = None
    rtt_ms: float = 0.0
