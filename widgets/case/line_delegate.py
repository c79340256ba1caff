"""Painting the rows of a section: mark, words, and at the right who and when."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from widgets.case.case_line import CaseLine, Mark
from widgets.theme import Theme

LINE_ROLE = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 28
_PAD = 12
_BOX = 15
_TEXT = _PAD + _BOX + 9
MARK_RIGHT = _TEXT - 4
"""Left of this a click is on the mark."""
_NOTE_SHARE = 0.46


class LineDelegate(QStyledItemDelegate):
    """A box that is ticked, half or empty; a dot for what only leads somewhere."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are equally high."""
        return QSize(100, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        line: CaseLine = index.data(LINE_ROLE)
        theme, room = self._theme, option.rect
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if focused:
            painter.fillRect(room, theme.color("selected"))
        top = room.top() + (room.height() - _BOX) / 2
        self._mark(painter, QRectF(room.left() + _PAD, top, _BOX, _BOX), line.mark)
        font = QFont(option.font)
        small = QFont(font)
        small.setPixelSize(13)
        metrics = QFontMetrics(small)
        width = room.width() - _TEXT - _PAD
        note = metrics.elidedText(line.note, Qt.TextElideMode.ElideRight, int(width * _NOTE_SHARE))
        painter.setFont(small)
        painter.setPen(theme.color("muted"))
        words = room.adjusted(_TEXT, 0, -_PAD, 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(right), note)
        painter.setFont(font)
        painter.setPen(theme.color("muted" if line.mark is Mark.DONE else "text"))
        left = words.adjusted(0, 0, -metrics.horizontalAdvance(note) - (10 if note else 0), 0)
        text = painter.fontMetrics().elidedText(
            line.text, Qt.TextElideMode.ElideRight, left.width()
        )
        painter.drawText(left, int(Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()

    def _mark(self, painter: QPainter, box: QRectF, mark: Mark) -> None:
        theme = self._theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if mark in (Mark.LINK, Mark.ASK):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent" if mark is Mark.LINK else "warn"))
            painter.drawEllipse(box.center(), 4.5, 4.5)
            return
        edge = {Mark.DUE: "warn_text", Mark.DONE: "ok"}.get(mark, "muted")
        painter.setPen(QPen(theme.color(edge), 1.6 if mark is Mark.DUE else 1.2))
        painter.drawRoundedRect(box, 3, 3)
        if mark is Mark.DONE:
            self._tick(painter, box, theme.color("ok_text"))
        elif mark is Mark.HALF:
            painter.fillRect(box.adjusted(4, 4, -4, -4), theme.color("accent"))

    @staticmethod
    def _tick(painter: QPainter, box: QRectF, ink: QColor) -> None:
        painter.setPen(QPen(ink, 2))
        corner = QPointF(box.left() + 6.2, box.bottom() - 3.8)
        painter.drawLine(QPointF(box.left() + 3.4, box.center().y() + 0.6), corner)
        painter.drawLine(corner, QPointF(box.right() - 3.0, box.top() + 4.0))
