"""The tiles in their layout, and what hands do with them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from widgets.theme import Theme
from widgets.wall.board import TILES, Board
from widgets.wall.poll import Poll
from widgets.wall.still_cache import StillCache
from widgets.wall.tile import Tile
from widgets.wall.video_engine import VideoEngine

CAMERA_MIME = "application/x-wangge-camera"
"""Payload: a camera's 20-digit id in UTF-8."""
TILE_MIME = "application/x-wangge-tile"
"""Payload: the number of the tile being moved, from 0, in ASCII."""
GAP = 4
SETTLE_MS = 200
"""How long a size must stand before the engine is asked for pictures of it."""
LEFT_MS = 1000
"""How long the wall must be out of sight before its pictures are ended."""


class WallGrid(QWidget):
    """Lays the tiles out and reports what the operator does; it changes nothing on the board."""

    dropped = Signal(int, str)
    """A camera (its id) was dropped on a tile."""
    moved = Signal(int, int)
    """A tile was dropped on another."""
    picked = Signal(int)
    """A tile became the current one."""
    enlarge_wanted = Signal(int)
    clear_wanted = Signal(int)
    pin_wanted = Signal(int)
    menu_wanted = Signal(int, QPoint)
    """Tile and global position."""
    settled = Signal()
    """Tiles have a size that will stand."""
    left = Signal()
    """Nobody can see the wall any more, and not only because it is being moved."""

    def __init__(
        self, board: Board, engine: VideoEngine, stills: StillCache, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("Video wall"))
        self.setAccessibleDescription(
            self.tr("Digits and arrows pick a tile, Enter enlarges it, P pins it, Delete clears it")
        )
        self._board = board
        self.current = 0
        self.enlarged: int | None = None
        self.tiles = [Tile(index, engine, stills, theme, self) for index in range(TILES)]
        self.poll = Poll(self.shown, engine, stills, self)
        self._pressed: QPoint | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self.settled)
        self._leave = QTimer(self)
        self._leave.setSingleShot(True)
        self._leave.timeout.connect(self.left)

    def shown(self) -> list[Tile]:
        """The tiles that can be seen."""
        if self.enlarged is not None:
            return [self.tiles[self.enlarged]]
        return self.tiles[: len(self._board.layout.cells)]

    def arrange(self) -> None:
        """Put every tile in its place and hide those the layout has no room for."""
        shown = self.shown()
        for tile in self.tiles:
            if tile in shown:
                tile.setGeometry(self.place_of(tile.index))
            tile.setVisible(tile in shown)

    def place_of(self, index: int) -> QRect:
        """Rectangle of a tile on the wall as it is laid out now."""
        if index == self.enlarged:
            return self.rect().adjusted(GAP, GAP, -GAP, -GAP)
        return self.cell_of(index)

    def cell_of(self, index: int) -> QRect:
        """Rectangle of a tile in the layout, though another may be enlarged over it."""
        layout = self._board.layout
        cell = layout.cells[index]
        width, height = self.width() - GAP, self.height() - GAP
        left = GAP + width * cell.column // layout.columns
        top = GAP + height * cell.row // layout.rows
        right = width * (cell.column + cell.columns) // layout.columns
        bottom = height * (cell.row + cell.rows) // layout.rows
        return QRect(left, top, max(1, right - left), max(1, bottom - top))

    def tile_at(self, point: QPoint) -> int | None:
        """The tile under a position of this widget."""
        found = (tile.index for tile in self.shown() if tile.geometry().contains(point))
        return next(found, None)

    def pick(self, index: int) -> None:
        """Make a tile the current one."""
        if 0 <= index < len(self._board.layout.cells):
            self.current = index
            self.picked.emit(index)

    def showEvent(self, event: QShowEvent) -> None:
        """Look for pictures only while somebody can see them."""
        super().showEvent(event)
        self.poll.run(on=True)
        self._leave.stop()
        self._settle.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nothing to paint, and soon nothing to decode."""
        super().hideEvent(event)
        self.poll.run(on=False)
        if not event.spontaneous():
            self._leave.start(LEFT_MS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out at once; the engine hears of it when the size stands."""
        super().resizeEvent(event)
        self.arrange()
        self._settle.start(SETTLE_MS)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where keys go."""
        super().focusInEvent(event)
        self.picked.emit(self.current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keys go elsewhere now."""
        super().focusOutEvent(event)
        self.picked.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and arrows pick a tile; Delete, P and Enter act on it; Escape makes it small."""
        key = Qt.Key(event.key())
        acts: dict[Qt.Key, Callable[[int], None]] = {
            Qt.Key.Key_Delete: self.clear_wanted.emit,
            Qt.Key.Key_Backspace: self.clear_wanted.emit,
            Qt.Key.Key_P: self.pin_wanted.emit,
            Qt.Key.Key_Return: self.enlarge_wanted.emit,
            Qt.Key.Key_Enter: self.enlarge_wanted.emit,
        }
        columns = self._board.layout.columns
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
        }
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.pick(key - Qt.Key.Key_1)
        elif key in acts:
            acts[key](self.current)
        elif key in steps:
            self.pick(self.current + steps[key])
        elif key == Qt.Key.Key_Escape and self.enlarged is not None:
            self.enlarge_wanted.emit(self.enlarged)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the tile under the pointer; a drag may follow."""
        index = self.tile_at(event.position().toPoint())
        if index is not None:
            self.pick(index)
            if event.button() == Qt.MouseButton.LeftButton:
                self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the pressed tile along once the pointer has gone far enough to mean it."""
        point = event.position().toPoint()
        start = self._pressed
        if start is None or self.enlarged is not None:
            return
        if (point - start).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            index = self.tile_at(start)
            if index is not None and self.tiles[index].slot.camera:
                self._drag(self.tiles[index], start)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """No drag came of it."""
        super().mouseReleaseEvent(event)
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Enlarge the tile under the pointer, or make it small again."""
        index = self.tile_at(event.position().toPoint())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self.enlarge_wanted.emit(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a tile."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.current if by_key else self.tile_at(event.pos())
        if index is not None:
            middle = self.mapToGlobal(self.tiles[index].geometry().center())
            self.menu_wanted.emit(index, middle if by_key else event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take cameras and tiles."""
        data = event.mimeData()
        if data.hasFormat(CAMERA_MIME) or data.hasFormat(TILE_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Only over a tile."""
        if self.tile_at(event.position().toPoint()) is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A tile dropped on a tile swaps them; a camera goes on the tile."""
        index = self.tile_at(event.position().toPoint())
        if index is None:
            return
        data = event.mimeData()
        if data.hasFormat(TILE_MIME):
            origin = bytes(data.data(TILE_MIME).data()).decode("ascii", "replace")
            if origin.isdecimal() and int(origin) < TILES and int(origin) != index:
                self.moved.emit(int(origin), index)
        else:
            self.dropped.emit(
                index, bytes(data.data(CAMERA_MIME).data()).decode("utf-8", "replace")
            )
        event.acceptProposedAction()

    def _drag(self, tile: Tile, start: QPoint) -> None:
        data = QMimeData()
        data.setData(TILE_MIME, QByteArray(str(tile.index).encode("ascii")))
        data.setData(CAMERA_MIME, QByteArray(tile.slot.camera.encode("utf-8")))
        drag = QDrag(self)
        drag.setMimeData(data)
        ghost = QPixmap(tile.size())
        tile.render(ghost)
        drag.setPixmap(ghost.scaledToWidth(160))
        drag.setHotSpot(QPoint(80, 40))
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction)
