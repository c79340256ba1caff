"""Whether the hub is heard, as the window shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class LinkStatus:
    """The feed's state. `since` is when it last went up or down, `heard_at` the last sign of life.

    `rtt_ms` is the round trip to the hub in milliseconds; `detail` a fixed code of why it is down.
    """

    up: bool
    since: datetime
    heard_at: datetime | None = None
    rtt_ms: float = 0.0
    endpoint: str = ""
    detail: str = ""
