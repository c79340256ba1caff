"""The map under the hand: pan, zoom, select, drag a camera out, keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from widgets.map.camera_drag import camera_mime
from widgets.map.content import MapContent
from widgets.map.hit_test import Hit, HitTest
from widgets.map.layer import Layer
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

    def __init__(
        self,
        content: MapContent,
        theme: Theme,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(content, theme, now, parent)
        self.hits = HitTest(content.cases, content.units, lambda: content.scene)
        self._pressed: QPoint | None = None
        self._last = QPoint()
        self._dragging = False
        self._pointer: QPoint | None = None
        self._hover = QTimer(self, interval=HOVER_MS, singleShot=True)
        self._hover.timeout.connect(self._look)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

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
            camera = self._camera_at(self._pressed)
            if camera is not None:
                self._pressed = None
                self._drag(camera)
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
        if clicked:
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

    def _camera_at(self, at: QPoint) -> str | None:
        if Layer.CAMERAS not in self.layers:
            return None
        return self.hits.camera(self.view, at.x(), at.y())

    def _drag(self, camera: str) -> None:
        drag = QDrag(self)
        drag.setMimeData(camera_mime(camera))
        drag.setPixmap(self._tag(camera))
        drag.setHotSpot(QPoint(-12, -8))
        drag.exec(Qt.DropAction.CopyAction)

    def _tag(self, camera: str) -> QPixmap:
        """The camera's number on a label that hangs at the pointer."""
        cameras = self.content.scene.cameras
        text = cameras.numbers[cameras.index[camera]]
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
