"""All players of a window: shows cameras on tiles, keeps the hosts alive, leaves nothing behind."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from console.video.host_pool import HostPool
from console.video.tile_slot import TileSlot, Wish
from console.video.types import Engine, Frame, Stream, TileState, TileStatus

_STEP = 16
_MOST = (3840, 2160)


class Fleet:
    """Call everything from one thread, the window's; nothing here waits for a camera or a host.

    Player hosts are child processes of at most `tiles_per_host` tiles, started when first needed
    or by `prewarm`; their logs go to `log_folder`.
    """

    def __init__(self, engine: Engine, log_folder: Path, tiles_per_host: int = 4) -> None:
        self._pool = HostPool(engine, log_folder, tiles_per_host)
        self._tiles: dict[int, TileSlot] = {}
        self._orders = count(1)
        self._made_at = datetime.now(UTC)
        self._lock = threading.Lock()

    @property
    def engine(self) -> Engine:
        """The engine in use: the wanted one until a host says it had to take the other."""
        return self._pool.engine

    @property
    def engine_reason(self) -> str:
        """Why the wanted engine is not used (`libvlc_missing`), else empty."""
        return self._pool.engine_reason

    @property
    def restarts(self) -> int:
        """How many hosts had to be started again."""
        return self._pool.restarts

    def host_pids(self) -> tuple[int, ...]:
        """Process ids of the running hosts."""
        return self._pool.pids()

    def start(self) -> None:
        """Start the thread that looks after the hosts; the hosts themselves come when needed."""
        self._pool.start()

    def prewarm(self, tiles: int) -> None:
        """Start as many hosts as `tiles` tiles need, so that the first pictures come sooner."""
        self._pool.prewarm(tiles)

    def close(self) -> None:
        """End all hosts and free all memory; takes two seconds at most. Idempotent."""
        self._tiles.clear()
        self._pool.close()

    def show(self, tile: int, stream: Stream | None, width: int, height: int) -> None:
        """Play `stream` on `tile`, fitted into `width` × `height` pixels; None empties the tile.

        The same stream in another size goes on without a new connection where the engine can.
        """
        width = min(_MOST[0], max(_STEP, -(-width // _STEP) * _STEP))
        height = min(_MOST[1], max(_STEP, -(-height // _STEP) * _STEP))
        slot = self._tiles.get(tile)
        if stream is None:
            if slot is not None:
                del self._tiles[tile]
                self._pool.hide(tile)
            return
        wish = Wish(next(self._orders), stream, width, height)
        if slot is not None and slot.wish.stream == stream:
            if (slot.wish.width, slot.wish.height) != (width, height):
                slot.wish = wish
                self._pool.resize(tile, slot, wish)
            return
        self._tiles[tile] = TileSlot(wish)
        self._pool.show(tile, self._tiles[tile])

    def sequence(self, tile: int) -> int:
        """The number of the tile's newest picture, 0 while there is none. One read of memory."""
        slot = self._tiles.get(tile)
        ring = None if slot is None else slot.shown()
        return 0 if ring is None else ring.sequence()

    def frame(self, tile: int) -> Frame | None:
        """The tile's newest picture, in place."""
        slot = self._tiles.get(tile)
        return None if slot is None else slot.frame()

    def intact(self, tile: int, frame: Frame) -> bool:
        """Whether `frame`, the tile's picture a moment ago, has not been overtaken since."""
        slot = self._tiles.get(tile)
        ring = None if slot is None else slot.shown()
        return ring is not None and ring.intact(frame)

    def status(self, tile: int) -> TileStatus:
        """The tile's health now."""
        slot = self._tiles.get(tile)
        if slot is None:
            return TileStatus(TileState.IDLE, self._made_at)
        return slot.status()
