"""What a fleet tells a player host and what it hears back: JSON lines, typed at both ends."""

from __future__ import annotations

import msgspec

from console.video.types import Engine, TileState


class Start(msgspec.Struct, frozen=True):
    """First line to a host."""

    engine: Engine


class Show(msgspec.Struct, frozen=True, tag="show", tag_field="do"):
    """Play a stream into the ring `ring`, fitted into `width` × `height` pixels.

    `order` numbers the assignments of the fleet; reports carry it so that late ones are known.
    """

    tile: int
    order: int
    camera: str
    url: str
    username: str
    password: str
    ring: str
    width: int
    height: int


class Resize(msgspec.Struct, frozen=True, tag="resize", tag_field="do"):
    """Go on playing, into another ring and size, without a new connection where possible."""

    tile: int
    order: int
    ring: str
    width: int
    height: int


class Hide(msgspec.Struct, frozen=True, tag="hide", tag_field="do"):
    """Stop playing a tile."""

    tile: int


Command = Show | Resize | Hide


class TileReport(msgspec.Struct, frozen=True):
    """How one tile of a host is doing; `since` is seconds since the epoch."""

    tile: int
    order: int
    state: TileState
    since: float
    reason: str = ""
    fps: float = 0.0
    width: int = 0
    height: int = 0
    attempt: int = 0
    retry_in_s: float = 0.0


class HostReport(msgspec.Struct, frozen=True):
    """A host's sign of life: the engine it really uses, why if another was wanted, its tiles."""

    engine: Engine
    engine_reason: str = ""
    tiles: tuple[TileReport, ...] = ()
