"""One timer that looks which tiles have a new picture and what state each is in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer

from console.video.types import TileState
from widgets.wall.still_cache import StillCache
from widgets.wall.tile import Tile
from widgets.wall.video_engine import VideoEngine

PERIOD_MS = 20
STATUS_TICKS = 12
"""A tile's status is asked for every so many ticks, a few tiles each tick."""
STILL_TICKS = 48
"""A live tile's still is copied every so many ticks."""


class Poll(QObject):
    """Looks after `tiles` while it runs; a tile without a new picture is left alone."""

    def __init__(
        self,
        tiles: Callable[[], Sequence[Tile]],
        engine: VideoEngine,
        stills: StillCache,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tiles = tiles
        self._engine = engine
        self._stills = stills
        self._count = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    def run(self, *, on: bool) -> None:
        """Start or stop."""
        if on and not self._timer.isActive():
            self._timer.start(PERIOD_MS)
        elif not on:
            self._timer.stop()

    def tick(self) -> None:
        """Look once."""
        self._count += 1
        for tile in self._tiles():
            if not tile.slot.camera:
                continue
            turn = self._count + tile.index
            fresh = self._engine.sequence(tile.player) != tile.sequence
            if turn % STATUS_TICKS == 0 or (fresh and not tile.live):
                self.look(tile)
            if fresh and tile.live:
                tile.update()
            if turn % STILL_TICKS == 0 and tile.live:
                self.keep(tile)

    def look(self, tile: Tile) -> None:
        """Ask for a tile's status and hand it over."""
        self._choose_player(tile)
        was_live = tile.live
        tile.refresh(self._engine.status(tile.player), datetime.now(UTC))
        if was_live != tile.live:
            self.keep(tile)

    def keep(self, tile: Tile) -> None:
        """Copy the newest picture of a tile as its camera's still, where there is one."""
        frame = self._engine.frame(tile.player)
        # the camera the tile was filled with: the board may have gone on to another already
        if frame is not None and tile.camera is not None:
            age = timedelta(milliseconds=self._engine.status(tile.player).frame_age_ms or 0.0)
            self._stills.keep(tile.camera.id, frame, datetime.now(UTC) - age)

    def _choose_player(self, tile: Tile) -> None:
        """While the main stream of an enlarged tile has no picture yet, the small one goes on."""
        if tile.main_player is None:
            return
        ready = self._engine.status(tile.main_player).state is TileState.LIVE
        player = tile.main_player if ready else tile.slot.player
        if player != tile.player:
            tile.player = player
            tile.update()
