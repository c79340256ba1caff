"""Alarms an operator had to take in over ten minutes, against the bands of EEMUA 191."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import takewhile

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.theme import Theme

WINDOW = timedelta(minutes=10)
MIX_WINDOW = timedelta(hours=1)
ACCEPTABLE, MANAGEABLE, FLOOD = 1, 2, 10
"""Alarms in ten minutes up to which the load is acceptable or manageable, and from which a flood.

EEMUA 191; what lies between is more than an operator should have to take in.
"""
_BAR = 6
_WIDTH = 124


class LoadMeter(QWidget):
    """The count, the band it falls into in words, and a bar that is full at a flood."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._raised: deque[tuple[datetime, int]] = deque()
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._explain()
        theme.changed.connect(self.update)

    @property
    def count(self) -> int:
        """Alarms in the last ten minutes."""
        return self._count

    def start_over(self, raised: Iterable[tuple[datetime, int]], now: datetime) -> None:
        """Take in moment and level of all alarms there are."""
        self._raised = deque(sorted(raised))
        self.tick(now)

    def add(self, raised: datetime, level: int) -> None:
        """Take in one more alarm."""
        self._raised.append((raised, level))

    def tick(self, now: datetime) -> None:
        """Forget alarms that are too old to count."""
        while self._raised and self._raised[0][0] < now - MIX_WINDOW:
            self._raised.popleft()
        since = now - WINDOW
        count = sum(1 for _ in takewhile(lambda one: one[0] >= since, reversed(self._raised)))
        if count != self._count:
            self._count = count
            self._explain()
            self.updateGeometry()
            self.update()

    def band(self) -> str:
        """The band of EEMUA 191 in a word."""
        if self._count >= FLOOD:
            return self.tr("flood")
        if self._count > MANAGEABLE:
            return self.tr("too many")
        return self.tr("acceptable") if self._count <= ACCEPTABLE else self.tr("manageable")

    def mix(self) -> tuple[int, int, int]:
        """Shares of level 1, level 2 and the rest among the alarms of the last hour, per cent."""
        levels = [level for _, level in self._raised]
        if not levels:
            return (0, 0, 0)
        worst, second = (round(100 * levels.count(level) / len(levels)) for level in (1, 2))
        return (worst, second, 100 - worst - second)

    def _explain(self) -> None:
        bands = self.tr(
            "Alarms in 10 minutes (EEMUA 191): up to 1 acceptable, 2 manageable, from 3 too many "
            "for one operator, from 10 a flood"
        )
        worst, second, rest = self.mix()
        mix = self.tr("Last hour: level 1 {a} %, level 2 {b} %, levels 3–4 {c} %; aim 5 / 15 / 80")
        self.setToolTip(f"{bands}\n{mix.format(a=worst, b=second, c=rest)}")

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
        return "warn" if self._count > MANAGEABLE else "ok"

    def _words(self) -> str:
        return self.tr("Alarm load {count} · {band}").format(count=self._count, band=self.band())
