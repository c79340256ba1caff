"""What the wall and the video engine say to each other. Plain values, no library behind them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Engine(StrEnum):
    """Which library turns packets into pictures."""

    VLC = "vlc"
    FFMPEG = "ffmpeg"


class TileState(StrEnum):
    """What a tile can truthfully say about its picture.

    IDLE nothing assigned · CONNECTING no answer yet · LIVE pictures advance · LATE the newest
    picture is older than a second · FROZEN packets flow, the picture stays the same · NO_PICTURE
    packets flow, none can be decoded · REFUSED the camera wants other credentials · GONE not
    reachable; the next try is in `TileStatus.retry_in_s`.
    """

    IDLE = "idle"
    CONNECTING = "connecting"
    LIVE = "live"
    LATE = "late"
    FROZEN = "frozen"
    NO_PICTURE = "no_picture"
    REFUSED = "refused"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Stream:
    """Where a camera's pictures come from. `url` carries no credentials."""

    camera: str
    url: str
    username: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class TileStatus:
    """A tile's health at one moment.

    `since` is when `state` began (UTC); `frame_age_ms` the age of the newest picture, None before
    the first; `width` and `height` those of the camera's own picture in pixels, 0 while unknown;
    `attempt` counts connections since the last good picture, from 1; `reason` is a short code for
    the state (`refused`, `timeout`, `401`, `no_picture`, `host_died`, …), empty when all is well.
    """

    state: TileState
    since: datetime
    fps: float = 0.0
    frame_age_ms: float | None = None
    width: int = 0
    height: int = 0
    attempt: int = 0
    retry_in_s: float = 0.0
    reason: str = ""
    last_frame_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The newest picture of a tile, in place in shared memory.

    `pixels` holds `height` rows of `stride` bytes, four bytes a pixel in the order B, G, R, unused
    (QImage.Format_RGB32). It stays whole for at least two further pictures; paint it at once and
    do not keep it (`Fleet.intact` tells whether it was overtaken). `sequence` counts from 1;
    `taken_at` is `time.monotonic()` when the picture was decoded, comparable across processes.
    """

    pixels: memoryview
    width: int
    height: int
    stride: int
    sequence: int
    taken_at: float
