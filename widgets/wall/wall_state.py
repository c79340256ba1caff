"""What a wall looks like when the console is closed, to be put back at the next start."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import msgspec


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

    def to_text(self) -> str:
        """As one line of text."""
        return msgspec.json.encode(asdict(self)).decode()

    @classmethod
    def from_text(cls, text: str) -> WallState:
        """From what `to_text` wrote; the default wall where it is not that."""
        try:
            return msgspec.json.decode(text, type=WallState)
        except msgspec.MsgspecError:
            return cls()
