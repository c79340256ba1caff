"""What can be done with an alarm, as entries of a menu."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from console.client.alarm_groups import AlarmGroups
from console.domain.alarm import Alarm, AlarmState
from console.domain.alarm_commands import (
    AcknowledgeGroup,
    MuteAlarm,
    NoteAlarm,
    PutBackInService,
    ShelveAlarm,
    TakeOutOfService,
    UnshelveAlarm,
)
from console.domain.commands import AcknowledgeAlarm, OpenCase
from widgets.alarms.alarm_actions import AlarmActions
from widgets.alarms.alarm_dialogs import AlarmDialogs
from widgets.alarms.alarm_keys import KEYS


class AlarmMenu(QObject):
    """Offers what the alarm's state and the operator's role allow, with the keys beside it."""

    def __init__(
        self,
        groups: AlarmGroups,
        actions: AlarmActions,
        dialogs: AlarmDialogs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._groups = groups
        self._actions = actions
        self._dialogs = dialogs

    def fill(self, menu: QMenu, key: str) -> None:
        """Add the entries for an alarm or a group to a menu."""
        group = self._groups.group(key)
        alarm = self._actions.alarm(key)
        if group is not None:
            if not group.unseen or not self._actions.may(AcknowledgeGroup):
                return
            words = self.tr("Acknowledge all {count}").format(count=group.unseen)
            menu.addAction(words, lambda: self._actions.acknowledge(key))
        elif alarm is not None and alarm.open:
            self._fill_for(menu, alarm)

    def pop_up(self, key: str, place: QPoint, over: QWidget) -> None:
        """Show the entries alone, at a global position."""
        menu = QMenu(over)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill(menu, key)
        menu.popup(place)

    def _fill_for(self, menu: QMenu, alarm: Alarm) -> None:
        key, may, ask = alarm.id, self._actions.may, self._dialogs
        if alarm.to_see and may(AcknowledgeAlarm):
            menu.addAction(self.tr("Acknowledge"), lambda: self._actions.acknowledge(key))
        if not alarm.case and may(OpenCase):
            menu.addAction(self._open_words(alarm), lambda: ask.open_case(key))
        menu.addSeparator()
        if alarm.state is AlarmState.UNACKNOWLEDGED and may(MuteAlarm):
            words = self.tr("Mute…") if alarm.mute is None else self.tr("Let it sound again")
            _add(menu, words, "alarm.mute").triggered.connect(lambda: ask.mute(key))
        if may(NoteAlarm):
            _add(menu, self.tr("Note…"), "alarm.note").triggered.connect(lambda: ask.note(key))
        if alarm.state is not AlarmState.OUT_OF_SERVICE and may(ShelveAlarm):
            shelved = alarm.state is AlarmState.SHELVED
            words = self.tr("Shelve for another time…") if shelved else self.tr("Shelve…")
            _add(menu, words, "alarm.shelve").triggered.connect(lambda: ask.shelve(key))
            if shelved and may(UnshelveAlarm):
                back = self.tr("Bring back from the shelf")
                menu.addAction(back, lambda: self._actions.bring_back(key))
        if may(TakeOutOfService) and may(PutBackInService):
            out = alarm.state is AlarmState.OUT_OF_SERVICE
            words = self.tr("Put back in service") if out else self.tr("Take out of service…")
            _add(menu, words, "alarm.out").triggered.connect(lambda: ask.take_out(key))

    def _open_words(self, alarm: Alarm) -> str:
        proposed = self._dialogs.proposed(alarm)
        if not proposed:
            return self.tr("Open a case…")
        return self.tr("Open a case: {type}").format(type=proposed)


def _add(menu: QMenu, words: str, name: str) -> QAction:
    action = menu.addAction(words)
    action.setShortcut(KEYS[name])
    # The key itself belongs to the window; here it is only shown.
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    return action
