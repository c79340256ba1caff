"""The small card beside what the pointer rests on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from widgets.map.card_text import CardText
from widgets.map.halo_text import spaced_font
from widgets.theme import Theme

_PAD = 12
_GAP = 44
_TITLE_PX = 15
_LINE_PX = 13
_LINE_STEP = 20
_WIDEST = 360


class HoverCard(QWidget):
    """Never takes the mouse or the focus."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = CardText("", ())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def text(self) -> CardText:
        """What the card says."""
        return self._text

    def tell(self, text: CardText, about: QPointF, room: QRect) -> tuple[QPointF, QPointF]:
        """Show `text` beside a point inside `room`; gives the ends of a line between the two."""
        self._text = text
        self.setAccessibleName(text.title)
        self.setAccessibleDescription("\n".join(text.lines))
        self.resize(self.sizeHint())
        self.move(self._corner(about, room))
        self.show()
        self.raise_()
        self.update()
        return self._foot(about), about

    def sizeHint(self) -> QSize:
        """As wide as its longest line, within reason."""
        title = QFontMetrics(self._title_font()).horizontalAdvance(self._text.title)
        metrics = QFontMetrics(self._line_font())
        lines = [metrics.horizontalAdvance(line) for line in self._text.lines]
        width = min(max([title, *lines]), _WIDEST) + 2 * _PAD + 4
        return QSize(width, 40 + _LINE_STEP * len(self._text.lines))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame and text; a line too long ends in an ellipsis."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), 1.0))
        painter.setBrush(self._theme.color("field_deep"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        row = QRect(_PAD, 6, self.width() - 2 * _PAD, 26)
        self._write(painter, row, self._text.title, self._title_font(), "text")
        row = QRect(_PAD, 30, row.width(), _LINE_STEP)
        for line in self._text.lines:
            self._write(painter, row, line, self._line_font(), "muted")
            row.translate(0, _LINE_STEP)
        painter.end()

    def _write(self, painter: QPainter, row: QRect, text: str, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, row.width())
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, shown)

    def _title_font(self) -> QFont:
        return spaced_font(self.font(), _TITLE_PX, bold=True)

    def _line_font(self) -> QFont:
        return spaced_font(self.font(), _LINE_PX)

    def _corner(self, about: QPointF, room: QRect) -> QPoint:
        """To the upper left where there is room, else to the other side."""
        x = round(about.x()) - self.width() - _GAP
        if x < room.left() + 8:
            x = round(about.x()) + _GAP
        y = round(about.y()) - self.height() - _GAP // 2
        if y < room.top() + 8:
            y = round(about.y()) + _GAP // 2
        return QPoint(
            max(room.left() + 8, min(x, room.right() - self.width() - 8)),
            max(room.top() + 8, min(y, room.bottom() - self.height() - 8)),
        )

    def _foot(self, about: QPointF) -> QPointF:
        """The corner of the card nearest to a point."""
        box = self.geometry()
        return QPointF(
            box.left() if about.x() < box.center().x() else box.right(),
            box.top() + min(max(about.y() - box.top(), 12), box.height() - 12),
        )
