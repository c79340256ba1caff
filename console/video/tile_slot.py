"""A tile on the window's side: what it shall show, where its pictures are, what was heard of it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime

from console.video.frame_ring import FrameRing
from console.video.messages import TileReport
from console.video.types import Frame, Stream, TileState, TileStatus

LATE_AFTER = 1.0
_LIVELY = (TileState.LIVE, TileState.LATE, TileState.FROZEN)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a tile shall show: `order` numbers all wishes of a fleet; sizes in pixels."""

    order: int
    stream: Stream
    width: int
    height: int


class TileSlot:
    """Read by the window's thread, written by the fleet's; single assignments only.

    `previous` is the ring of the same camera in another size, shown until the new one has a
    picture.
    """

    def __init__(self, wish: Wish) -> None:
        self.wish = wish
        self.ring: FrameRing | None = None
        self.previous: FrameRing | None = None
        self._report = TileReport(
            tile=-1, order=wish.order, state=TileState.CONNECTING, since=time.time(), attempt=1
        )
        self._retry_at = 0.0

    def shown(self) -> FrameRing | None:
        """The ring to look at now."""
        ring = self.ring
        return ring if ring is not None and ring.sequence() else self.previous or ring

    def frame(self) -> Frame | None:
        """The newest picture."""
        ring = self.shown()
        return None if ring is None else ring.newest()

    def heard(self, report: TileReport) -> None:
        """Take over a host's report."""
        self._report = report
        self._retry_at = time.monotonic() + report.retry_in_s

    def lost(self, reason: str, retry_in: float) -> None:
        """Its host is gone."""
        state = TileState.GONE
        since = self._report.since if self._report.state is state else time.time()
        self.heard(
            TileReport(
                tile=self._report.tile,
                order=self.wish.order,
                state=state,
                since=since,
                reason=reason,
                width=self._report.width,
                height=self._report.height,
                attempt=1,
                retry_in_s=retry_in,
            )
        )

    def status(self) -> TileStatus:
        """Its health now; the age of the picture comes from memory, not from the host's word."""
        report, now = self._report, time.monotonic()
        ring = self.shown()
        seen = ring is not None and ring.sequence() > 0
        age = max(0.0, now - ring.taken_at()) if ring is not None and seen else None
        wall = time.time()
        state, since, reason = report.state, report.since, report.reason
        if state in _LIVELY and age is not None and age > LATE_AFTER:
            if state is not TileState.LATE:
                since = wall - age
            state, reason = TileState.LATE, "late"
        return TileStatus(
            state=state,
            since=datetime.fromtimestamp(since, UTC),
            fps=report.fps if state in _LIVELY else 0.0,
            frame_age_ms=None if age is None else age * 1000,
            width=report.width,
            height=report.height,
            attempt=report.attempt,
            retry_in_s=max(0.0, self._retry_at - now),
            reason=reason,
            last_frame_at=None if age is None else datetime.fromtimestamp(wall - age, UTC),
        )
