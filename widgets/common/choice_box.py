"""A drop-down list with an arrow in the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox

_ARROW = 4.0
_FROM_RIGHT = 15.0


class ChoiceBox(QComboBox):
    """The style sheet takes Qt's arrow away; this paints one that follows the palette."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then the arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 1.5))
        x, y = self.width() - _FROM_RIGHT, self.height() / 2
        painter.drawPolyline(
            [
                QPointF(x - _ARROW, y - _ARROW / 2),
                QPointF(x, y + _ARROW / 2),
                QPointF(x + _ARROW, y - _ARROW / 2),
            ]
        )
        painter.end()
