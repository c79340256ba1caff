"""Puts cameras on the board where there is room for them."""

from __future__ import annotations

from console.client.store import Store
from console.domain.geo import LonLat
from widgets.wall.alarm_fill import AlarmFill
from widgets.wall.board import Board
from widgets.wall.camera_choice import nearest, spread
from widgets.wall.reasons import Reasons


class Placing:
    """The operator's wishes and the wall's own first picture; never touches a pinned tile."""

    def __init__(self, store: Store, board: Board, alarms: AlarmFill, reasons: Reasons) -> None:
        self._store = store
        self._board = board
        self._alarms = alarms
        self._reasons = reasons

    def in_free_tile(self, camera: str, reason: str = "") -> int | None:
        """Place `camera` where there is room, or leave it where it is; None without room."""
        tile = self._board.find(camera)
        if tile is not None:
            self._board.slots[tile].reason = reason or self._board.slots[tile].reason
            return tile
        tile = self._board.room(0, self._alarms.holds)
        if tile is not None:
            self._board.place(tile, camera, reason)
        return tile

    def nearest(self, place: LonLat, count: int, prefix: str) -> tuple[int, ...]:
        """Place the best online cameras for `place`, each with the reason; return their tiles."""
        tiles = []
        for choice in nearest(self._store.cameras.values(), place, count):
            reason = self._reasons.near(prefix, choice.camera, place)
            tile = self.in_free_tile(choice.camera.id, reason)
            if tile is None or tile in tiles:
                break
            tiles.append(tile)
        return tuple(tiles)

    def spread(self) -> None:
        """Fill the free tiles with cameras from all over the district."""
        free = [index for index, slot in enumerate(self._board.visible) if not slot.camera]
        cameras = spread(self._store.cameras.values(), len(free), self._board.cameras())
        for tile, camera in zip(free, cameras, strict=False):
            self._board.place(tile, camera)
