"""Borders of grids and streets, roads and railways."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from console.domain.place import RoadClass
from widgets.map.detail import Detail
from widgets.map.grid_shapes import GridShapes, seen
from widgets.map.palette import Palette, with_alpha
from widgets.map.picture import Draw
from widgets.map.road_shapes import RoadShape, RoadShapes
from widgets.map.view import View

_CHUNK = 1000
_WIDTHS = {
    RoadClass.LANE: (7.0, 1.0, 10.0),
    RoadClass.MAIN: (16.0, 2.4, 18.0),
    RoadClass.TRUNK: (26.0, 3.4, 26.0),
    RoadClass.RAIL: (6.0, 2.0, 5.0),
}
"""Metres on the ground, least and greatest pixels."""


def draw_edges(grids: GridShapes, palette: Palette, view: View, detail: Detail) -> Iterator[Draw]:
    """Borders between grids as fine lines; those between streets stronger."""
    if not detail.edges:
        return
    found = seen(grids.edge_boxes, view.bounds())
    strong = grids.boundary[found]
    fine, wide = found[~strong], found[strong]
    for chosen, color, width in ((fine, palette.edge, 1.0), (wide, palette.boundary, 1.6)):
        for chunk in np.array_split(chosen, max(1, -(-len(chosen) // _CHUNK))):
            lines = [grids.edges[index] for index in chunk.tolist()]
            yield _lines(lines, color, width, view)


def _lines(lines: list[QLineF], color: QColor, width: float, view: View) -> Draw:
    def draw(painter: QPainter) -> None:
        pen = QPen(color, width)
        pen.setCosmetic(True)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if width > 1 else Qt.PenCapStyle.FlatCap)
        painter.setTransform(view.transform(), combine=True)
        painter.setPen(pen)
        painter.drawLines(lines)

    return draw


def draw_roads(roads: RoadShapes, palette: Palette, view: View, detail: Detail) -> Iterator[Draw]:
    """Roads by class, wide ones on top of narrow ones."""
    for index in seen(roads.boxes, view.bounds()).tolist():
        road = roads.roads[index]
        if road.kind is RoadClass.LANE and not detail.lanes:
            continue
        yield _road(road, palette, view)


def _road(road: RoadShape, palette: Palette, view: View) -> Draw:
    metres, least, most = _WIDTHS[road.kind]
    width = min(max(metres * view.scale, least), most)
    minor = road.kind in (RoadClass.LANE, RoadClass.RAIL)
    color = with_alpha(palette.road_minor if minor else palette.road, 0.85)

    def draw(painter: QPainter) -> None:
        painter.setTransform(view.transform(), combine=True)
        pen = QPen(color, width)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.strokePath(road.path, pen)
        if road.kind is RoadClass.RAIL:
            pen.setColor(palette.cells[0])
            pen.setWidthF(max(1.0, width - 1.6))
            pen.setDashPattern([5.0, 5.0])
            painter.strokePath(road.path, pen)

    return draw
