"""Whether the hub is heard, as the window shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class LinkStatus:
    """The feed's state. `since` is when it last went up or down; milliseconds.

    `offset_ms` is how far the hub's clock is ahead of ours, `detail` a fixed word of why the feed
    is down: KEY, NOT_SIGNED_IN, NOT_ALLOWED, NOT_ACTIVE, SILENT, LOST or empty.
    """

    up: bool
    since: datetime
    rtt_ms: float = 0.0
    offset_ms: float = 0.0
    detail: str = ""
