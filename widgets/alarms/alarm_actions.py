"""What an operator can do with alarms, one method each."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.client.alarm_groups import AlarmGroups
from console.client.store import Store
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
from console.domain.commands import Command
from widgets.actions import Actions


class AlarmActions(QObject):
    """Each method gives one command; False where there is nothing to give or it is on its way."""

    def __init__(
        self, store: Store, groups: AlarmGroups, actions: Actions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._groups = groups
        self._actions = actions

    def alarm(self, key: str) -> Alarm | None:
        """The alarm with this id."""
        return self._store.alarms.get(key)

    def may(self, kind: type[Command]) -> bool:
        """Whether the role of who sits here includes a command; the hub decides all the same."""
        return self._actions.me.may(kind)

    def is_pending(self, key: str) -> bool:
        """Whether a command on this alarm or group waits for its answer."""
        return self._actions.is_pending(key)

    def acknowledge(self, key: str) -> bool:
        """Take notice of an alarm, or of all that was seen of a group."""
        group = self._groups.group(key)
        if group is None:
            return self._actions.acknowledge(key)
        if not group.unseen:
            return False
        return self._actions.give(AcknowledgeGroup(key, group.newest.last_at), key)

    def shelve(self, key: str, minutes: int, reason: str) -> bool:
        """Put an alarm aside for a time."""
        alarm = self.alarm(key)
        if alarm is None:
            return False
        command = ShelveAlarm(key, alarm.state, alarm.level, minutes, reason)
        return self._actions.give(command, key)

    def take_out(self, key: str, reason: str) -> bool:
        """Put an alarm out of service."""
        alarm = self.alarm(key)
        if alarm is None:
            return False
        return self._actions.give(TakeOutOfService(key, alarm.state, alarm.level, reason), key)

    def bring_back(self, key: str) -> bool:
        """Bring an alarm back from the shelf or into service."""
        alarm = self.alarm(key)
        if alarm is None or not alarm.suppressed:
            return False
        shelved = alarm.state is AlarmState.SHELVED
        return self._actions.give(UnshelveAlarm(key) if shelved else PutBackInService(key), key)

    def mute(self, key: str, minutes: int) -> bool:
        """Silence an alarm on all consoles; 0 minutes let it sound again."""
        alarm = self.alarm(key)
        if alarm is None:
            return False
        return self._actions.give(MuteAlarm(key, alarm.state, alarm.level, minutes), key)

    def note(self, key: str, text: str) -> bool:
        """Write a note on an alarm; an empty text takes it off."""
        return self._actions.give(NoteAlarm(key, text), key)
