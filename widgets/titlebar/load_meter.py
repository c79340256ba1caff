"""Alarms an operator had to take in over ten minutes, against the bands of EEMUA 191."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.theme import Theme

WINDOW = timedelta(minutes=10)
ACCEPTABLE = 1
"""Alarms in ten minutes that one operator handles well (EEMUA 191)."""
FLOOD = 10
"""Alarms in ten minutes from which it is a flood (EEMUA 191)."""
_BAR = 6
_WIDTH = 124


class LoadMeter(QWidget):
    """A bar that is full at a flood; green up to 4, amber below 10, red from there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._raised: deque[datetime] = deque()
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setToolTip(self.tr("Alarms in 10 minutes: 1 is acceptable, 10 is a flood (EEMUA 191)"))
        theme.changed.connect(self.update)

    @property
    def count(self) -> int:
        """Alarms in the last ten minutes."""
        return self._count

    def start_over(self, raised: Iterable[datetime], now: datetime) -> None:
        """Take in the moments of all alarms there are."""
        self._raised = deque(sorted(raised))
        self.tick(now)

    def add(self, raised: datetime) -> None:
        """Take in one more alarm."""
        self._raised.append(raised)

    def tick(self, now: datetime) -> None:
        """Forget alarms older than ten minutes."""
        while self._raised and self._raised[0] < now - WINDOW:
            self._raised.popleft()
        if len(self._raised) != self._count:
            self._count = len(self._raised)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Width of the bar or of the words over it."""
        advance = self.fontMetrics().horizontalAdvance(self._words())
        return QSize(max(_WIDTH, advance + 2), 32)

    def minimumSizeHint(self) -> QSize:
        """The meter never shrinks."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words and the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(self._theme.color("bad_text" if self._count >= FLOOD else "muted"))
        middle = self.height() / 2
        words = QRectF(0, middle - 15, self.width(), 18)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words())
        painter.setPen(Qt.PenStyle.NoPen)
        trough = QRectF(0, middle + 7, self.width(), _BAR)
        painter.setBrush(self._theme.color("trough"))
        painter.drawRoundedRect(trough, 3, 3)
        share = min(1.0, self._count / FLOOD)
        if share:
            painter.setBrush(self._theme.color(self._tone()))
            trough.setWidth(max(_BAR, trough.width() * share))
            painter.drawRoundedRect(trough, 3, 3)
        painter.end()

    def _tone(self) -> str:
        if self._count >= FLOOD:
            return "bad"
        return "warn" if self._count > FLOOD // 2 else "ok"

    def _words(self) -> str:
        return self.tr("Alarm load {count} / 10 min").format(count=self._count)
