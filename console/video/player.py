"""The one face both engines show to a session."""

from __future__ import annotations

from typing import Any, Protocol

from console.video.frame_ring import FrameRing


class NoPicture(Exception):
    """Packets arrive but none becomes a picture."""


class Player(Protocol):
    """Turns the packets of one video stream into pictures in a ring.

    All methods but `pictures` are called from the session's thread.
    """

    def start(self, stream: Any) -> None:
        """Get ready for the packets of `stream`, an `av.VideoStream`."""

    def feed(self, packet: Any) -> None:
        """Take the next `av.Packet`; may block for as long as the player needs."""

    def retarget(self, ring: FrameRing, width: int, height: int) -> bool:
        """Draw into another ring from now on; False when that needs a new player."""

    def pictures(self) -> int:
        """How many pictures were published so far."""

    def close(self) -> None:
        """Stop at once; afterwards the ring is never touched again."""


def fitted(width: int, height: int, box_width: int, box_height: int) -> tuple[int, int]:
    """The largest even size with the proportions `width` : `height` inside the box, in pixels."""
    if width <= 0 or height <= 0:
        return box_width, box_height
    scale = min(box_width / width, box_height / height)
    return max(2, round(width * scale) // 2 * 2), max(2, round(height * scale) // 2 * 2)


def shown_size(stream: Any) -> tuple[int, int]:
    """Width and height of a stream's picture with square pixels, (0, 0) while unknown."""
    context = stream.codec_context
    ratio = context.sample_aspect_ratio
    width = context.width
    if ratio and 0 < ratio != 1:
        width = round(width * ratio)
    return width, context.height
