"""Signs drawn by hand, so that no font has to have them."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF


class Icon(Enum):
    """What a sign means."""

    PAUSE = auto()
    TURN = auto()
    CROSS = auto()
    LOCK = auto()
    CLOCK = auto()
    PIN = auto()


def draw_icon(painter: QPainter, rect: QRectF, icon: Icon, color: QColor) -> None:
    """Draw `icon` into the square `rect`; the painter's state is kept."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 16, rect.height() / 16)
    painter.setPen(QPen(color, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _DRAWN[icon](painter, color)
    painter.restore()


def _pause(painter: QPainter, color: QColor) -> None:
    painter.fillRect(QRectF(3, 2, 4, 12), color)
    painter.fillRect(QRectF(9, 2, 4, 12), color)


def _turn(painter: QPainter, color: QColor) -> None:
    painter.drawArc(QRectF(3, 3, 10, 10), 20 * 16, -300 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([QPointF(8, 7.5), QPointF(15, 8.5), QPointF(14, 2)]))


def _cross(painter: QPainter, color: QColor) -> None:
    del color
    painter.drawLine(QPointF(4, 4), QPointF(12, 12))
    painter.drawLine(QPointF(12, 4), QPointF(4, 12))


def _lock(painter: QPainter, color: QColor) -> None:
    painter.drawArc(QRectF(5, 1.5, 6, 9), 0, 180 * 16)
    painter.fillRect(QRectF(3, 7, 10, 7.5), color)


def _clock(painter: QPainter, color: QColor) -> None:
    del color
    painter.drawEllipse(QRectF(2, 2, 12, 12))
    painter.drawPolyline(QPolygonF([QPointF(8, 4.5), QPointF(8, 8.5), QPointF(11, 9.5)]))


def _pin(painter: QPainter, color: QColor) -> None:
    painter.drawLine(QPointF(8, 10), QPointF(8, 15))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(4.5, 1),
                QPointF(11.5, 1),
                QPointF(10.5, 6),
                QPointF(13, 10),
                QPointF(3, 10),
                QPointF(5.5, 6),
            ]
        )
    )


_DRAWN = {
    Icon.PAUSE: _pause,
    Icon.TURN: _turn,
    Icon.CROSS: _cross,
    Icon.LOCK: _lock,
    Icon.CLOCK: _clock,
    Icon.PIN: _pin,
}
