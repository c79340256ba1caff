"""The alarms on a locked screen: how bad, what kind, where, when. Nothing that somebody wrote."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console.client.store import Store
from console.domain.alarm import Alarm, AlarmState
from widgets.common.level_badge import draw_level
from widgets.common.places import short_place
from widgets.common.terms import Terms
from widgets.i18n.mark import QT_TRANSLATE_NOOP
from widgets.i18n.texts import Texts
from widgets.theme import Theme

MOST = 7
_LINE, _BADGE = 40, 24
_KINDS = {
    "sensor": QT_TRANSLATE_NOOP("AlarmLines", "Sensor"),
    "video": QT_TRANSLATE_NOOP("AlarmLines", "Video"),
    "system": QT_TRANSLATE_NOOP("AlarmLines", "System"),
    "case": QT_TRANSLATE_NOOP("AlarmLines", "Case overdue"),
}
_OTHER = QT_TRANSLATE_NOOP("AlarmLines", "Alarm")


class AlarmLines(QWidget):
    """Paints the worst unacknowledged alarms and a line of how many there are of each level."""

    def __init__(self, store: Store, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._theme = theme
        self._shown: list[Alarm] = []
        self._count: Counter[int] = Counter()
        self._now: datetime | None = None
        self.setMinimumHeight(_LINE * (MOST + 1))

    def follow(self, now: datetime) -> None:
        """Look at the store again."""
        waiting = [
            alarm
            for alarm in self._store.alarms.values()
            if alarm.state is AlarmState.UNACKNOWLEDGED
        ]
        self._count = Counter(alarm.level for alarm in waiting)
        self._shown = sorted(waiting, key=lambda a: (a.level, -a.raised_at.timestamp()))[:MOST]
        self._now = now
        self.update()

    def lines(self) -> list[str]:
        """What is written, the counts first."""
        return [self._summary(), *(self._words(alarm) for alarm in self._shown)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint badge and words of each."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("muted"))
        head = QRectF(0, 0, self.width(), _LINE)
        painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter), self._summary())
        for row, alarm in enumerate(self._shown, start=1):
            top = row * _LINE
            badge = QRectF(0, top + (_LINE - _BADGE) / 2, _BADGE, _BADGE)
            draw_level(painter, badge, alarm.level, self._theme)
            painter.setPen(self._theme.color("text"))
            room = QRectF(_BADGE + 12, top, self.width() - _BADGE - 12, _LINE)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._words(alarm))
        painter.end()

    def _summary(self) -> str:
        if not self._count:
            return self.tr("No alarm waits to be acknowledged")
        parts = [f"{Terms.level(level)} {self._count[level]}" for level in sorted(self._count)]
        return self.tr("Alarms not acknowledged: {counts}").format(counts=" · ".join(parts))

    def _words(self, alarm: Alarm) -> str:
        kind = _KINDS.get(alarm.type.partition(".")[0], _OTHER)
        words = QCoreApplication.translate("AlarmLines", kind)
        at = Texts.short_clock(alarm.raised_at, self._now or alarm.raised_at)
        place = short_place(self._store, alarm.grid)
        parts = (Terms.level(alarm.level), words, place, at)
        return "   ".join(part for part in parts if part)
