"""Painting the rows of the queue."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from widgets.common.level_badge import draw_level
from widgets.queue.marks import Marks
from widgets.queue.queue_row import QueueRow
from widgets.queue.rows_model import KEY_ROLE, ROW_ROLE
from widgets.theme import Theme

ROW_HEIGHT, LOW_HEIGHT = 61, 36
_PAD = 12
_BADGE, _LOW_BADGE = 34, 24
_TEXT_LEFT = _PAD + _BADGE + 10
_SMALL = 13
_LINE = 20
_WHITE = QColor("#FFFFFF")
_ALIGN = Qt.AlignmentFlag.AlignVCenter


class RowDelegate(QStyledItemDelegate):
    """Level mark, title over place, countdown over holder; marked rows have a tick.

    `blink` alternates for flashing rows; `dense` rows leave the second line out.
    """

    def __init__(self, theme: Theme, marks: Marks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks = marks
        self.dense = False
        self.blink = False

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are alike."""
        return QSize(200, LOW_HEIGHT if self.dense else ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row: QueueRow = index.data(ROW_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        self._ground(painter, rect, row, state)
        size = _LOW_BADGE if self.dense else _BADGE
        top = rect.top() + (rect.height() - 1 - size) / 2
        badge = QRectF(rect.left() + _PAD + (_BADGE - size) / 2, top, size, size)
        if row.flashing and self.blink:
            painter.setOpacity(0.35)
        draw_level(painter, badge, row.level, self._theme)
        painter.setOpacity(1.0)
        if index.data(KEY_ROLE) in self._marks:
            self._tick(painter, badge)
        self._texts(painter, rect, row, QFont(option.font))
        painter.restore()

    def _tick(self, painter: QPainter, badge: QRectF) -> None:
        """A tick over the lower corner of the level's mark."""
        spot = QRectF(badge.right() - 9, badge.bottom() - 9, 15, 15)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        painter.drawEllipse(spot)
        painter.setPen(QPen(_WHITE, 2))
        left, top = spot.left(), spot.top()
        points = ((3.5, 7.5), (6.5, 10.5), (11.5, 4.5))
        painter.drawPolyline([QPointF(left + x, top + y) for x, y in points])

    def _ground(
        self, painter: QPainter, rect: QRect, row: QueueRow, state: QStyle.StateFlag
    ) -> None:
        theme = self._theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("selected"))
            painter.fillRect(
                QRect(rect.left(), rect.top(), 3, rect.height()), theme.color("accent")
            )
        elif row.flashing and self.blink:
            tint = QColor(theme.level(row.level))
            tint.setAlphaF(0.22)
            painter.fillRect(rect, tint)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("panel_head"))
        painter.fillRect(
            QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line_soft")
        )

    def _texts(self, painter: QPainter, rect: QRect, row: QueueRow, font: QFont) -> None:
        small = QFont(font)
        small.setPixelSize(_SMALL)
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        above = (LOW_HEIGHT - 1 - _LINE) // 2 if self.dense else 9
        top = QRect(rect.left(), rect.top() + above, rect.width() - _PAD, _LINE)
        low = top.translated(0, _LINE + 2)
        room = rect.width() - _TEXT_LEFT - _PAD
        painter.setFont(strong)
        painter.setPen(self._theme.color(row.tone))
        used = self._right(painter, top, row.right, room // 2)
        painter.setPen(self._theme.color("text"))
        self._left(painter, top, self._title(row), used)
        if self.dense:
            return
        painter.setFont(small)
        painter.setPen(self._theme.color("muted"))
        used = self._right(painter, low, row.who, room // 2)
        self._left(painter, low, row.place, used)

    def _title(self, row: QueueRow) -> str:
        return f"[{self.tr('Exercise')}] {row.title}" if row.exercise else row.title

    @staticmethod
    def _right(painter: QPainter, line: QRect, text: str, room: int) -> int:
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, _ALIGN | Qt.AlignmentFlag.AlignRight, shown)
        return metrics.horizontalAdvance(shown)

    @staticmethod
    def _left(painter: QPainter, line: QRect, text: str, used: int) -> None:
        place = line.adjusted(_TEXT_LEFT, 0, -used - (10 if used else 0), 0)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _ALIGN | Qt.AlignmentFlag.AlignLeft, shown)
