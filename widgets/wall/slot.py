"""What is on a tile, apart from the tile's place and picture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Slot:
    """A camera with why it is there.

    `player` is the engine's number: it travels with the camera when tiles are swapped, so the
    picture goes on. `level` and `alarm` name the alarm that brought the camera, 0 and empty
    without one. `order` grows with each placing. `asked` is what the engine was last asked for.
    """

    player: int
    camera: str = ""
    reason: str = ""
    pinned: bool = False
    level: int = 0
    alarm: str = ""
    order: int = 0
    asked: tuple[str, str, int, int] | None = None

    def clear(self) -> None:
        """Nothing is here any more."""
        self.camera = self.reason = self.alarm = ""
        self.pinned = False
        self.level = 0
