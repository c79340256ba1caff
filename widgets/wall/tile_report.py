"""What a filled tile measured about itself."""

from __future__ import annotations

from dataclasses import dataclass

from console.video.types import TileState


@dataclass(frozen=True, slots=True)
class TileReport:
    """A filled tile's health; `painted` counts the pictures that reached the screen."""

    tile: int
    camera: str
    state: TileState
    fps: float
    frame_age_ms: float | None
    painted: int
