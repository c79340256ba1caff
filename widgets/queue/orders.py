"""In what order alarms stand, and what the search looks through in alarms and cases."""

from __future__ import annotations

from console.client.listing import SortKey
from console.client.spelling import matches
from console.client.store import Store
from console.domain.alarm import Alarm, AlarmState
from widgets.common.alarm_words import alarm_title
from widgets.common.places import short_place, street_name


class Orders:
    """Sort keys of alarms under the search words in force; None leaves a row out."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.words = ""

    def alarm(self, key: str) -> SortKey | None:
        """Open alarms: those nobody has seen first, then by level, then the newest."""
        alarm = self._store.alarms.get(key)
        if alarm is None or not alarm.open or not self._finds_alarm(alarm):
            return None
        seen = alarm.state is AlarmState.ACKNOWLEDGED
        return (seen, alarm.level, -alarm.last_at.timestamp())

    def case_texts(self, key: str) -> tuple[str, ...]:
        """What the search looks through in a case; nothing where it is gone."""
        case = self._store.cases.get(key)
        if case is None:
            return ()
        opening = case.opening
        place = short_place(self._store, opening.grid)
        street = street_name(self._store, opening.street)
        return (opening.title, case.number, place, street, case.holder, opening.address)

    def _finds_alarm(self, alarm: Alarm) -> bool:
        if not self.words:
            return True
        place = short_place(self._store, alarm.grid)
        street = street_name(self._store, alarm.street)
        title = alarm_title(alarm)
        return matches(self.words, title, alarm.value, place, street, alarm.key, alarm.case)
