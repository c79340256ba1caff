"""An alarm in full: what was measured where, how often, and which cameras see it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from console.client.alarm_groups import AlarmGroups
from console.client.store import Store
from console.domain.alarm import Alarm
from console.domain.camera import Camera, CameraState
from console.domain.camera_drop import CAMERAS_DOWN
from widgets.alarms.camera_members import CameraMembers
from widgets.case.facts_grid import FactsGrid
from widgets.case.section_line import SectionLine
from widgets.common.alarm_texts import AlarmTexts
from widgets.common.alarm_words import alarm_title, alarm_words
from widgets.common.places import full_place
from widgets.common.terms import Terms
from widgets.common.ticker import Ticker
from widgets.i18n.texts import Texts
from widgets.theme import Theme
from widgets.wall.reasons import Reasons

_NAMED = 8


class AlarmView(QWidget):
    """Shows one alarm. `proposed` names the case type that a case opened from it would have."""

    cameras_wanted = Signal(object)
    """A tuple of camera ids, best first."""
    group_wanted = Signal(str)
    """The group that the alarm is folded into."""

    def __init__(
        self,
        store: Store,
        theme: Theme,
        ticker: Ticker,
        groups: AlarmGroups,
        proposed: Callable[[Alarm], str],
    ) -> None:
        super().__init__()
        self._groups = groups
        self._proposed = proposed
        self._reasons = Reasons()
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
                self.tr("Aside"),
                self.tr("Muted"),
                self.tr("Note"),
                self.tr("Place"),
                self.tr("Cause"),
                self.tr("Source"),
                self.tr("Raised"),
                self.tr("Last report"),
                self.tr("Seen by"),
                self.tr("Proposed case"),
                self.tr("Case"),
            ]
        )
        self.group = SectionLine()
        self.group.activated.connect(self._want_group)
        self.members = CameraMembers(store, theme)
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
        lines = (self.title, self.value, self.facts, self.group, self.cameras, self._names)
        for widget in lines:
            column.addWidget(widget)
        column.addWidget(self.members, 1)
        column.addStretch(0)
        ticker.ticked.connect(self._tick)

    def show_alarm(self, alarm: Alarm) -> None:
        """Change the alarm, or bring it up to date."""
        self._alarm = alarm
        title = alarm_title(alarm)
        self.title.setText(title)
        self.value.setText(alarm.value)
        self.value.setVisible(alarm_words(alarm) != title)
        self._show_facts(alarm)
        self._show_group(alarm)
        self._show_cameras(alarm)
        self.members.show_alarm(alarm)

    def _show_group(self, alarm: Alarm) -> None:
        group = self._groups.group(alarm.group) if self._groups.folded(alarm) else None
        self.group.setVisible(group is not None)
        if group is not None:
            words = self.tr("One of {count} folded alarms").format(count=len(group.members))
            self.group.show_words(words, "", self.tr("Show all"))

    def _show_cameras(self, alarm: Alarm) -> None:
        cameras = [self._store.cameras[key] for key in alarm.cameras if key in self._store.cameras]
        self.cameras.setVisible(bool(cameras))
        self.cameras.show_words(
            self.tr("Linked cameras {count}").format(count=len(cameras)), "", self.tr("To the wall")
        )
        self._names.setVisible(bool(cameras))
        self._names.setText("\n".join(self._camera(one, alarm) for one in cameras[:_NAMED]))

    def _camera(self, camera: Camera, alarm: Alarm) -> str:
        """Which camera, and why this one: how far, whether it looks there, whether it is up."""
        where = self._reasons.near("", camera, alarm.place).strip() if alarm.place else ""
        down = self.tr("offline") if camera.state is CameraState.OFFLINE else ""
        return " · ".join(p for p in (f"{camera.number} {camera.name}", where, down) if p)

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
                AlarmTexts.aside(alarm, now),
                AlarmTexts.muted(alarm, now),
                AlarmTexts.note(alarm, now),
                full_place(self._store, alarm.grid, alarm.street),
                alarm.key if alarm.type == CAMERAS_DOWN else "",
                link.name if link else self._own_name(alarm.source),
                Texts.short_clock(alarm.raised_at, now),
                Texts.ago(alarm.last_at, now) + repeats,
                seen,
                "" if alarm.case else self._proposed(alarm),
                alarm.case,
            )
        )

    def _own_name(self, source: str) -> str:
        return self.tr("Hub") if source == "hub" else source

    def _tick(self) -> None:
        if self._alarm is not None and self.isVisible():
            self._show_facts(self._alarm)

    def _want_cameras(self) -> None:
        if self._alarm is not None:
            self.cameras_wanted.emit(self._alarm.cameras)

    def _want_group(self) -> None:
        if self._alarm is not None:
            self.group_wanted.emit(self._alarm.group)
