"""One console on one connection, and how far the feed to it has come."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime

from console.domain.access import Actor
from console.hub.view import View


@dataclass(slots=True)
class ConsoleSession:
    """`sent` is the `gseq` the console was told last; `credit` how many items may still be sent.

    `passed` runs ahead of `sent` over facts that are not for this console.

    While `snapshot` holds parts (each the rows of one SNAP), they go first. Times are monotonic
    but `since`.
    """

    route: bytes
    key: str
    console: str
    actor: Actor
    sent: int
    credit: int
    view: View
    token: str = field(default="", repr=False)
    passed: int = 0
    heard: float = field(default_factory=time.monotonic)
    spoke: float = field(default_factory=time.monotonic)
    since: datetime = field(default_factory=lambda: datetime.now(UTC))
    full_until: float = 0.0
    ping: tuple[int, float] | None = None
    ping_at: float = 0.0
    rtt_ms: float = 0.0
    snapshot_at: int = 0
    snapshot_rows: int = 0
    snapshot_parts: int = 0
    snapshot_sha256: str = ""
    snapshot: deque[list[bytes]] = field(default_factory=deque)

    @property
    def loading(self) -> bool:
        """Whether the snapshot is not complete yet."""
        return self.snapshot_parts > 0
