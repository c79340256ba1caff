"""The cached picture of everything that does not move, and its renewal in slices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QFont, QPainter

from widgets.map.case_layer import CaseLayer
from widgets.map.detail import Detail
from widgets.map.draw_cameras import draw_cameras
from widgets.map.draw_cells import draw_cells, draw_some_cells
from widgets.map.draw_labels import LabelDrawer
from widgets.map.draw_lines import draw_edges, draw_roads
from widgets.map.flat_picture import FlatPicture
from widgets.map.label_room import LabelRoom
from widgets.map.layer import Layer
from widgets.map.palette import Palette
from widgets.map.picture import Draw, Picture
from widgets.map.scene import Scene
from widgets.map.slicer import Slicer
from widgets.map.tally import Tally
from widgets.map.view import View
from widgets.theme import Theme

MARGIN = 0.2
"""Share of the pane that is drawn beyond each edge, so that panning finds ground there."""

_BAND = 160
"""Rows cleared or laid together in one step."""


class Ground(QObject):
    """Draws the static layers a slice at a time and keeps the last finished picture."""

    renewed = Signal()

    def __init__(
        self, tally: Tally, cases: CaseLayer, theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._cases = cases
        self._tally = tally
        self._theme = theme
        self._font = QFont()
        self._scene: Scene | None = None
        self._layers: frozenset[Layer] = frozenset(Layer)
        self._current: Picture | None = None
        self._next: Picture | None = None
        self._wide: FlatPicture | None = None
        self._slicer = Slicer(self)
        self._slicer.finished.connect(self._swap)

    @property
    def drawing(self) -> bool:
        """Whether a new picture is on its way."""
        return self._slicer.busy

    @property
    def target(self) -> View | None:
        """The view of the picture on its way, or of the finished one."""
        picture = self._next or self._current
        return picture.view if picture is not None else None

    @property
    def view(self) -> View | None:
        """The view of the finished picture, margins included."""
        return self._current.view if self._current is not None else None

    def set_scene(self, scene: Scene) -> None:
        """Draw another scene from now on."""
        self._wide = None
        self._scene = scene

    def set_layers(self, layers: Iterable[Layer]) -> None:
        """Draw these layers from now on."""
        self._wide = None
        self._layers = frozenset(layers)

    def set_font(self, font: QFont) -> None:
        """Write with this family, in the colours of the theme in force, from now on."""
        self._wide = None
        self._font = font

    def renew(self, view: View, ratio: float) -> None:
        """Begin a picture round `view`, given up if another is asked for before it is done."""
        if self._scene is None:
            return
        margins = (round(view.width * MARGIN), round(view.height * MARGIN))
        self._next = Picture(view.grown(*margins), ratio, Palette.of(self._theme).outside)
        self._slicer.start(self._steps(self._next, self._scene))

    def finish(self) -> None:
        """Draw the rest at once."""
        self._slicer.finish()

    def stop(self) -> None:
        """Give up the picture under way."""
        self._slicer.stop()
        self._next = None

    def recolour(self, codes: Iterable[str]) -> QRect:
        """Give grids their new colours in place; tells the changed pixels of the finished view."""
        if self._scene is None or Layer.GRIDS not in self._layers:
            return QRect()
        changed, palette = QRect(), Palette.of(self._theme)
        codes, grids = tuple(codes), self._scene.grids
        if self._wide is not None:
            self._wide.fill(draw_some_cells(grids, codes, self._tally, palette, self._wide.view)[0])
        for picture in (self._next, self._current):
            if picture is None:
                continue
            draw, changed = draw_some_cells(grids, codes, self._tally, palette, picture.view)
            if not changed.isEmpty():
                picture.fill(draw)
                picture.compose(changed)
        return changed if self._current is not None else QRect()

    def paint(self, painter: QPainter, view: View) -> None:
        """Put the finished picture into a view, on the wide one where it does not reach."""
        if self._wide is not None and not self.covers(view):
            self._wide.paint(painter, view)
        if self._current is not None:
            self._current.paint(painter, view)

    def covers(self, view: View) -> bool:
        """Whether the finished picture has ground for all of `view`."""
        return self._current is not None and self._current.covers(view)

    def sharp(self, view: View) -> bool:
        """Whether the finished picture shows `view` at its own scale."""
        mine = self.view
        return mine is not None and abs(mine.scale / view.scale - 1) < 1e-9 and self.covers(view)

    def _steps(self, picture: Picture, scene: Scene) -> Iterator[None]:
        view, palette = picture.view, Palette.of(self._theme)
        coloured = Layer.GRIDS in self._layers
        for top in range(0, view.height, _BAND):
            picture.clear(top, _BAND)
            yield
        for draw in draw_cells(scene.grids, self._tally, palette, view, coloured=coloured):
            picture.fill(draw)
            yield
        for draw in self._signs(view, scene, palette):
            picture.sign(draw)
            yield
        for top in range(0, view.height, _BAND):
            picture.compose(QRect(0, top, view.width, _BAND))
            yield

    def _signs(self, view: View, scene: Scene, palette: Palette) -> Iterator[Draw]:
        detail = Detail(scene.grids.cell_size * view.scale)
        marks = self._cases.boxes(view, detail) if Layer.CASES in self._layers else []
        labels, room = LabelDrawer(scene, palette, self._theme, self._font), LabelRoom(view, marks)
        streets = labels.streets(view, room) if Layer.LABELS in self._layers else []
        yield from draw_edges(scene.grids, palette, view, detail)
        if Layer.ROADS in self._layers:
            yield from draw_roads(scene.roads, palette, view, detail)
        if Layer.CAMERAS in self._layers:
            names = [box for _, box in streets]
            yield from draw_cameras(scene.cameras, palette, view, detail, names)
        yield from labels.write_streets(streets, lamps=Layer.VENUES in self._layers)
        yield from labels.others(view, self._layers, room)

    def _swap(self) -> None:
        last, self._current, self._next = self._current, self._next, None
        scene = self._scene
        if last and scene and last.view.bounds().contains(scene.grids.world):
            self._wide = last.flattened()
        self.renewed.emit()
