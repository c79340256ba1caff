"""Whether pictures really advance."""

from __future__ import annotations

import zlib

from console.video.frame_ring import FrameRing
from console.video.types import Frame, TileState

FROZEN_AFTER = 5.0
LATE_AFTER = 1.0
NO_PICTURE_AFTER = 8.0
_LOOK_EVERY = 0.5
_COUNT_OVER = 2.0


class PictureWatch:
    """Looks at a tile's ring now and then and judges: live, late, frozen or no picture.

    A picture counts as the same when the checksum of all its pixels is. Times are
    `time.monotonic()` seconds; `look` is called a few times a second by one thread.
    """

    def __init__(self, now: float) -> None:
        self._begun_at = now
        self._pictures = 0
        self._counted_at = now
        self._changed_at = now
        self._looked_at = 0.0
        self._checksum = 0
        self.fps = 0.0

    def look(self, pictures: int, packet_at: float, ring: FrameRing, now: float) -> TileState:
        """The state after `pictures` pictures in all and a last packet at `packet_at`."""
        if pictures == 0:
            late = now - self._begun_at > NO_PICTURE_AFTER
            return TileState.NO_PICTURE if late else TileState.CONNECTING
        elapsed = now - self._counted_at
        if elapsed >= _COUNT_OVER:
            self.fps = (pictures - self._pictures) / elapsed
            self._pictures, self._counted_at = pictures, now
        self._compare(ring, now)
        if now - packet_at > LATE_AFTER:
            return TileState.LATE
        if now - self._changed_at >= FROZEN_AFTER:
            return TileState.FROZEN
        return TileState.LATE if now - ring.taken_at() > LATE_AFTER else TileState.LIVE

    def _compare(self, ring: FrameRing, now: float) -> None:
        if now - self._looked_at < _LOOK_EVERY:
            return
        self._looked_at = now
        frame = ring.newest()
        checksum = _checksum(frame) if frame is not None else self._checksum
        if checksum != self._checksum:
            self._checksum, self._changed_at = checksum, now


def _checksum(frame: Frame) -> int:
    """Of what can be seen: the bytes between the end of a row and the next may be anything."""
    used, checksum = frame.width * 4, 0
    for start in range(0, frame.height * frame.stride, frame.stride):
        checksum = zlib.crc32(frame.pixels[start : start + used], checksum)
    return checksum
