"""The console's link to its hub, as the title bar shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FeedState(StrEnum):
    """`REFUSED` means that somebody answers but will not have us; `reason` says why."""

    CONNECTING = "connecting"
    UP = "up"
    DOWN = "down"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FeedLink:
    """State of the feed; milliseconds. `offset_ms` is how far the hub's clock is ahead of ours.

    `reason` is a fixed word: KEY, NOT_SIGNED_IN, NOT_ALLOWED, NOT_ACTIVE, SILENT, LOST or empty.
    """

    state: FeedState
    since: datetime
    rtt_ms: float = 0.0
    offset_ms: float = 0.0
    reason: str = ""
