"""The highest response level in force, how many cases are on it and for how long."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.client.store import Store
from console.domain.case import Case
from widgets.common.level_badge import level_shape
from widgets.common.terms import Terms
from widgets.i18n.texts import Texts
from widgets.theme import Theme

_HEIGHT = 32
_MARK = 12
_PAD = 12


class ResponseBanner(QWidget):
    """Shown while a case of level 1–3 is open and its response not lifted.

    A click goes to the oldest case of the level.
    """

    wanted = Signal(str)
    """Carries a case number."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._case: Case | None = None
        self._count = 0
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.update)
        self.hide()

    def follow(self, store: Store, now: datetime) -> None:
        """Find the highest level among the open cases."""
        standing = [c for c in store.cases.values() if c.open and not c.response.lifted]
        level = min((case.level for case in standing), default=4)
        at_level = [case for case in standing if case.level == level]
        self._count = len(at_level)
        self._case = min(at_level, key=lambda case: case.reported_at) if level < 4 else None
        self.setVisible(self._case is not None)
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Bring the time it has lasted up to date."""
        if self._case is None:
            return
        words = self.tr("{level} response · {title} · {count} open · {time}").format(
            level=Terms.level(self._case.level),
            title=self._case.opening.title,
            count=self._count,
            time=Texts.span((now - self._case.reported_at).total_seconds()),
        )
        if words != self._words:
            self._words = words
            self.setToolTip(words)
            self.setAccessibleName(words)
            self.updateGeometry()
            self.update()

    def text(self) -> str:
        """The words shown."""
        return self._words if self._case else ""

    def sizeHint(self) -> QSize:
        """Room for mark and words."""
        advance = self._width_of_words()
        return QSize(advance + _MARK + 6 + 2 * _PAD, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The words may be cut."""
        return QSize(90, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the case."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the case."""
        self._go()

    def _go(self) -> None:
        if self._case is not None:
            self.wanted.emit(self._case.number)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame, level shape and words."""
        if self._case is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.level(self._case.level)
        fill = QColor(color)
        fill.setAlphaF(0.16)
        painter.setPen(QPen(self._theme.color("accent"), 2.4) if self.hasFocus() else color)
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        mark = QRectF(_PAD, (self.height() - _MARK) / 2, _MARK, _MARK)
        painter.drawPolygon(level_shape(mark, self._case.level))
        painter.setFont(self._strong())
        painter.setPen(self._theme.color(f"on_tint_{self._case.level}"))
        room = self.rect().adjusted(_PAD + _MARK + 6, 0, -_PAD, 0)
        words = painter.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _strong(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _width_of_words(self) -> int:
        return QFontMetrics(self._strong()).horizontalAdvance(self._words) + 2
