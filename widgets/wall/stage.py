"""Makes players and tiles follow the board."""

from __future__ import annotations

from console.client.store import Store
from console.domain.camera import Camera
from console.video.types import TileState
from widgets.wall.board import TILES, Board
from widgets.wall.feeds import Feeds
from widgets.wall.picture_fit import asked_size
from widgets.wall.slot import Slot
from widgets.wall.tile import Tile
from widgets.wall.tile_report import TileReport
from widgets.wall.video_engine import VideoEngine
from widgets.wall.wall_grid import WallGrid


class Stage:
    """What the board says is played and shown; nothing here changes which camera is where."""

    def __init__(self, store: Store, board: Board, grid: WallGrid, engine: VideoEngine) -> None:
        self._store = store
        self._board = board
        self._grid = grid
        self._engine = engine
        self._feeds = Feeds(engine, spare=TILES)

    def sync(self) -> None:
        """Play what is on the board, end what is not, and fill the tiles."""
        visible = len(self._board.visible)
        for slot in self._board.slots[visible:]:
            self._feeds.stop(slot)
        for tile, slot in zip(self._grid.tiles, self._board.visible, strict=False):
            self._play(tile, slot, self._store.cameras.get(slot.camera))
        if self._grid.enlarged is not None and self._grid.isVisible():
            self._play_enlarged(self._grid.enlarged)

    def rest(self) -> None:
        """Play nothing; `sync` goes on from here once the wall can be seen again."""
        self.keep_stills()
        for slot in self._board.slots:
            self._feeds.stop(slot)
        self._feeds.reduce()
        for tile in self._grid.tiles:
            tile.main_player = None
            tile.player = tile.slot.player

    def enlarge(self, tile: int) -> None:
        """Give a tile the whole wall and its camera's main stream."""
        if self._board.slots[tile].camera not in self._store.cameras:
            return
        self._grid.enlarged = self._board.held = tile
        self._grid.arrange()
        self._play_enlarged(tile)

    def reduce(self) -> None:
        """Give the wall back to all tiles, if one has it."""
        if self._grid.enlarged is None:
            return
        tile = self._grid.tiles[self._grid.enlarged]
        self._grid.poll.keep(tile)
        tile.main_player = None
        tile.player = tile.slot.player
        self._grid.enlarged = self._board.held = None
        self._feeds.reduce()
        self._grid.arrange()
        for shown in self._grid.shown():
            # nobody looked at these while one covered them
            if shown.slot.camera:
                self._grid.poll.look(shown)

    def keep_stills(self) -> None:
        """Copy the newest picture of every tile that can be seen."""
        for tile in self._grid.tiles:
            if tile.isVisible() and tile.live:
                self._grid.poll.keep(tile)

    def health(self) -> tuple[int, int]:
        """Tiles with a live picture, tiles with a camera."""
        reports = self.reports()
        return sum(report.state is TileState.LIVE for report in reports), len(reports)

    def reports(self) -> tuple[TileReport, ...]:
        """What every filled tile of the layout measures now."""
        found = []
        for tile, slot in zip(self._grid.tiles, self._board.visible, strict=False):
            if slot.camera:
                status = self._engine.status(tile.player)
                age, painted = status.frame_age_ms, tile.painted
                found.append(
                    TileReport(tile.index, slot.camera, status.state, status.fps, age, painted)
                )
        return tuple(found)

    def _play(self, tile: Tile, slot: Slot, camera: Camera | None) -> None:
        changed = False
        # a wall nobody has seen yet has no size to ask for
        if self._grid.isVisible() or slot.asked is not None or camera is None:
            status = self._engine.status(slot.player)
            size = self._grid.cell_of(tile.index).size()
            ratio = self._grid.devicePixelRatioF()
            asked = asked_size(size, status.width, status.height, ratio)
            changed = self._feeds.play(slot, camera, asked)
        if changed or tile.slot is not slot or tile.camera is not camera:
            tile.fill(slot, camera)
            if slot.camera:
                self._grid.poll.look(tile)
        tile.update()

    def _play_enlarged(self, index: int) -> None:
        camera = self._store.cameras.get(self._board.slots[index].camera)
        if camera is None:
            return
        status = self._engine.status(self._feeds.spare)
        size = self._grid.place_of(index).size()
        ratio = self._grid.devicePixelRatioF()
        self._feeds.enlarge(camera, asked_size(size, status.width, status.height, ratio))
        self._grid.tiles[index].main_player = self._feeds.spare
