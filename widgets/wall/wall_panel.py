"""The video wall panel: head, tiles and what they do with the district's cameras."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.client.store import Changes, Store
from console.domain.facts import Kind
from console.domain.geo import LonLat
from console.domain.wall import LAYOUTS
from widgets.common.alarm_words import alarm_title
from widgets.selection import Selected, Selection
from widgets.theme import Theme
from widgets.wall.alarm_fill import AlarmFill
from widgets.wall.board import Board
from widgets.wall.placing import Placing
from widgets.wall.reasons import Reasons
from widgets.wall.stage import Stage
from widgets.wall.still_cache import StillCache
from widgets.wall.tile_menu import TileMenu
from widgets.wall.tile_report import TileReport
from widgets.wall.video_engine import VideoEngine
from widgets.wall.wall_grid import WallGrid
from widgets.wall.wall_head import WallHead
from widgets.wall.wall_state import WallState

HEALTH_MS = 500


class WallPanel(QWidget):
    """Live pictures of cameras, each with its age; alarms bring theirs along.

    Tiles count from 0 in code and from 1 on the screen.
    """

    def __init__(
        self,
        store: Store,
        selection: Selection,
        theme: Theme,
        fleet: VideoEngine,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._selection = selection
        self._theme = theme
        self._engine = fleet
        self._board = Board()
        reasons = Reasons()
        self._alarms = AlarmFill(store, self._board, reasons)
        self._placing = Placing(store, self._board, self._alarms, reasons)
        self._begun = self._filled = False
        self._untouched = True
        """Whether the wall is still as it filled itself; then a larger layout is filled as well."""
        self._chosen = False
        """Whether the operator chose anything on it; only then is it kept for the next start."""
        self.head = WallHead(fleet.engine, theme, self)
        self.grid = WallGrid(self._board, fleet, StillCache(), theme, self)
        self._stage = Stage(store, self._board, self.grid, fleet)
        self._health = QTimer(self)
        self._health.timeout.connect(self._show_health)
        self._health.start(HEALTH_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.grid, 1)
        self._connect()
        self.head.set_layout(self._board.layout.name)
        self._restyle()
        if store.cameras:
            self._start()
        self._sync()

    def _connect(self) -> None:
        self.head.layout_chosen.connect(self.set_layout)
        self.grid.dropped.connect(self.show_camera)
        self.grid.moved.connect(self.swap)
        self.grid.picked.connect(self._picked)
        self.grid.enlarge_wanted.connect(self.enlarge)
        self.grid.clear_wanted.connect(self.clear)
        self.grid.pin_wanted.connect(self.pin)
        self.grid.menu_wanted.connect(self._offer)
        self.grid.settled.connect(self._sync)
        self.grid.left.connect(self._rest)
        self._selection.changed.connect(self._mark)
        self._theme.changed.connect(self._restyle)

    def apply(self, changes: Changes) -> None:
        """Follow the store: new alarms, cameras that changed, alarms that are over."""
        if not self._begun:
            self._start()
        elif changes.touched(Kind.ALARM):
            keys = None if changes.reset else changes.upserted.get(Kind.ALARM, frozenset())
            fresh = self._alarms.take_in(keys)
            if fresh:
                self.head.set_note(self.tr("Alarm: {title}").format(title=alarm_title(fresh[0])))
            self._alarms.let_go()
        if changes.touched(Kind.ALARM) or changes.touched(Kind.CAMERA):
            self._sync()

    def show_camera(self, tile: int, camera: str) -> None:
        """Put a camera on a tile at the operator's wish; one already seen moves there."""
        if camera not in self._store.cameras or not 0 <= tile < len(self._board.visible):
            return
        self._untouched, self._chosen = False, True
        there = self._board.find(camera)
        if there is not None and there != tile:
            self.swap(there, tile)
        elif there is None:
            self._board.place(tile, camera)
            self._sync()

    def show_in_free_tile(self, camera: str, reason: str = "") -> int | None:
        """Put a camera where there is room; return the tile, None where every tile is kept."""
        if camera not in self._store.cameras:
            return None
        self._chosen = True
        tile = self._placing.in_free_tile(camera, reason)
        self._sync()
        return tile

    def fill_nearest(self, place: LonLat, count: int, reason_prefix: str) -> tuple[int, ...]:
        """Show the best online cameras for `place`, each with the reason; return their tiles."""
        self._chosen = True
        tiles = self._placing.nearest(place, count, reason_prefix)
        self._sync()
        return tiles

    def set_layout(self, name: str) -> None:
        """Change to a layout of `LAYOUTS`; raises KeyError where there is none of that name."""
        self._board.layout = LAYOUTS[name]
        self.head.set_layout(name)
        self._stage.keep_stills()
        self._stage.reduce()
        self.grid.current = min(self.grid.current, len(self._board.visible) - 1)
        if self._filled and self._untouched:
            self._placing.spread()
        self.grid.arrange()
        self._sync()

    def swap(self, tile: int, other: int) -> None:
        """Let two tiles change places; their pictures go on."""
        self._stage.reduce()
        self._chosen = True
        self._board.swap(tile, other)
        self._sync()

    def clear(self, tile: int) -> None:
        """Take the camera off a tile."""
        self._stage.reduce()
        self._untouched, self._chosen = False, True
        self._board.slots[tile].clear()
        self._sync()

    def pin(self, tile: int) -> None:
        """Keep a tile from being given away, or stop that."""
        slot = self._board.slots[tile]
        if slot.camera:
            slot.pinned = not slot.pinned
            self._chosen = True
            self.grid.tiles[tile].update()

    def enlarge(self, tile: int) -> None:
        """Let a tile take the whole wall with its main stream, or give it back."""
        if self.grid.enlarged is None:
            self._stage.enlarge(tile)
        else:
            self._stage.reduce()

    def tiles(self) -> tuple[TileReport, ...]:
        """What every filled tile of the layout measures now."""
        return self._stage.reports()

    def state(self) -> WallState:
        """What to keep for the next start: the layout, and the cameras if any was chosen."""
        state = self._board.state()
        return state if self._chosen else WallState(state.layout)

    def restore(self, state: WallState) -> None:
        """Put back a kept wall; an empty one leaves the default."""
        if state.placed:
            self._filled, self._untouched, self._chosen = True, False, True
            self._board.restore(state)
        elif state.layout in LAYOUTS:
            self._board.layout = LAYOUTS[state.layout]
        self.set_layout(self._board.layout.name)

    def _start(self) -> None:
        """The first picture of the district: the worst alarms' cameras, then a spread of others."""
        if not self._store.cameras:
            return
        self._begun = True
        self._board.forget_others(self._store.cameras)
        if self._filled and not self._board.empty:
            self._alarms.pass_over()
            return
        self._filled = True
        fresh = self._alarms.open_with()
        self._placing.spread()
        if fresh:
            self.head.set_note(self.tr("Alarm: {title}").format(title=alarm_title(fresh[0])))

    def _rest(self) -> None:
        """The wall is closed: decode nothing until it is seen again."""
        self._stage.rest()
        self._show_health()

    def _sync(self) -> None:
        self._stage.sync()
        self._mark(self._selection.current)
        self._show_health()

    def _show_health(self) -> None:
        self.head.set_health(*self._stage.health())
        self.head.set_engine(self._engine.engine)

    def _picked(self, tile: int) -> None:
        camera = self._board.slots[tile].camera
        if self.grid.hasFocus() and camera in self._store.cameras:
            self._selection.select(Kind.CAMERA, camera)
        self._mark(self._selection.current)

    def _mark(self, selected: Selected | None) -> None:
        camera = selected.key if selected is not None and selected.kind is Kind.CAMERA else ""
        focused = self.grid.hasFocus()
        for tile in self.grid.tiles[: len(self._board.visible)]:
            tile.mark(
                selected=bool(camera) and tile.slot.camera == camera,
                current=focused and tile.index == self.grid.current,
            )

    def _offer(self, tile: int, place: QPoint) -> None:
        slot = self._board.slots[tile]
        if not slot.camera:
            return
        menu = TileMenu(enlarged=self.grid.enlarged is not None, pinned=slot.pinned, parent=self)
        menu.enlarge_chosen.connect(lambda: self.enlarge(tile))
        menu.pin_chosen.connect(lambda: self.pin(tile))
        menu.clear_chosen.connect(lambda: self.clear(tile))
        menu.map_chosen.connect(
            lambda: self._selection.select(Kind.CAMERA, slot.camera, wanted=True)
        )
        menu.popup(place)

    def _restyle(self) -> None:
        palette = self.grid.palette()
        palette.setColor(self.grid.backgroundRole(), self._theme.color("panel"))
        self.grid.setPalette(palette)
        self.grid.update()
        for tile in self.grid.tiles:
            tile.update()
