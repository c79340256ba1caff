"""An alarm in full: what was measured where, how often, and which cameras see it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from console.client.store import Store
from console.domain.alarm import Alarm
from widgets.case.facts_grid import FactsGrid
from widgets.case.section_line import SectionLine
from widgets.common.alarm_words import alarm_title, alarm_words
from widgets.common.places import full_place
from widgets.common.terms import Terms
from widgets.common.ticker import Ticker
from widgets.i18n.texts import Texts

_NAMED = 6


class AlarmView(QWidget):
    """Shows one alarm."""

    cameras_wanted = Signal(object)
    """A tuple of camera ids, best first."""

    def __init__(self, store: Store, ticker: Ticker) -> None:
        super().__init__()
        self._store = store
        self._ticker = ticker
        self._alarm: Alarm | None = None
        self.title = QLabel()
        self.title.setObjectName("caseTitle")
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.value = QLabel()
        self.value.setObjectName("alarmValue")
        self.facts = FactsGrid(
            [
                self.tr("State"),
                self.tr("Place"),
                self.tr("Source"),
                self.tr("Raised"),
                self.tr("Last report"),
                self.tr("Seen by"),
                self.tr("Case"),
            ]
        )
        self.cameras = SectionLine()
        self.cameras.activated.connect(self._want_cameras)
        self._names = QLabel()
        self._names.setObjectName("cameraNames")
        self._names.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(4)
        for label in (self.title, self.value):
            label.setContentsMargins(12, 0, 12, 0)
        self._names.setContentsMargins(12, 4, 12, 4)
        self._names.setAlignment(Qt.AlignmentFlag.AlignTop)
        for widget in (self.title, self.value, self.facts, self.cameras, self._names):
            column.addWidget(widget)
        column.addStretch(1)
        ticker.ticked.connect(self._tick)

    def show_alarm(self, alarm: Alarm) -> None:
        """Change the alarm, or bring it up to date."""
        self._alarm = alarm
        title = alarm_title(alarm)
        self.title.setText(title)
        self.value.setText(alarm.value)
        self.value.setVisible(alarm_words(alarm) != title)
        self._show_facts(alarm)
        cameras = [self._store.cameras[key] for key in alarm.cameras if key in self._store.cameras]
        self.cameras.setVisible(bool(cameras))
        self.cameras.show_words(
            self.tr("Linked cameras {count}").format(count=len(cameras)), "", self.tr("To the wall")
        )
        self._names.setText("\n".join(f"{c.number} {c.name}" for c in cameras[:_NAMED]))

    def _show_facts(self, alarm: Alarm) -> None:
        link = self._store.links.get(alarm.source)
        now = self._ticker.now()
        repeats = self.tr(", {count} reports").format(count=alarm.count) if alarm.count > 1 else ""
        seen = ""
        if alarm.acknowledged_at is not None:
            seen = f"{alarm.acknowledged_by} · {Texts.short_clock(alarm.acknowledged_at, now)}"
        self.facts.show_values(
            (
                Terms.alarm_state(alarm.state),
                full_place(self._store, alarm.grid, alarm.street),
                link.name if link else alarm.source,
                Texts.short_clock(alarm.raised_at, now),
                Texts.ago(alarm.last_at, now) + repeats,
                seen,
                alarm.case,
            )
        )

    def _tick(self) -> None:
        if self._alarm is not None and self.isVisible():
            self._show_facts(self._alarm)

    def _want_cameras(self) -> None:
        if self._alarm is not None:
            self.cameras_wanted.emit(self._alarm.cameras)
