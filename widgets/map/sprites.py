"""Marks painted once and stamped many times."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap

from widgets.common.level_badge import draw_level
from widgets.map.palette import Palette, with_alpha
from widgets.theme import Theme

MARK_SIZE = {1: 26, 2: 28, 3: 28, 4: 20}
"""Height of a case mark by level, pixels."""

DOT_SIZE = 9
"""Height of a level-4 mark from afar."""

UNIT_SIZE = 12

_PAD = 3


class Sprites:
    """Pixmaps by purpose for one theme, font and pixel ratio; `clear` when one of these changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._made: dict[str, QPixmap] = {}
        self._font = QFont()
        self._ratio = 1.0

    def clear(self, font: QFont, ratio: float) -> None:
        """Forget all pixmaps."""
        self._made.clear()
        self._font = QFont(font)
        self._ratio = ratio

    def case(self, level: int) -> QPixmap:
        """The mark of a level with a thin dark rim."""
        return self._get(f"case{level}", MARK_SIZE[level], lambda p, r: self._level(p, r, level))

    def dot(self) -> QPixmap:
        """The small mark of a level-4 case seen from afar."""

        def draw(painter: QPainter, rect: QRectF) -> None:
            painter.setPen(QPen(self._theme.color("field_deep"), 1.0))
            painter.setBrush(self._theme.level(4))
            painter.drawEllipse(rect)

        return self._get("dot", DOT_SIZE, draw)

    def count(self, number: int) -> QPixmap:
        """A small badge with the number of cases under a mark."""
        text = str(number) if number < 100 else "99"

        def draw(painter: QPainter, rect: QRectF) -> None:
            painter.setPen(QPen(self._theme.color("line"), 1.0))
            painter.setBrush(self._theme.color("field_deep"))
            painter.drawRoundedRect(rect, 7, 7)
            font = QFont(self._font)
            font.setPixelSize(11)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(self._theme.color("text"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

        return self._get(f"count{text}", 15, draw, width=15 if len(text) < 2 else 20)

    def unit(self, *, stale: bool, moving: bool) -> QPixmap:
        """A unit: filled while its position is fresh, hollow when not; a core on the way."""
        color = Palette.of(self._theme).unit

        def draw(painter: QPainter, rect: QRectF) -> None:
            rim = self._theme.color("on_accent" if self._theme.name == "dark" else "panel")
            painter.setPen(QPen(with_alpha(rim, 0.9), 3.4 if stale else 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush if stale else color)
            painter.drawEllipse(rect.adjusted(1, 1, -1, -1) if stale else rect)
            if stale:
                painter.setPen(QPen(color, 1.8))
                painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
            elif moving:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(rim)
                painter.drawEllipse(rect.center(), 2.2, 2.2)

        return self._get(f"unit{stale:d}{moving:d}", UNIT_SIZE, draw)

    def _level(self, painter: QPainter, rect: QRectF, level: int) -> None:
        draw_level(painter, rect, level, self._theme)

    def _get(
        self,
        name: str,
        height: int,
        draw: Callable[[QPainter, QRectF], None],
        width: int | None = None,
    ) -> QPixmap:
        found = self._made.get(name)
        if found is None:
            wide = width or height
            size = QRectF(0, 0, wide + 2 * _PAD, height + 2 * _PAD).toAlignedRect().size()
            found = QPixmap(size * self._ratio)
            found.setDevicePixelRatio(self._ratio)
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._font)
            draw(painter, QRectF(_PAD, _PAD, wide, height))
            painter.end()
            self._made[name] = found
        return found


def stamp(painter: QPainter, sprite: QPixmap, x: float, y: float) -> None:
    """Put the middle of a sprite at (x, y), on whole pixels so that it stays crisp."""
    size = sprite.deviceIndependentSize()
    painter.drawPixmap(QPointF(round(x - size.width() / 2), round(y - size.height() / 2)), sprite)
