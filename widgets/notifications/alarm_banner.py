"""A new alarm of level 1 or 2: flashes over the window until somebody acknowledges it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from console.client.seat import Seat
from console.client.store import Store
from console.domain.alarm import Alarm, AlarmState
from console.domain.commands import AcknowledgeAlarm
from widgets.common.alarm_words import alarm_words
from widgets.common.elided_label import ElidedLabel
from widgets.common.level_badge import draw_level
from widgets.common.places import short_place
from widgets.common.terms import Terms
from widgets.theme import Theme

_HEIGHT = 44
_WIDTH = 720
_BADGE = 26
_CLEAR = 30
"""Pixels round the alarm's place that the banner leaves free."""

Where = Callable[[str], QPointF | None]


def _nowhere(_alarm: str) -> QPointF | None:
    return None


class AlarmBanner(QFrame):
    """Shows the worst unacknowledged alarm and how many more there are; never takes the focus."""

    acknowledge_wanted = Signal(str)
    show_wanted = Signal(str)

    def __init__(self, store: Store, theme: Theme, me: Seat) -> None:
        super().__init__()
        self.setObjectName("alarmBanner")
        self._store = store
        self._theme = theme
        self._me = me
        self._over: QWidget | None = None
        self._anchor: QWidget | None = None
        self._where: Where = _nowhere
        self._alarm: Alarm | None = None
        self._waiting: dict[str, Alarm] = {}
        self._bright = True
        self._words = ElidedLabel()
        self._words.setObjectName("alarmWords")
        self._show_button = QPushButton(self.tr("Show"))
        self._seen_button = QPushButton(self.tr("Acknowledge"))
        self._seen_button.setObjectName("primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(14 + _BADGE + 10, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        for button in (self._show_button, self._seen_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self._show_button.clicked.connect(self._ask_to_show)
        self._seen_button.clicked.connect(self._ask_to_acknowledge)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.hide()

    def attach(self, over: QWidget, anchor: QWidget, where: Where = _nowhere) -> None:
        """Lie over a widget from now on, at the lower edge of `anchor` while that is in it.

        `where` finds an alarm's place in pixels of `anchor`; that is left free.
        """
        self._over, self._anchor, self._where = over, anchor, where
        self.setParent(over)
        for watched in (over, anchor):
            watched.installEventFilter(self)
        self.follow()

    @property
    def alarm(self) -> Alarm | None:
        """The alarm shown."""
        return self._alarm

    def follow(self, keys: Iterable[str] | None = None) -> None:
        """Find the worst alarm of level 1–2 that nobody has seen; `keys` are those that changed."""
        alarms = self._store.alarms
        if keys is None:
            self._waiting.clear()
        for key in alarms if keys is None else keys:
            alarm = alarms.get(key)
            if alarm and alarm.level <= 2 and alarm.state is AlarmState.UNACKNOWLEDGED:
                self._waiting[key] = alarm
            else:
                self._waiting.pop(key, None)
        waiting = self._waiting.values()
        self._alarm = min(waiting, key=lambda a: (a.level, a.raised_at), default=None)
        if self._alarm is not None:
            self._words.setText(self._sentence(self._alarm, len(waiting) - 1))
            self._seen_button.setVisible(self._me.may(AcknowledgeAlarm))
            self.place()
            self.raise_()
        self.setVisible(self._alarm is not None and self._over is not None)
        self.update()

    def tick(self, _now: datetime) -> None:
        """Flash."""
        if self._alarm is not None:
            self._bright = not self._bright
            self.update()

    def text(self) -> str:
        """The words shown."""
        return self._words.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay where the eyes are."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self.place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, its edge in the level's colour, and the level's mark."""
        if self._alarm is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.level(self._alarm.level)
        painter.setPen(color)
        painter.setBrush(_mixed(self._theme.color("panel"), color, 0.34 if self._bright else 0.12))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        badge = QRectF(14, (self.height() - _BADGE) / 2, _BADGE, _BADGE)
        draw_level(painter, badge, self._alarm.level, self._theme)
        painter.end()

    def _sentence(self, alarm: Alarm, more: int) -> str:
        what = self.tr("{level} alarm").format(level=Terms.level(alarm.level))
        words = f"{what} · {alarm_words(alarm)}"
        place = short_place(self._store, alarm.grid)
        sentence = f"{words} · {place}" if place else words
        if more:
            sentence += "  " + self.tr("and {count} more").format(count=more)
        return sentence

    def _ask_to_show(self) -> None:
        if self._alarm is not None:
            self.show_wanted.emit(self._alarm.id)

    def _ask_to_acknowledge(self) -> None:
        if self._alarm is not None:
            self.acknowledge_wanted.emit(self._alarm.id)

    def place(self) -> None:
        """Take the place that is right now, beside what the banner tells of."""
        over, anchor = self._over, self._anchor
        if over is None or anchor is None:
            return
        if anchor.isVisible() and over.isAncestorOf(anchor) and anchor.window() is over.window():
            corner = anchor.mapTo(over, anchor.rect().bottomLeft())
            room = QRect(corner.x(), corner.y() - _HEIGHT - 12, anchor.width(), _HEIGHT)
        else:
            room = QRect(0, 4, over.width(), _HEIGHT)
        width = min(_WIDTH, room.width() - 32)
        box = QRect(room.center().x() - width // 2, room.top(), width, _HEIGHT)
        subject = self._subject(over, anchor)
        if subject is not None:
            near = box.adjusted(-_CLEAR, -_CLEAR, _CLEAR, _CLEAR)
            if near.contains(subject):
                box.moveBottom(subject.y() - _CLEAR)
        self.setGeometry(box)

    def _subject(self, over: QWidget, anchor: QWidget) -> QPoint | None:
        point = self._where(self._alarm.id) if self._alarm is not None else None
        if point is None or not over.isAncestorOf(anchor):
            return None
        return anchor.mapTo(over, point.toPoint())


def _mixed(ground: QColor, color: QColor, share: float) -> QColor:
    return QColor.fromRgbF(
        ground.redF() * (1 - share) + color.redF() * share,
        ground.greenF() * (1 - share) + color.greenF() * share,
        ground.blueF() * (1 - share) + color.blueF() * share,
    )
