"""Marks painted once and stamped many times."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap

from widgets.common.level_badge import draw_level
from widgets.map.case_marks import QUIET
from widgets.map.halo_text import draw_halo_text, spaced_font, text_box
from widgets.map.palette import Palette, with_alpha
from widgets.theme import Theme

MARK_SIZE = {1: 24, 2: 24, 3: 26, 4: 20}
"""Height of a case mark by level, pixels."""

INNER, OUTER = 17.0, 28.0
"""Radii of the ring round a mark and of the widest pulse, pixels."""

PULSE_STEPS = 14
"""Pictures in one pulse."""

DOT_SIZE = 9
"""Height of a level-4 mark from afar."""

UNIT_SIZE = 12
"""Height of a unit at work, pixels."""

UNIT_IDLE_SIZE = 8
"""Height of a unit that has nothing to do, from afar."""

UNIT_SIGN_SIZE = 21
"""Height of a unit with the letter of its kind."""

_PAD = 3
_MOST_WORDS = 400


@dataclass(frozen=True, slots=True)
class Sprite:
    """A pixmap and half its size in pixels of the screen's own measure."""

    pixmap: QPixmap
    half_width: float
    half_height: float


class Sprites:
    """Pixmaps by purpose for one theme, font and pixel ratio; `clear` when one of these changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._palette = Palette.of(theme)
        self._made: dict[str, Sprite] = {}
        self._words: dict[str, Sprite] = {}
        self._font = QFont()
        self._ratio = 1.0

    @property
    def palette(self) -> Palette:
        """The palette the sprites were made with."""
        return self._palette

    def clear(self, font: QFont, ratio: float) -> None:
        """Forget all pixmaps."""
        self._made.clear()
        self._words.clear()
        self._palette = Palette.of(self._theme)
        self._font = QFont(font)
        self._ratio = ratio

    def case(self, level: int) -> Sprite:
        """The mark of a level; levels 1–3 with a ring round it."""
        size = MARK_SIZE[level]

        def draw(painter: QPainter, rect: QRectF) -> None:
            centre = rect.center()
            if level < QUIET:
                painter.setPen(QPen(with_alpha(self._theme.level(level), 0.8), 2.0))
                painter.setBrush(with_alpha(self._theme.color("field_deep"), 0.35))
                painter.drawEllipse(centre, INNER, INNER)
            lift = 2.0 if level == 2 else 0.0
            mark = QRectF(centre.x() - size / 2, centre.y() - size / 2 - lift, size, size)
            draw_level(painter, mark, level, self._theme)

        return self._get(f"case{level}", round(2 * INNER) + 2 if level < QUIET else size, draw)

    def pulse(self, level: int, step: int) -> Sprite:
        """The ring that runs outwards from a mark, at one of `PULSE_STEPS` steps."""
        share = (step + 0.5) / PULSE_STEPS

        def draw(painter: QPainter, rect: QRectF) -> None:
            radius = INNER + (OUTER - INNER) * share
            painter.setPen(QPen(with_alpha(self._theme.level(level), 0.8 * (1 - share)), 2.0))
            painter.drawEllipse(rect.center(), radius, radius)

        return self._get(f"pulse{level}/{step}", round(2 * OUTER) + 2, draw)

    def dot(self) -> Sprite:
        """The small mark of a level-4 case seen from afar."""

        def draw(painter: QPainter, rect: QRectF) -> None:
            painter.setPen(QPen(self._theme.color("field_deep"), 1.0))
            painter.setBrush(self._theme.level(4))
            painter.drawEllipse(rect)

        return self._get("dot", DOT_SIZE, draw)

    def count(self, number: int) -> Sprite:
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

    def unit(self, *, stale: bool, moving: bool, busy: bool = True, sign: str = "") -> Sprite:
        """A unit: filled while its position is fresh, hollow when not; a core on the way.

        Small unless `busy`; with a `sign` it is large, carries the letter, and has a ring instead
        of the core.
        """
        if sign:
            return self._signed_unit(sign, stale=stale, moving=moving)
        color = self._palette.unit

        def draw(painter: QPainter, rect: QRectF) -> None:
            rim = self._theme.color("on_accent" if self._theme.name == "dark" else "panel")
            painter.setPen(QPen(with_alpha(rim, 0.9), 3.4 if stale else 1.0))
            painter.setBrush(self._palette.cells[0] if stale else color)
            painter.drawEllipse(rect.adjusted(1, 1, -1, -1) if stale else rect)
            if stale:
                painter.setPen(QPen(color, 1.8))
                painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
            elif moving:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(rim)
                painter.drawEllipse(rect.center(), 2.2, 2.2)

        size = UNIT_SIZE if busy or stale else UNIT_IDLE_SIZE
        return self._get(f"unit{stale:d}{moving:d}{size}", size, draw)

    def _signed_unit(self, sign: str, *, stale: bool, moving: bool) -> Sprite:
        color = self._palette.unit

        def draw(painter: QPainter, rect: QRectF) -> None:
            rim = self._theme.color("on_accent" if self._theme.name == "dark" else "panel")
            disc = rect.adjusted(1.5, 1.5, -1.5, -1.5)
            painter.setPen(QPen(color if stale else with_alpha(rim, 0.9), 1.8 if stale else 1.0))
            painter.setBrush(self._palette.cells[0] if stale else color)
            painter.drawEllipse(disc)
            font = QFont(self._font)
            font.setPixelSize(13)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(color if stale else rim)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, sign)
            if moving:
                painter.setPen(QPen(self._palette.accent, 2.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(rect.adjusted(-0.5, -0.5, 0.5, 0.5))

        return self._get(f"unit{stale:d}{moving:d}{sign}", UNIT_SIGN_SIZE, draw)

    def words(self, text: str) -> Sprite:
        """A short text with its rim; the oldest are forgotten when there are many."""
        found = self._words.pop(text, None)
        if found is None:
            font = spaced_font(self._font, 12)
            box = text_box(text, font, QPointF(0.0, 0.0))
            palette = self._palette

            def draw(painter: QPainter, rect: QRectF) -> None:
                draw_halo_text(painter, text, font, rect, color=palette.label, halo=palette.halo)

            found = self._painted(math.ceil(box.width()), math.ceil(box.height()), draw)
        self._words[text] = found
        if len(self._words) > _MOST_WORDS:
            del self._words[next(iter(self._words))]
        return found

    def _get(
        self,
        name: str,
        height: int,
        draw: Callable[[QPainter, QRectF], None],
        width: int | None = None,
    ) -> Sprite:
        found = self._made.get(name)
        if found is None:
            found = self._made[name] = self._painted(width or height, height, draw)
        return found

    def _painted(self, width: int, height: int, draw: Callable[[QPainter, QRectF], None]) -> Sprite:
        size = QSize(width + 2 * _PAD, height + 2 * _PAD)
        pixmap = QPixmap(size * self._ratio)
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        draw(painter, QRectF(_PAD, _PAD, width, height))
        painter.end()
        return Sprite(pixmap, size.width() / 2, size.height() / 2)


def stamp(painter: QPainter, sprite: Sprite, x: float, y: float) -> None:
    """Put the middle of a sprite at (x, y), on whole pixels so that it stays crisp."""
    painter.drawPixmap(round(x - sprite.half_width), round(y - sprite.half_height), sprite.pixmap)
