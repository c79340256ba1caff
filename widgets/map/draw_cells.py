"""Fills the grids with the colours of their worst open cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from widgets.map.grid_shapes import GridShapes, seen
from widgets.map.palette import Palette
from widgets.map.picture import Draw
from widgets.map.tally import Tally
from widgets.map.view import View

_CHUNK = 150


def draw_cells(
    grids: GridShapes, tally: Tally, palette: Palette, view: View, *, coloured: bool
) -> Iterator[Draw]:
    """All grids that `view` shows, a few at a time."""
    found = seen(grids.boxes, view.bounds()).tolist()
    for start in range(0, len(found), _CHUNK):
        chunk = found[start : start + _CHUNK]
        yield partial(
            _fill,
            grids=grids,
            indices=chunk,
            tally=tally if coloured else None,
            palette=palette,
            view=view,
        )


def draw_some_cells(
    grids: GridShapes, codes: Iterable[str], tally: Tally | None, palette: Palette, view: View
) -> tuple[Draw, QRect]:
    """Single grids again, and the pixels they take up."""
    bounds = view.bounds()
    found = [
        index
        for index in (grids.index.get(code) for code in codes)
        if index is not None and grids.polygons[index].boundingRect().intersects(bounds)
    ]
    box = QRectF()
    for index in found:
        box = box.united(grids.polygons[index].boundingRect())
    pixels = view.transform().mapRect(box).toAlignedRect().adjusted(-1, -1, 1, 1)
    draw = partial(_fill, grids=grids, indices=found, tally=tally, palette=palette, view=view)
    return draw, pixels if found else QRect()


def _fill(
    painter: QPainter,
    *,
    grids: GridShapes,
    indices: Iterable[int],
    tally: Tally | None,
    palette: Palette,
    view: View,
) -> None:
    painter.setTransform(view.transform(), combine=True)
    painter.setPen(Qt.PenStyle.NoPen)
    for index in indices:
        level = tally.level(grids.codes[index]) if tally is not None else 0
        painter.setBrush(palette.cells[level])
        painter.drawPolygon(grids.polygons[index])
