"""Cameras of the Sharp-Eyes network 雪亮工程 and whether they can be reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.geo import LonLat


class CameraState(StrEnum):
    """What the camera platform last said of a camera; a tile's own health is another matter."""

    ONLINE = "online"
    OFFLINE = "offline"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera as the console knows it.

    `id` is the 20-digit GB/T 28181 code; `number` is the short one that operators type (C0421).
    `heading` is degrees clockwise from north, `fov` the opening angle in degrees, `reach` metres.
    `sub_url` and `main_url` are stream addresses without credentials.
    """

    id: str
    number: str
    name: str
    place: LonLat
    heading: float
    fov: float
    reach: float
    grid: str
    street: str
    tags: tuple[str, ...]
    sub_url: str
    main_url: str
    state: CameraState = CameraState.UNKNOWN
    state_since: datetime | None = None
    reason: str = ""
