"""What the wall needs of a video engine; the fleet of player hosts is one."""

from __future__ import annotations

from typing import Protocol

from console.video.types import Engine, Frame, Stream, TileStatus


class VideoEngine(Protocol):
    """Plays streams into numbered tiles. No call blocks."""

    @property
    def engine(self) -> Engine:
        """The library that decodes."""

    def show(self, tile: int, stream: Stream | None, width: int, height: int) -> None:
        """Play `stream` in `tile` at `width` × `height` pixels; None ends it."""

    def sequence(self, tile: int) -> int:
        """Number of the newest picture of `tile`; it changes when there is a new one."""

    def frame(self, tile: int) -> Frame | None:
        """The newest picture of the stream shown last, in place; None where there is none yet."""

    def status(self, tile: int) -> TileStatus:
        """What `tile` can say about its picture now."""
