"""The map under the hand: pan, zoom, select, drag a camera out, keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from console.domain.case import Case
from console.domain.facts import Kind
from widgets.common.row_drag import CASE_MIME, UNIT_MIME, row_mime
from widgets.map.camera_drag import camera_mime
from widgets.map.content import MapContent
from widgets.map.hit_test import Hit, HitTest
from widgets.map.layer import Layer
from widgets.map.pairing import Pair, carries_row, pair_at
from widgets.map.surface import MapSurface
from widgets.map.view import View
from widgets.theme import Theme

WHEEL_STEP = 1.25
"""Factor of one notch of the wheel."""

KEY_STEP = 80
"""Pixels of one arrow key."""

HOVER_MS = 160

_ARROWS = {
    Qt.Key.Key_Left: (KEY_STEP, 0),
    Qt.Key.Key_Right: (-KEY_STEP, 0),
    Qt.Key.Key_Up: (0, KEY_STEP),
    Qt.Key.Key_Down: (0, -KEY_STEP),
}
_DRAGGED = {Kind.CASE: CASE_MIME, Kind.UNIT: UNIT_MIME}
_ZOOM_KEYS = {
    Qt.Key.Key_Plus: WHEEL_STEP,
    Qt.Key.Key_Equal: WHEEL_STEP,
    Qt.Key.Key_Minus: 1 / WHEEL_STEP,
}


class MapCanvas(MapSurface):
    """Tells what was pointed at; what that means is for its owner to say."""

    hovered = Signal(object)
    """A `Hit` the pointer rests on, or None."""
    picked = Signal(object)
    """A `Hit` that was clicked, or None for the ground outside."""
    opened = Signal(object)
    """A `Hit` that was double-clicked."""
    menu_wanted = Signal(QPoint)
    """Where a context menu was asked for, in pixels of the canvas."""
    toggled = Signal(str)
    """While `picking`: code of a grid that was clicked."""
    paired = Signal(object, QPoint)
    """A `Pair` made by dropping a case on a unit or the other way round, and where."""

    def __init__(
        self,
        content: MapContent,
        theme: Theme,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(content, theme, now, parent)
        self.hits = HitTest(content.cases, content.units, lambda: content.scene)
        self.picking = False
        self._pressed: QPoint | None = None
        self._last = QPoint()
        self._dragging = False
        self._pointer: QPoint | None = None
        self._hover = QTimer(self, interval=HOVER_MS, singleShot=True)
        self._hover.timeout.connect(self._look)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)

    def hit(self, at: QPoint) -> Hit | None:
        """The topmost row at a pixel."""
        return self.hits.at(self.view, at.x(), at.y(), self.layers)

    def fit(self) -> None:
        """Show the whole district."""
        self.viewport.fit()
        self.moved(scaled=True)

    def centre(self, x: float, y: float, scale: float | None = None) -> None:
        """Put a world point in the middle, at `scale` pixels a metre or as it is."""
        self.viewport.centre(x, y, scale)
        self.moved(scaled=True)

    def show_view(self, view: View) -> None:
        """Go to a view seen before."""
        self.viewport.show(view)
        self.moved(scaled=True)

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom about a pixel, or about the middle."""
        centre = at or QPointF(self.width() / 2, self.height() / 2)
        self.viewport.zoom(factor, centre.x(), centre.y())
        self._rest_pointer(None)
        self.moved(scaled=True)

    def pan(self, dx: int, dy: int) -> None:
        """Push the ground by whole pixels."""
        self.viewport.pan(dx, dy)
        self._rest_pointer(None)
        self.moved(scaled=False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the cursor; a touchpad's fine steps count in proportion."""
        steps = event.angleDelta().y() / 120.0
        if steps:
            self.zoom(WHEEL_STEP**steps, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._last = event.position().toPoint()
            self._dragging = False
            self._rest_pointer(None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, take a camera out, or look at what is under the pointer."""
        at = event.position().toPoint()
        if self._pressed is None:
            self._rest_pointer(at)
            return
        if not self._dragging:
            if (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._dragging = True
            if self._drag_out(self._pressed):
                self._pressed = None
                return
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        step = at - self._last
        self._last = at
        self.pan(step.x(), step.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or take it as a click."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        clicked, self._pressed = not self._dragging, None
        self._dragging = False
        self.unsetCursor()
        if clicked and self.picking:
            grid = self.hits.grid(self.view, event.position().x(), event.position().y())
            if grid is not None:
                self.toggled.emit(grid)
        elif clicked:
            self.picked.emit(self.hit(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is under the pointer."""
        found = self.hit(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self.opened.emit(found)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._rest_pointer(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu at the pointer, or in the middle when asked by key."""
        keyed = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(self.rect().center() if keyed else event.pos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows pan, + and - zoom, Home shows the whole district."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self.pan(*_ARROWS[key])
        elif key in _ZOOM_KEYS:
            self.zoom(_ZOOM_KEYS[key])
        elif key == Qt.Key.Key_Home:
            self.fit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Cases and units may be dropped here."""
        if carries_row(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Only where the drop makes a pair."""
        pair = self._pair(event.mimeData(), event.position().toPoint())
        event.setAccepted(pair is not None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell the pair."""
        at = event.position().toPoint()
        pair = self._pair(event.mimeData(), at)
        if pair is not None:
            event.acceptProposedAction()
            self.paired.emit(pair, at)

    def _pair(self, data: QMimeData, at: QPoint) -> Pair | None:
        return pair_at(data, self.hits, self.view, at, self.layers)

    def _drag_out(self, at: QPoint) -> bool:
        """Take a case, unit or camera out of the map; False where the hand holds the ground."""
        hit = self.hit(at)
        if hit is not None and hit.kind in _DRAGGED:
            rows = self.content.store.cases if hit.kind is Kind.CASE else self.content.store.units
            row = rows.get(hit.key)
            name = row.opening.title if isinstance(row, Case) else row.name if row else hit.key
            self._drag(row_mime(_DRAGGED[hit.kind], hit.key), name)
            return True
        camera = self._camera_at(at)
        if camera is not None:
            cameras = self.content.scene.cameras
            self._drag(camera_mime(camera), cameras.numbers[cameras.index[camera]])
        return camera is not None

    def _camera_at(self, at: QPoint) -> str | None:
        if Layer.CAMERAS not in self.layers:
            return None
        return self.hits.camera(self.view, at.x(), at.y())

    def _drag(self, data: QMimeData, words: str) -> None:
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self._tag(words))
        drag.setHotSpot(QPoint(-12, -8))
        drag.exec(Qt.DropAction.CopyAction)

    def _tag(self, text: str) -> QPixmap:
        """What is dragged, on a label that hangs at the pointer."""
        width = self.fontMetrics().horizontalAdvance(text) + 20
        tag = QPixmap(width, 26)
        tag.fill(self._theme.color("accent"))
        painter = QPainter(tag)
        painter.setFont(self.font())
        painter.setPen(self._theme.color("on_accent"))
        painter.drawText(tag.rect(), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
        return tag

    def _rest_pointer(self, at: QPoint | None) -> None:
        """Look under the pointer once it rests; at once when it has gone."""
        self._pointer = at
        if at is None:
            self._hover.stop()
            self.hovered.emit(None)
        else:
            self._hover.start()

    def _look(self) -> None:
        if self._pointer is not None:
            self.hovered.emit(self.hit(self._pointer))
