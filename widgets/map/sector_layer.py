"""Paints the search sectors of one case, and grids picked for a new one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from console.domain.sector import Sector
from widgets.map.grid_shapes import GridShapes
from widgets.map.palette import with_alpha
from widgets.map.sprites import Sprites, stamp
from widgets.map.view import View
from widgets.theme import Theme

DONE, TODO = "✓", "…"
"""Written behind a sector's name, so that its colour does not stand alone."""


@dataclass(frozen=True, slots=True)
class _Shape:
    words: str
    cleared: bool
    polygons: tuple[QPolygonF, ...]
    middle: QPointF


class SectorLayer:
    """Hatched while a sector is to be searched, cross-hatched in green once it is cleared."""

    def __init__(self, theme: Theme, sprites: Sprites) -> None:
        self._theme = theme
        self._sprites = sprites
        self._sectors: tuple[Sector, ...] = ()
        self._picked: frozenset[str] = frozenset()
        self._shapes: tuple[_Shape, ...] = ()
        self._chosen: tuple[QPolygonF, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is to be painted."""
        return not self._shapes and not self._chosen

    @property
    def picked(self) -> frozenset[str]:
        """Codes of the grids picked."""
        return self._picked

    def show(self, sectors: Sequence[Sector], grids: GridShapes) -> bool:
        """Paint these from now on; whether they are others than before."""
        if tuple(sectors) == self._sectors:
            return False
        self._sectors = tuple(sectors)
        self.rebuild(grids)
        return True

    def pick(self, codes: Iterable[str], grids: GridShapes) -> None:
        """Mark these grids as picked."""
        self._picked = frozenset(codes)
        self._chosen = _polygons(sorted(self._picked), grids)

    def rebuild(self, grids: GridShapes) -> None:
        """The outlines are others now."""
        made = (_shape(sector, grids) for sector in self._sectors)
        self._shapes = tuple(shape for shape in made if shape is not None)
        self._chosen = _polygons(sorted(self._picked), grids)

    def paint(self, painter: QPainter, view: View) -> None:
        """Paint what lies in the view."""
        transform = view.transform()
        bounds = view.bounds()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        labels: list[tuple[str, QPointF]] = []
        for shape in self._shapes:
            color = self._theme.color("ok" if shape.cleared else "accent")
            style = Qt.BrushStyle.DiagCrossPattern if shape.cleared else Qt.BrushStyle.BDiagPattern
            seen = [one for one in shape.polygons if one.boundingRect().intersects(bounds)]
            self._fill(painter, [transform.map(one) for one in seen], color, style)
            if seen:
                labels.append((shape.words, transform.map(shape.middle)))
        picked = [one for one in self._chosen if one.boundingRect().intersects(bounds)]
        color = self._theme.color("warn_text")
        style = Qt.BrushStyle.Dense5Pattern
        self._fill(painter, [transform.map(one) for one in picked], color, style)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for words, at in labels:
            stamp(painter, self._sprites.words(words), at.x(), at.y() + 18)

    @staticmethod
    def _fill(
        painter: QPainter, polygons: Sequence[QPolygonF], color: QColor, style: Qt.BrushStyle
    ) -> None:
        painter.setPen(QPen(color, 2.0))
        painter.setBrush(QBrush(with_alpha(color, 0.55), style))
        for polygon in polygons:
            painter.drawPolygon(polygon)


def _polygons(codes: Iterable[str], grids: GridShapes) -> tuple[QPolygonF, ...]:
    return tuple(grids.polygons[grids.index[code]] for code in codes if code in grids.index)


def _shape(sector: Sector, grids: GridShapes) -> _Shape | None:
    polygons = _polygons(sector.grids, grids)
    if not polygons:
        return None
    centres = [grids.centres[grids.index[code]] for code in sector.grids if code in grids.index]
    x = sum(float(centre[0]) for centre in centres) / len(centres)
    y = sum(float(centre[1]) for centre in centres) / len(centres)
    words = f"{sector.name} {DONE if sector.cleared else TODO}"
    return _Shape(words, sector.cleared, polygons, QPointF(x, y))
