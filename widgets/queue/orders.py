"""Which rows stand in which tab of the queue, and in what order."""

from __future__ import annotations

from console.client.deadlines import next_due, overdue
from console.client.listing import SortKey
from console.client.spelling import matches
from console.client.store import Store
from console.domain.alarm import Alarm, AlarmState
from console.domain.case import Case
from widgets.common.alarm_words import alarm_title
from widgets.common.places import short_place, street_name
from widgets.common.ticker import Now


class Orders:
    """Sort keys of the tabs under the search words in force; None leaves a row out."""

    def __init__(self, store: Store, user_name: str, now: Now) -> None:
        self._store = store
        self._user = user_name
        self._now = now
        self.words = ""
        self.by_deadline = False

    def alarm(self, key: str) -> SortKey | None:
        """Open alarms: those nobody has seen first, then by level, then the newest."""
        alarm = self._store.alarms.get(key)
        if alarm is None or not alarm.open or not self._finds_alarm(alarm):
            return None
        seen = alarm.state is AlarmState.ACKNOWLEDGED
        return (seen, alarm.level, -alarm.last_at.timestamp())

    def case(self, key: str) -> SortKey | None:
        """Open cases, by level and next deadline."""
        case = self._store.cases.get(key)
        if case is None or not case.open or not self._finds_case(case):
            return None
        due = next_due(case)
        return (due, case.level) if self.by_deadline else (case.level, due)

    def mine(self, key: str) -> SortKey | None:
        """Open cases that the operator holds or has worked on."""
        case = self._store.cases.get(key)
        return self.case(key) if case and self.is_mine(case) else None

    def overdue(self, key: str) -> SortKey | None:
        """Open cases with a limit that has run out, the longest first."""
        case = self._store.cases.get(key)
        if case is None or not overdue(case, self._now()) or not self._finds_case(case):
            return None
        return (next_due(case), case.level)

    def is_mine(self, case: Case) -> bool:
        """Whether the operator holds the case or wrote into its log."""
        if not self._user:
            return False
        return case.holder == self._user or any(entry.by == self._user for entry in case.log)

    def _finds_alarm(self, alarm: Alarm) -> bool:
        if not self.words:
            return True
        place = short_place(self._store, alarm.grid)
        street = street_name(self._store, alarm.street)
        title = alarm_title(alarm)
        return matches(self.words, title, alarm.value, place, street, alarm.key, alarm.case)

    def _finds_case(self, case: Case) -> bool:
        if not self.words:
            return True
        opening = case.opening
        place = short_place(self._store, opening.grid)
        street = street_name(self._store, opening.street)
        return matches(
            self.words, opening.title, case.number, place, street, case.holder, opening.address
        )
