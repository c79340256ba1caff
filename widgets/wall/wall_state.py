"""What a wall looks like when the console is closed, to be put back at the next start."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Placed:
    """A camera on a tile. `tile` counts from 0."""

    tile: int
    camera: str
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class WallState:
    """A wall's layout, by its name in `LAYOUTS`, and what is on it."""

    layout: str = "8"
    placed: tuple[Placed, ...] = ()
