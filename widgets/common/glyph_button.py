"""Small buttons with drawn marks, crisp at any scale and in the theme's colours."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from widgets.theme import Theme

_SIZE = 24
_MARK = 9.0


class Glyph(Enum):
    """What is drawn."""

    CLOSE = "close"
    TEAR_OFF = "tear_off"
    MENU = "menu"


class GlyphButton(QToolButton):
    """A flat button with one glyph and a tooltip; Tab reaches it, a click leaves the focus."""

    def __init__(
        self, glyph: Glyph, hint: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("glyph")
        self._glyph = glyph
        self._theme = theme
        self.setToolTip(hint)
        self.setAccessibleName(hint)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(_SIZE, _SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a soft ground while the cursor is over it, then the glyph."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hot = self.underMouse() or self.isDown() or self.hasFocus()
        if hot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("button"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 1.4))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        painter.setPen(QPen(self._theme.color("text" if hot else "muted"), 1.4))
        box = QRectF(0, 0, _MARK, _MARK)
        box.moveCenter(QRectF(self.rect()).center())
        self._draw(painter, box)
        painter.end()

    def _draw(self, painter: QPainter, box: QRectF) -> None:
        if self._glyph is Glyph.CLOSE:
            painter.drawLine(box.topLeft(), box.bottomRight())
            painter.drawLine(box.topRight(), box.bottomLeft())
        elif self._glyph is Glyph.TEAR_OFF:
            painter.drawRect(box.adjusted(0, 3, -3, 0))
            painter.drawPolyline(
                [
                    box.topLeft() + QPointF(3, 1.5),
                    box.topLeft() + QPointF(3, 0),
                    box.topRight(),
                    box.bottomRight() - QPointF(0, 3),
                    box.bottomRight() - QPointF(1.5, 3),
                ]
            )
        else:
            for step in (-1, 0, 1):
                middle = box.center().y() + step * 4.5
                painter.drawLine(QPointF(box.left() - 3, middle), QPointF(box.right() + 3, middle))
