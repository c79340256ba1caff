"""The painted map: the cached ground, what moves above it, and when which part is painted."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from widgets.map.case_layer import Placed
from widgets.map.content import MapContent
from widgets.map.detail import Detail
from widgets.map.draw_live import draw_scale_bar, draw_selected
from widgets.map.ground import Ground
from widgets.map.layer import Layer
from widgets.map.sprites import Sprites
from widgets.map.view import View
from widgets.map.viewport import Viewport
from widgets.selection import Selected
from widgets.theme import Theme

PULSE_MS = 100
"""Pulsing marks are repainted this often, and only they."""

REST_MS = 40
"""The hand has stopped when nothing was zoomed for so long."""

_KEYED = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class MapSurface(QWidget):
    """Shows a `MapContent`; moving the view pushes or stretches the cached ground at once."""

    view_changed = Signal()

    def __init__(
        self,
        content: MapContent,
        theme: Theme,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.content = content
        self.viewport = Viewport()
        self._theme = theme
        self._now = now
        self._layers = frozenset(Layer)
        self._selected: Selected | None = None
        self._leader: tuple[QPointF, QPointF] | None = None
        self._by_key = False
        self._sprites: Sprites = content.sprites
        self._ground = Ground(content.tally, content.cases, theme, self)
        self._ground.renewed.connect(self._renewed)
        self._pulse = QTimer(self, interval=PULSE_MS)
        self._pulse.timeout.connect(self._beat)
        self._ages = QTimer(self, interval=1000)
        self._ages.timeout.connect(self._repaint_stale)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._renew)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._restyled)
        self._restyled()

    @property
    def layers(self) -> frozenset[Layer]:
        """What is shown."""
        return self._layers

    @property
    def view(self) -> View:
        """The look as it is now."""
        return self.viewport.view

    @property
    def pulsing(self) -> bool:
        """Whether anything on screen pulses at present."""
        return self._pulse.isActive()

    @property
    def sharp(self) -> bool:
        """Whether the ground is drawn for exactly this view."""
        return self._ground.sharp(self.view) and not self._ground.drawing

    def sizeHint(self) -> QSize:
        """A map wants room."""
        return QSize(1068, 490)

    def set_layers(self, layers: Iterable[Layer]) -> None:
        """Show these layers."""
        self._layers = frozenset(layers)
        self._ground.set_layers(self._layers)
        self._renew()
        self._arm()
        self.update()

    def set_selected(self, selected: Selected | None) -> None:
        """Mark what is selected; the view stays."""
        self._selected = selected
        self.update()

    def set_leader(self, ends: tuple[QPointF, QPointF] | None) -> None:
        """Draw a line from a card to what it tells about, or none."""
        for line in (self._leader, ends):
            if line is not None:
                self.update(QRectF(*line).normalized().toAlignedRect().adjusted(-4, -4, 4, 4))
        self._leader = ends

    def scene_changed(self) -> None:
        """Draw the static layers anew, slice by slice; the old picture stays until then."""
        self._ground.set_scene(self.content.scene)
        self.viewport.set_world(self.content.scene.grids.world)
        self._renew()
        self._arm()
        self.update()

    def signs_changed(self) -> None:
        """Draw the static layers anew soon; many small changes make one drawing."""
        if not self._rest.isActive():
            self._rest.start(REST_MS * 8)

    def grids_changed(self, codes: Iterable[str]) -> None:
        """Give grids their new colours."""
        changed = self._ground.recolour(codes)
        mine = self._ground.view
        if mine is not None and not changed.isEmpty():
            factor = self.view.scale / mine.scale
            corner = self.view.point(*mine.world(changed.x(), changed.y()))
            size = changed.size() * factor
            self.update(QRectF(corner, size).toAlignedRect().adjusted(-2, -2, 2, 2))

    def cases_changed(self, before: list[Placed]) -> None:
        """Paint the case marks that are not as they were (`before`, from `CaseLayer.placed`)."""
        self._arm()
        cases = self.content.cases
        if Layer.CASES in self._layers:
            self.update(cases.changed(before, cases.placed(self.view)))

    def units_changed(self, keys: Iterable[str], before: QRegion) -> None:
        """Paint moved units: where they were (`before`) and where they are."""
        if Layer.UNITS not in self._layers:
            return
        if self._detail().names:
            # names give way to each other, near or far
            self.update()
        else:
            self.update(before.united(self.content.units.region(keys, self.view)))

    def settle(self) -> None:
        """Draw at once what is outstanding, for pictures of the map."""
        self._rest.stop()
        if not self.sharp:
            self._renew()
        self._ground.finish()

    def moved(self, *, scaled: bool) -> None:
        """Show the view after the hand moved it, and see to it that ground follows."""
        self._follow(scaled=scaled)
        self._arm()
        self.view_changed.emit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the middle, or everything in sight while nobody has moved the view."""
        super().resizeEvent(event)
        self.viewport.resize(self.width(), self.height())
        self.moved(scaled=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to move."""
        super().showEvent(event)
        self._ages.start()
        self._arm()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves while nobody looks."""
        super().hideEvent(event)
        self._ages.stop()
        self._pulse.stop()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus when it came by key."""
        super().focusInEvent(event)
        self._by_key = event.reason() in _KEYED
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Write in the new font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._restyled()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the changed part."""
        view, clip = self.view, event.region()
        painter = QPainter(self)
        palette = self._sprites.palette
        if not self._ground.covers(view):
            painter.fillRect(clip.boundingRect(), palette.outside)
        self._ground.paint(painter, view)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        detail = self._detail()
        if Layer.SECTORS in self._layers and not self.content.sectors.empty:
            self.content.sectors.paint(painter, view)
        if self._selected is not None:
            draw_selected(painter, self.content, self._selected, view, palette)
        if Layer.UNITS in self._layers:
            self.content.units.paint(painter, view, detail, self._now())
        if Layer.CASES in self._layers:
            self.content.cases.paint(painter, view, detail, clip, time.monotonic())
        if self._leader is not None:
            painter.setPen(QPen(palette.accent, 1.0))
            painter.drawLine(*self._leader)
        draw_scale_bar(painter, view, self._sprites)
        if self.hasFocus() and self._by_key:
            painter.setPen(QPen(palette.accent, 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _detail(self) -> Detail:
        return Detail(self.content.scene.grids.cell_size * self.view.scale)

    def _follow(self, *, scaled: bool) -> None:
        """Order new ground: at rest after a zoom, ahead of need while panning."""
        if scaled and not self._ground.sharp(self.view):
            self._rest.start(REST_MS)
            return
        if self._rest.isActive() or self._ground.sharp(self.view.grown(40, 40)):
            return
        target = self._ground.target
        if not (self._ground.drawing and target is not None and _holds(target, self.view)):
            self._renew()

    def _renew(self) -> None:
        self._rest.stop()
        self._ground.renew(self.view, self.devicePixelRatio())

    def _renewed(self) -> None:
        if not self._ground.sharp(self.view) and not self._rest.isActive():
            self._rest.start(REST_MS)
        self.update()

    def _restyled(self) -> None:
        self._sprites.clear(self.font(), self.devicePixelRatio())
        self._ground.set_font(self.font())
        self._renew()
        self.update()

    def _arm(self) -> None:
        lively = Layer.CASES in self._layers and self.isVisible()
        if lively and not self.content.cases.pulsing(self.view).isEmpty():
            if not self._pulse.isActive():
                self._pulse.start()
        else:
            self._pulse.stop()

    def _beat(self) -> None:
        self.update(self.content.cases.pulsing(self.view))

    def _repaint_stale(self) -> None:
        stale = self.content.units.stale(self._now())
        if stale:
            self.units_changed(stale, QRegion())


def _holds(target: View, view: View) -> bool:
    same = abs(target.scale / view.scale - 1) < 1e-9
    return same and target.bounds().contains(view.bounds())
