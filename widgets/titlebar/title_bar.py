"""The bar over everything: district, response, lamps, load, duty leader, date and clock."""

from __future__ import annotations

from datetime import datetime
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from console.client.duty import duty_leader
from console.client.store import Changes, Store
from console.domain.alarm import Alarm
from console.domain.facts import Kind
from widgets.common.elided_label import ElidedLabel
from widgets.common.glyph_button import Glyph, GlyphButton
from widgets.freshness import Freshness
from widgets.i18n.texts import Texts
from widgets.theme import Theme
from widgets.titlebar.approvals_button import ApprovalsButton
from widgets.titlebar.lamps import Lamps
from widgets.titlebar.load_meter import LoadMeter
from widgets.titlebar.response_banner import ResponseBanner

HEIGHT = 56
WITH_DATE = 1600
WITH_LOAD = 1480
"""Narrower than this, date or load meter are left out."""


class TitleBar(QFrame):
    """The title bar. `menu` hangs on the button at its right end."""

    def __init__(
        self, store: Store, theme: Theme, fresh: Freshness, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("titleBar")
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._store = store
        self._name = ElidedLabel()
        self._name.setObjectName("districtName")
        self.banner = ResponseBanner(theme)
        self.approvals = ApprovalsButton(store)
        self.lamps = Lamps(store, theme, fresh)
        self.load = LoadMeter(theme)
        self._leader = QLabel()
        self._leader.setObjectName("dutyLeader")
        self._date = QLabel()
        self._date.setObjectName("date")
        self._clock = QLabel()
        self._clock.setObjectName("clock")
        self._button = GlyphButton(Glyph.MENU, self.tr("View and help"), theme)
        self._arrange()

    def _arrange(self) -> None:
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._leader.setTextFormat(Qt.TextFormat.RichText)
        when = QHBoxLayout()
        when.setSpacing(10)
        when.addWidget(self._date, 0, Qt.AlignmentFlag.AlignVCenter)
        when.addWidget(self._clock, 0, Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(20)
        row.addWidget(self._name)
        row.addWidget(self.banner)
        row.addWidget(self.approvals)
        row.addStretch(1)
        row.addWidget(self.lamps)
        row.addWidget(self.load)
        row.addWidget(self._leader)
        row.addLayout(when)
        row.addWidget(self._button)

    def leader_words(self) -> str:
        """Who leads the shift, as shown."""
        return self._leader.text()

    def set_menu(self, menu: QMenu) -> None:
        """Hang the menu on the button."""
        self._button.setMenu(menu)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow screen date and load give way first."""
        super().resizeEvent(event)
        self._date.setVisible(self.width() >= WITH_DATE)
        self.load.setVisible(self.width() >= WITH_LOAD)

    def apply(self, changes: Changes, now: datetime) -> None:
        """Follow the store."""
        if changes.touched(Kind.DISTRICT) or changes.touched(Kind.HANDOVER):
            self._show_district()
        if changes.touched(Kind.CASE):
            self.banner.follow(self._store, now)
            self.approvals.follow()
        if changes.reset:
            alarms = self._store.alarms.values()
            self.load.start_over(((one.raised_at, one.level) for one in alarms), now)
        else:
            self._count_new(changes)
        self.lamps.apply(changes)

    def tick(self, now: datetime) -> None:
        """Bring clock, ages and load up to date."""
        self._date.setText(Texts.date(now))
        self._clock.setText(Texts.clock(now))
        self.banner.tick(now)
        self.load.tick(now)
        self.lamps.tick()

    def _count_new(self, changes: Changes) -> None:
        for fact in changes.facts:
            if fact.name == "AlarmRaised" and isinstance(fact.row, Alarm):
                self.load.add(fact.at, fact.row.level)

    def _show_district(self) -> None:
        district = self._store.district
        if district is None:
            return
        self._name.setText(district.centre_name)
        leader = escape(duty_leader(self._store) or district.duty_leader)
        self._leader.setText(self.tr("Duty leader {name}").format(name=f"<b>{leader}</b>"))
