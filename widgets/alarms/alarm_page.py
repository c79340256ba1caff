"""The right-hand panel's page for alarms: one alarm, or the members of a card."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QStackedLayout

from console.client.alarm_groups import AlarmGroups
from console.client.store import Changes, Store
from console.domain.alarm import Alarm, AlarmState
from console.domain.alarm_commands import (
    AcknowledgeGroup,
    NoteAlarm,
    PutBackInService,
    ShelveAlarm,
    UnshelveAlarm,
)
from console.domain.commands import AcknowledgeAlarm, OpenCase
from console.domain.facts import Kind
from widgets.alarms.alarm_actions import AlarmActions
from widgets.alarms.alarm_dialogs import AlarmDialogs
from widgets.alarms.alarm_menu import AlarmMenu
from widgets.alarms.alarm_view import AlarmView
from widgets.alarms.group_view import GroupView
from widgets.case.action_bar import Offer
from widgets.case.case_head import CaseHead
from widgets.case.side_page import SidePage
from widgets.common.ticker import Ticker
from widgets.selection import Selection
from widgets.theme import Theme


class AlarmPage(SidePage):
    """Shows what is selected and offers what may be done with it."""

    def __init__(
        self,
        store: Store,
        selection: Selection,
        theme: Theme,
        ticker: Ticker,
        *,
        groups: AlarmGroups,
        actions: AlarmActions,
        dialogs: AlarmDialogs,
        menu: AlarmMenu,
    ) -> None:
        super().__init__()
        self._store = store
        self._selection = selection
        self._groups = groups
        self._actions = actions
        self._dialogs = dialogs
        self._menu = menu
        self.alarm = AlarmView(store, theme, ticker, groups, dialogs.proposed)
        self.group = GroupView(store, theme, ticker, groups, actions.is_pending)
        # A small screen's height is for the lists; a page that is too tall is cut at its foot.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.alarm)
        self._stack.addWidget(self.group)
        self.alarm.cameras_wanted.connect(self.cameras_wanted)
        self.alarm.group_wanted.connect(self._go)
        self.group.wanted.connect(self._go)
        self.alarm.members.wanted.connect(
            lambda key: selection.select(Kind.CAMERA, key, wanted=True)
        )

    def show_key(self, key: str, head: CaseHead) -> list[Offer] | None:
        """Show an alarm or a card."""
        alarm, group = self._store.alarms.get(key), self._groups.group(key)
        if alarm is not None:
            head.show_alarm(alarm)
            self.alarm.show_alarm(alarm)
            self._stack.setCurrentWidget(self.alarm)
            return self._for_alarm(alarm)
        if group is None:
            return None
        head.show_group(group.level, len(group.members), group.newest.status)
        self.group.show_group(group)
        self._stack.setCurrentWidget(self.group)
        if not group.unseen or not self._actions.may(AcknowledgeGroup):
            return []
        words = self.tr("Acknowledge all {count}").format(count=group.unseen)
        return [Offer(words, "primary", lambda: self._actions.acknowledge(key))]

    def concerns(self, key: str, changes: Changes) -> bool:
        """Whether the alarm shown, or any alarm while a card is shown, changed."""
        if key in self._store.alarms:
            return key in changes.upserted.get(Kind.ALARM, ())
        return changes.touched(Kind.ALARM)

    def _go(self, key: str) -> None:
        self._selection.select(Kind.ALARM, key, wanted=True)

    def _for_alarm(self, alarm: Alarm) -> list[Offer]:
        key, may = alarm.id, self._actions.may
        offers = []
        if alarm.to_see and may(AcknowledgeAlarm):
            offers.append(
                Offer(self.tr("Acknowledge"), "primary", lambda: self._actions.acknowledge(key))
            )
        back = UnshelveAlarm if alarm.state is AlarmState.SHELVED else PutBackInService
        if alarm.suppressed and may(back):
            offers.append(
                Offer(self.tr("Bring back"), "primary", lambda: self._actions.bring_back(key))
            )
        if alarm.case:
            offers.append(
                Offer(self.tr("Go to the case"), "second", lambda: self._to_case(alarm.case))
            )
        elif alarm.open and may(OpenCase):
            offers.append(
                Offer(self.tr("Open a case"), "second", lambda: self._dialogs.open_case(key))
            )
        if alarm.standing and may(ShelveAlarm):
            offers.append(Offer(self.tr("Shelve"), "second", lambda: self._dialogs.shelve(key)))
        if alarm.open and may(NoteAlarm):
            offers.append(Offer(self.tr("More…"), "second", lambda: self._more(key)))
        return offers

    def _to_case(self, number: str) -> None:
        self._selection.select(Kind.CASE, number, wanted=True)

    def _more(self, key: str) -> None:
        corner = self.mapToGlobal(self.rect().bottomRight())
        self._menu.pop_up(key, corner, self)
