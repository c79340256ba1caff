"""Painting the lines of a case log: time, wrapped text, who."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from widgets.case.log_model import LINE_ROLE, LogLine
from widgets.theme import Theme

_TIME = 48
_LONG_TIME = 88
_PAD = 3
_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class LogDelegate(QStyledItemDelegate):
    """Lines are as high as their text needs."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The height of the wrapped text in the view's width."""
        line: LogLine = index.data(LINE_ROLE)
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else option.rect.width()
        room = QRect(0, 0, max(80, width - _text_left(line)), 10_000)
        height = QFontMetrics(option.font).boundingRect(room, _FLAGS, _words(line)).height()
        return QSize(width, height + 2 * _PAD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one line."""
        line: LogLine = index.data(LINE_ROLE)
        painter.save()
        painter.setFont(QFont(option.font))
        room = option.rect.adjusted(0, _PAD, 0, -_PAD)
        painter.setPen(self._theme.color("muted"))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, line.time)
        painter.setPen(self._theme.color("text"))
        painter.drawText(room.adjusted(_text_left(line), 0, 0, 0), int(_FLAGS), _words(line))
        painter.restore()


def _text_left(line: LogLine) -> int:
    return _TIME + 8 if len(line.time) <= 5 else _LONG_TIME + 8


def _words(line: LogLine) -> str:
    return f"{line.text} · {line.by}" if line.by and line.by not in line.text else line.text
