"""The clocks of a case as boxes: what was met and how fast, what runs and how long it still may."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console.domain.case import Case
from console.domain.sla import Clock, Light
from widgets.common.terms import Terms
from widgets.common.ticker import Now
from widgets.i18n.texts import Texts
from widgets.theme import Theme

_HEIGHT = 52
_GAP = 6
MOST = 4
_INK = {Light.GREEN: "ok_text", Light.AMBER: "warn_text", Light.RED: "bad_text"}
_EDGE = {Light.GREEN: "line", Light.AMBER: "level_2", Light.RED: "bad"}


class ClockBoxes(QWidget):
    """At most four clocks: the running ones, and before them the latest that were met."""

    def __init__(self, theme: Theme, now: Now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now = now
        self._clocks: tuple[Clock, ...] = ()
        self.setFixedHeight(_HEIGHT)
        theme.changed.connect(self.update)

    def show_case(self, case: Case) -> None:
        """Change the case."""
        self._clocks = shown_clocks(case)
        self.setVisible(bool(self._clocks))
        self.setToolTip("\n".join(self._remarks()))
        self.setAccessibleName(" · ".join(self.words(clock, self._now()) for clock in self._clocks))
        self.update()

    def words(self, clock: Clock, now: datetime) -> str:
        """What a box says: the time it took, or the time left."""
        if clock.met_at is not None:
            return Texts.duration((clock.met_at - clock.started_at).total_seconds())
        if clock.paused:
            return self.tr("Paused")
        if clock.due_at < now:
            return Texts.countdown(clock.due_at, now)
        return self.tr("{time} left").format(time=Texts.countdown(clock.due_at, now))

    def _remarks(self) -> Iterator[str]:
        """What a box has no room for: extensions, and years without a holiday calendar."""
        for clock in self._clocks:
            name = Terms.clock(clock.kind)
            due = clock.due_at.astimezone()
            if clock.first_due_at is not None:
                words = self.tr("{clock}: extended from {old} to {new}")
                old = f"{clock.first_due_at.astimezone():%Y-%m-%d %H:%M}"
                yield words.format(clock=name, old=old, new=f"{due:%Y-%m-%d %H:%M}")
            if clock.guessed:
                words = self.tr("{clock}: no holiday calendar for {year}, weekdays were counted")
                yield words.format(clock=name, year=due.year)

    def limit_words(self, clock: Clock) -> str:
        """Which limit a box is about; the old deadline of an extended one, ≈ for a guessed one."""
        name = Terms.clock(clock.kind)
        if clock.first_due_at is not None:
            first = Texts.short_clock(clock.first_due_at, self._now()).split(" ")[0]
            return self.tr("{clock}, was {time}").format(clock=name, time=first)
        guess = "≈" if clock.guessed else ""
        return f"{name} {guess}{Texts.rough(clock.limit_s)}"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the boxes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = self._now()
        width = (self.width() - _GAP * (MOST - 1)) / MOST
        for index, clock in enumerate(self._clocks):
            box = QRectF(index * (width + _GAP), 0, width, _HEIGHT)
            self._box(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), clock, now)
        painter.end()

    def _box(self, painter: QPainter, box: QRectF, clock: Clock, now: datetime) -> None:
        light = clock.light(now)
        running = clock.running
        painter.setPen(self._theme.color(_EDGE[light] if running else "line"))
        painter.setBrush(self._theme.color("field"))
        painter.drawRoundedRect(box, 4, 4)
        font = QFont(self.font())
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(self._theme.color("muted"))
        limit = self.limit_words(clock)
        self._line(painter, box.adjusted(8, 6, -6, -28), limit)
        words = self.words(clock, now)
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(_fitting(font, words, box.width() - 14))
        painter.setFont(font)
        painter.setPen(self._theme.color("muted" if clock.paused else _INK[light]))
        self._line(painter, box.adjusted(8, 22, -6, -4), words)

    @staticmethod
    def _line(painter: QPainter, room: QRectF, text: str) -> None:
        words = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


def shown_clocks(case: Case) -> tuple[Clock, ...]:
    """The clocks that get a box, in the order of their deadlines."""
    waiting = sorted((c for c in case.clocks if c.met_at is None), key=lambda c: c.due_at)[:MOST]
    met = sorted((c for c in case.clocks if c.met_at is not None), key=lambda c: c.due_at)
    room = MOST - len(waiting)
    return (*(met[-room:] if room else ()), *waiting)


def _fitting(font: QFont, words: str, width: float) -> int:
    """The largest of three sizes at which the words fit."""
    for size in (17, 15):
        font.setPixelSize(size)
        if QFontMetricsF(font).horizontalAdvance(words) <= width:
            return size
    return 13
