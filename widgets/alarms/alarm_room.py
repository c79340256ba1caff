"""Everything about alarms that other parts are given, made and connected."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from console.client.alarm_groups import AlarmGroups
from console.client.store import Store
from widgets.actions import Actions
from widgets.alarms.alarm_actions import AlarmActions
from widgets.alarms.alarm_dialogs import AlarmDialogs
from widgets.alarms.alarm_keys import AlarmKeys
from widgets.alarms.alarm_menu import AlarmMenu
from widgets.alarms.alarm_page import AlarmPage
from widgets.case.case_panel import CasePanel
from widgets.case.dialogs import Dialogs
from widgets.common.ticker import Ticker
from widgets.key_table import KeyTable
from widgets.queue.queue_panel import QueuePanel
from widgets.selection import Selection
from widgets.theme import Theme


class AlarmRoom(QObject):
    """Groups, actions, dialogs, the menu, and the page of the right-hand panel."""

    def __init__(
        self,
        store: Store,
        selection: Selection,
        theme: Theme,
        ticker: Ticker,
        *,
        actions: Actions,
        dialogs: Dialogs,
        resources: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.groups = AlarmGroups(store)
        self.actions = AlarmActions(store, self.groups, actions, self)
        self.dialogs = AlarmDialogs(self.actions, actions, dialogs, resources)
        self.menu = AlarmMenu(self.groups, self.actions, self.dialogs, self)
        self.page = AlarmPage(
            store,
            selection,
            theme,
            ticker,
            groups=self.groups,
            actions=self.actions,
            dialogs=self.dialogs,
            menu=self.menu,
        )

    def list_keys(self, keys: KeyTable, case: CasePanel, queue: QueuePanel) -> None:
        """Put the keys of this area into the table; they act on the alarm that is shown."""
        AlarmKeys(case.alarm_key, self).list_in(
            keys,
            mute=self.dialogs.mute,
            note=self.dialogs.note,
            shelve=self.dialogs.shelve,
            take_out=self.dialogs.take_out,
            show_aside=queue.turn_aside,
        )
