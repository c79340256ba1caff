"""The map as a panel of the main window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.client.seat import Seat
from console.client.store import Changes, Store
from console.domain.camera import CameraState
from console.domain.commands import OpenCase
from console.domain.facts import Kind
from console.domain.geo import LonLat
from widgets.map.canvas import MapCanvas
from widgets.map.card_desk import CardDesk
from widgets.map.case_banner import CaseBanner
from widgets.map.content import MapContent
from widgets.map.hit_test import Hit
from widgets.map.hover_card import HoverCard
from widgets.map.layer import Layer
from widgets.map.map_head import MapHead
from widgets.map.map_menu import MapMenu, MapSpot
from widgets.map.news_desk import NewsDesk
from widgets.map.places import Places
from widgets.map.sector_desk import SectorDesk
from widgets.selection import Selected, Selection
from widgets.theme import Theme

NEAREST = 6
"""How many cameras the menu sends to the wall."""

_GRID_SHARE = 0.4
"""Share of the pane that a grid fills when the view goes to it."""


def _wall_clock() -> datetime:
    return datetime.now(UTC)


class MapPanel(QWidget):
    """Map, head, banner and card, in step with store and selection.

    The view moves when the operator moves it, or asks to be taken somewhere; never by itself.
    """

    camera_activated = Signal(str)
    """Id of a camera that was double-clicked."""
    grid_activated = Signal(str)
    """Code of a grid that was double-clicked."""
    case_requested = Signal(object)
    """A `MapSpot` where the operator wants to open a case."""
    paired = Signal(object, QPoint)
    """A `Pair` of case and unit dropped on each other, and where on the screen."""
    cameras_requested = Signal(object)
    """Ids (tuple of str, nearest first) of cameras the operator wants on the wall."""

    def __init__(
        self,
        store: Store,
        selection: Selection,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] = _wall_clock,
        me: Seat | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._selection = selection
        self._theme = theme
        self._me = me
        self._content = MapContent(store, theme)
        self._places = Places(store)
        self.head = MapHead(theme, self)
        self.canvas = MapCanvas(self._content, theme, now, self)
        self.banner = CaseBanner(theme, self.canvas)
        self.card = HoverCard(theme, self.canvas)
        self._cards = CardDesk(store, self.canvas, self.card, self.banner, now)
        self.sectors = SectorDesk(store, selection, self.canvas)
        self._news = NewsDesk(store, selection, self.canvas, self.banner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.canvas, 1)
        self._connect()
        self._retranslate()
        self.canvas.scene_changed()
        self._show_district()

    def apply(self, changes: Changes) -> None:
        """Follow the store after it changed; call from the GUI thread."""
        cases = changes.upserted.get(Kind.CASE, frozenset()) | changes.removed.get(
            Kind.CASE, frozenset()
        )
        units = changes.upserted.get(Kind.UNIT, frozenset()) | changes.removed.get(
            Kind.UNIT, frozenset()
        )
        before = self._content.units.region(units, self.canvas.view)
        marks = self._content.cases.placed(self.canvas.view) if cases else []
        effect = self._content.take(changes)
        if effect.scene:
            self.canvas.scene_changed()
            self._show_district()
        self.sectors.apply(changes, scene=effect.scene)
        if effect.signs:
            self.canvas.signs_changed()
        if effect.grids:
            self.canvas.grids_changed(effect.grids)
        if effect.cases:
            self.canvas.cases_changed(marks)
        if effect.units:
            self.canvas.units_changed(effect.units, before)
        if changes.reset:
            self._news.restart()
        elif cases:
            self._news.take(cases)

    def centre_on(self, place: LonLat, zoom: float | None = None) -> None:
        """Take the view to a place, at `zoom` pixels a metre or as near as it is."""
        x, y = self._content.scene.projection.world(place)
        self.canvas.centre(x, y, zoom)

    def centre_on_grid(self, code: str) -> None:
        """Take the view to a grid, close enough to work in it; unknown codes are passed over."""
        box = self._content.scene.grids.box(code)
        if box is not None:
            centre = box.center()
            self.canvas.centre(centre.x(), centre.y(), self._scale_for(box))

    def point_of(self, kind: Kind, key: str) -> QPointF | None:
        """Where a row is on this panel, in pixels; None where it is out of sight or nowhere."""
        place = self._places.place(kind, key)
        if place is None:
            return None
        point = self.canvas.view.point(*self._content.scene.projection.world(place))
        seen = self.canvas.rect().toRectF().contains(point)
        return self.canvas.mapTo(self, point) if seen else None

    def set_stale(self, seconds: float | None) -> None:
        """Say in the head that the feed is so many seconds late; None: it is in time."""
        self.head.set_stale(seconds)

    def settle(self) -> None:
        """Draw at once what is outstanding, for pictures of the window."""
        self.canvas.settle()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and edge of the head, while it is not part of another frame."""
        if self.head.parentWidget() is not self:
            return
        painter = QPainter(self)
        box = self.head.geometry()
        painter.fillRect(box, self._theme.color("panel_head"))
        painter.fillRect(box.adjusted(0, box.height() - 1, 0, 0), self._theme.color("line"))
        painter.end()

    def _connect(self) -> None:
        self.setFocusProxy(self.canvas)
        before: QWidget = self.canvas
        for switch in self.head.buttons:
            QWidget.setTabOrder(before, switch)
            before = switch
        self.head.layers_changed.connect(self._layers_changed)
        self.canvas.hovered.connect(self._cards.show)
        self.canvas.picked.connect(self._picked)
        self.canvas.opened.connect(self._opened)
        self.canvas.menu_wanted.connect(self._menu)
        self.canvas.paired.connect(
            lambda pair, at: self.paired.emit(pair, self.canvas.mapToGlobal(at))
        )
        self._news.returned.connect(lambda: self._cards.show(None))
        self._selection.changed.connect(self._selected)
        self._theme.changed.connect(self.update)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Grid map"))
        self.canvas.setAccessibleName(self.tr("Map of the district"))
        self.canvas.setAccessibleDescription(
            self.tr("Arrow keys pan, plus and minus zoom, Home shows everything")
        )

    def _show_district(self) -> None:
        district = self._store.district
        self.head.set_invented(district is not None and district.invented)

    def _layers_changed(self, layers: frozenset[Layer]) -> None:
        self._cards.show(None)
        self.canvas.set_layers(layers)

    def _selected(self, selected: Selected | None) -> None:
        self.canvas.set_selected(selected)
        if selected is not None and selected.wanted:
            self._go(selected)

    def _go(self, selected: Selected) -> None:
        place = self._places.place(selected.kind, selected.key)
        if selected.kind is Kind.GRID:
            self.centre_on_grid(selected.key)
        elif place is not None:
            grid = self._content.scene.grids.at(*self._content.scene.projection.world(place))
            box = self._content.scene.grids.box(grid) if grid is not None else None
            scale = self.canvas.view.scale
            self.centre_on(place, max(scale, self._scale_for(box)) if box is not None else None)
        self._cards.show(Hit(selected.kind, selected.key))

    def _scale_for(self, box: QRectF) -> float:
        view = self.canvas.view
        return _GRID_SHARE * min(view.width / box.width(), view.height / box.height())

    def _picked(self, hit: Hit | None) -> None:
        if hit is None:
            self._selection.clear()
        else:
            self._selection.select(hit.kind, hit.key)

    def _opened(self, hit: Hit) -> None:
        if hit.kind is Kind.CAMERA:
            self.camera_activated.emit(hit.key)
        elif hit.kind is Kind.GRID:
            self.grid_activated.emit(hit.key)

    def _menu(self, at: QPoint) -> None:
        menu = self.menu_at(at)
        menu.popup(self.canvas.mapToGlobal(at))

    def menu_at(self, at: QPoint) -> MapMenu:
        """The context menu for a pixel of the canvas."""
        scene = self._content.scene
        x, y = self.canvas.view.world(at.x(), at.y())
        spot = MapSpot(scene.projection.place(x, y), scene.grids.at(x, y) or "")
        opens = self._me is None or self._me.may(OpenCase)
        menu = MapMenu(spot, self._nearest_cameras(x, y), self, opens=opens)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.case_requested.connect(self.case_requested)
        menu.cameras_requested.connect(self.cameras_requested)
        return menu

    def _nearest_cameras(self, x: float, y: float) -> tuple[str, ...]:
        cameras = self._content.scene.cameras
        squared = ((cameras.worlds - (x, y)) ** 2).sum(axis=1)
        found = [cameras.ids[index] for index in squared.argsort().tolist()]
        healthy = (
            key
            for key in found
            if key in self._store.cameras
            and self._store.cameras[key].state is not CameraState.OFFLINE
        )
        return tuple(key for key, _ in zip(healthy, range(NEAREST), strict=False))
