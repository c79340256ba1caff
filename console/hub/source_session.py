"""One source that has said HELLO on one connection."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

NAK_EVERY_S = 0.2
REPORT_EVERY_S = 5.0


@dataclass(slots=True)
class SourceSession:
    """Who it is, when it was last heard of, and its measured link. Times are monotonic seconds."""

    route: bytes
    key: str
    source: str
    epoch: int
    acked: int
    heard: float = field(default_factory=time.monotonic)
    spoke: float = field(default_factory=time.monotonic)
    nak_at: float = 0.0
    busy_at: float = 0.0
    ping_at: float = 0.0
    ping: tuple[int, float] | None = None
    rtt_ms: float = 0.0
    offset_ms: float = 0.0
    reported_at: float = 0.0
    reported: tuple[float, float] = (0.0, 0.0)

    def measured(self, rtt_s: float, peer_now_ms: float) -> None:
        """Take in a PONG. The offset is how far the source's clock is ahead."""
        self.rtt_ms = rtt_s * 1000
        self.offset_ms = peer_now_ms - (time.time() * 1000 - self.rtt_ms / 2)

    def worth_reporting(self, now: float) -> bool:
        """Whether the measured link differs from what was last reported."""
        if now - self.reported_at < REPORT_EVERY_S:
            return False
        rtt, offset = self.reported
        return abs(self.rtt_ms - rtt) > max(5.0, 0.5 * rtt) or abs(self.offset_ms - offset) > 50.0
