"""What is painted over the ground in every frame besides units and cases."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from console.domain.facts import Kind
from widgets.map.content import MapContent
from widgets.map.draw_cameras import draw_cone
from widgets.map.palette import Palette
from widgets.map.sprites import Sprites, stamp
from widgets.map.view import View
from widgets.selection import Selected

_BAR_LEAST = 60.0
_BAR_LEFT = 16.0
_BAR_BOTTOM = 16.0


def draw_selected(
    painter: QPainter, content: MapContent, selected: Selected, view: View, palette: Palette
) -> None:
    """Outline the selected grid, or the selected thing's own place, in the accent colour."""
    scene = content.scene
    pen = QPen(palette.accent, 2.0)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if selected.kind is Kind.GRID and selected.key in scene.grids.index:
        polygon = scene.grids.polygons[scene.grids.index[selected.key]]
        painter.drawPolygon(view.transform().map(polygon))
    elif selected.kind is Kind.CAMERA and selected.key in scene.cameras.index:
        index = scene.cameras.index[selected.key]
        draw_cone(painter, scene.cameras, index, palette.accent, view, strong=True)
        centre = view.point(*scene.cameras.worlds[index].tolist())
        painter.setPen(pen)
        painter.drawRect(QRectF(centre.x() - 6, centre.y() - 6, 12, 12))
    elif selected.kind is Kind.UNIT and selected.key in content.tracks.latest:
        _, x, y = content.tracks.latest[selected.key]
        painter.drawEllipse(view.point(x, y), 11.0, 11.0)
    elif selected.kind is Kind.CASE:
        place = content.marks.position(selected.key)
        if place is not None:
            painter.drawEllipse(view.point(*place), 22.0, 22.0)


def bar_metres(scale: float) -> int:
    """Length of the scale bar: 1, 2 or 5 times a power of ten, at least 60 pixels wide."""
    least = _BAR_LEAST / scale
    power = 10.0 ** math.floor(math.log10(least))
    return int(max(1, next(step * power for step in (1, 2, 5, 10) if step * power >= least)))


def draw_scale_bar(painter: QPainter, view: View, sprites: Sprites) -> None:
    """A bar of a round length at the lower left."""
    metres, palette = bar_metres(view.scale), sprites.palette
    text = f"{metres // 1000} km" if metres >= 1000 else f"{metres} m"
    right = _BAR_LEFT + metres * view.scale
    bottom = view.height - _BAR_BOTTOM
    line = [
        QLineF(_BAR_LEFT, bottom - 5, _BAR_LEFT, bottom),
        QLineF(_BAR_LEFT, bottom, right, bottom),
        QLineF(right, bottom - 5, right, bottom),
    ]
    for color, width in ((palette.halo, 3.5), (palette.label, 1.4)):
        painter.setPen(QPen(color, width))
        painter.drawLines(line)
    label = sprites.words(text)
    stamp(painter, label, (_BAR_LEFT + right) / 2, bottom - 12)
