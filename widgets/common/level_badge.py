"""The mark of a response level: a shape, a colour and a number, so colour never stands alone."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPolygonF

from widgets.theme import Theme

_CUT = 0.3
"""Share of a side that an octagon's corner takes."""
_WHITE = QColor("#FFFFFF")


def level_shape(rect: QRectF, level: int) -> QPolygonF:
    """Outline of a level's shape in `rect`: octagon 1, triangle 2, diamond 3, circle 4 (32-gon)."""
    left, top, width, height = rect.left(), rect.top(), rect.width(), rect.height()
    if level == 1:
        low, high = _CUT, 1 - _CUT
        corners = [
            (low, 0),
            (high, 0),
            (1, low),
            (1, high),
            (high, 1),
            (low, 1),
            (0, high),
            (0, low),
        ]
    elif level == 2:
        corners = [(0.5, 0.0), (1.0, 1.0), (0.0, 1.0)]
    elif level == 3:
        corners = [(0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)]
    else:
        turns = [2 * math.pi * step / 32 for step in range(32)]
        corners = [((1 + math.cos(turn)) / 2, (1 + math.sin(turn)) / 2) for turn in turns]
    return QPolygonF([QPointF(left + width * x, top + height * y) for x, y in corners])


def level_ink(level: int, theme: Theme) -> QColor:
    """The colour of the number on a level's shape."""
    return _WHITE if level in (1, 4) else theme.color("on_level")


def draw_level(painter: QPainter, rect: QRectF, level: int, theme: Theme) -> None:
    """Paint the mark of `level` (1–4) into `rect`; the painter's state is kept."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.level(level))
    painter.drawPolygon(level_shape(rect, level))
    font = QFont(painter.font())
    font.setPixelSize(max(7, round(rect.height() * 0.44)))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(level_ink(level, theme))
    # a triangle's weight sits low, and so does its number
    where = rect.translated(0, rect.height() * 0.14) if level == 2 else rect
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(level))
    painter.restore()
