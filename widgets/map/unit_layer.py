"""Paints units and their tracks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QRegion

from console.domain.unit import Unit, UnitStatus
from widgets.i18n.texts import Texts
from widgets.map.detail import Detail
from widgets.map.palette import with_alpha
from widgets.map.sprites import Sprite, Sprites, stamp
from widgets.map.unit_signs import unit_sign
from widgets.map.unit_tracks import STALE_AFTER_S, UnitTracks
from widgets.map.view import View

_LABEL_ROOM = 96
"""Pixels beside a unit that its age or name may take."""

_AT_WORK = (UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE)


class UnitLayer:
    """The units of one view: filled while fresh, hollow and with their age when not."""

    def __init__(
        self,
        tracks: UnitTracks,
        sprites: Sprites,
        units: Callable[[], Mapping[str, Unit]],
    ) -> None:
        self._tracks = tracks
        self._sprites = sprites
        self._units = units

    def paint(self, painter: QPainter, view: View, detail: Detail, now: datetime) -> None:
        """Paint tracks, then units, then what is written beside them."""
        palette = self._sprites.palette
        pen = QPen(with_alpha(palette.unit, 0.65), 2.0)
        pen.setCosmetic(True)
        painter.save()
        painter.setTransform(view.transform(), combine=True)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.strokePath(self._tracks.path(), pen)
        painter.restore()
        marks: list[tuple[Sprite, QPointF]] = []
        labels: list[tuple[Sprite, QPointF]] = []
        units = self._units()
        for key, (seen_at, x, y) in self._tracks.latest.items():
            point = view.point(x, y)
            if not _near(point, view) or key not in units:
                continue
            unit = units[key]
            age = (now - seen_at).total_seconds()
            stale = age > STALE_AFTER_S
            moving = unit.status is UnitStatus.EN_ROUTE
            mark = self._sprites.unit(
                stale=stale,
                moving=moving,
                busy=unit.status in _AT_WORK,
                sign=unit_sign(unit.kind) if detail.sites else "",
            )
            marks.append((mark, point))
            words = [unit.name] if detail.names else []
            if stale:
                words.append(Texts.rough(age))
            if words:
                label = self._sprites.words(" ".join(words))
                middle = QPointF(point.x() + mark.half_width + label.half_width, point.y())
                labels.append((label, middle))
        for sprite, point in (*_legible(labels, marks), *marks):
            stamp(painter, sprite, point.x(), point.y())

    def region(self, keys: Iterable[str], view: View) -> QRegion:
        """The pixels that these units and their tracks take up."""
        region = QRegion()
        transform = view.transform()
        for key in keys:
            box = self._tracks.box(key)
            if box.isNull() and key not in self._tracks.latest:
                continue
            pixels = transform.mapRect(box).adjusted(-16, -16, _LABEL_ROOM, 16)
            region = region.united(pixels.toAlignedRect())
        return region

    def stale(self, now: datetime) -> list[str]:
        """Units whose position is older than 30 seconds."""
        return [
            key
            for key, (seen_at, _, _) in self._tracks.latest.items()
            if (now - seen_at).total_seconds() > STALE_AFTER_S
        ]

    def nearest(self, view: View, px: float, py: float, within: float) -> str | None:
        """The unit under a pixel, if one is closer than `within` pixels."""
        best, key_of_best = within, None
        for key, (_, x, y) in self._tracks.latest.items():
            point = view.point(x, y)
            away = max(abs(point.x() - px), abs(point.y() - py))
            if away <= best:
                best, key_of_best = away, key
        return key_of_best


def _legible(
    labels: list[tuple[Sprite, QPointF]], marks: list[tuple[Sprite, QPointF]]
) -> list[tuple[Sprite, QPointF]]:
    """The labels that cover neither a unit nor a label before them."""
    taken = [_box(sprite, point) for sprite, point in marks]
    kept = []
    for sprite, point in labels:
        box = _box(sprite, point)
        if not any(box.intersects(other) for other in taken):
            taken.append(box)
            kept.append((sprite, point))
    return kept


def _box(sprite: Sprite, point: QPointF) -> QRectF:
    """The pixels of a sprite, without its rim."""
    wide, high = sprite.half_width - 4, sprite.half_height - 4
    return QRectF(point.x() - wide, point.y() - high, 2 * wide, 2 * high)


def _near(point: QPointF, view: View) -> bool:
    return QRectF(-100, -20, view.width + 120, view.height + 40).contains(point)
