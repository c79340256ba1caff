"""The rows of the alarms tab: single alarms, cards of folded ones, and what is put aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from console.client.alarm_groups import AlarmGroups
from console.client.listing import SortKey
from console.client.store import Store
from console.domain.alarm import Alarm, AlarmState
from console.domain.event import EventStatus
from widgets.common.alarm_words import group_words
from widgets.common.places import short_place, street_name
from widgets.queue.describer import Describer
from widgets.queue.orders import Orders
from widgets.queue.queue_row import QueueRow


class AlarmRows:
    """A search looks through every single alarm, so cards give way to their members in it."""

    def __init__(
        self, store: Store, groups: AlarmGroups, orders: Orders, describer: Describer
    ) -> None:
        self._store = store
        self._groups = groups
        self._orders = orders
        self._describer = describer
        self._states: dict[str, AlarmState] = {}
        self._counts: Counter[AlarmState] = Counter()
        self.only_aside = False

    def keys(self) -> list[str]:
        """Everything that may be a row: alarms and cards."""
        return [*self._store.alarms, *self._groups.groups()]

    def rebuild(self) -> None:
        """Start over after a snapshot."""
        self._states, self._counts = {}, Counter()
        self._count(self._store.alarms)
        self._groups.rebuild()

    def touched(self, keys: Iterable[str]) -> set[str]:
        """Take in changed alarms; the keys of all rows that are to be looked at again."""
        changed = tuple(keys)
        self._count(changed)
        return self._groups.follow(changed)

    def sort_key(self, key: str) -> SortKey | None:
        """Those nobody has seen first, then by level, then the newest; None leaves a row out."""
        alarm = self._store.alarms.get(key)
        if alarm is None:
            return self._of_card(key)
        if self.only_aside:
            return self._of_aside(key, alarm)
        folded = not self._orders.words and self._groups.folded(alarm)
        return self._orders.alarm(key) if alarm.standing and not folded else None

    def _of_aside(self, key: str, alarm: Alarm) -> SortKey | None:
        """What comes back first stands first; what is out of service, last."""
        shelf = alarm.suppression
        if shelf is None or self._orders.alarm(key) is None:
            return None
        until = shelf.until
        return (until is None, until.timestamp() if until else 0.0, alarm.level)

    def _of_card(self, key: str) -> SortKey | None:
        group = None if self.only_aside or self._orders.words else self._groups.group(key)
        if group is None:
            return None
        return (group.unseen == 0, group.level, -group.newest.last_at.timestamp())

    def row(self, key: str) -> QueueRow:
        """A row in words."""
        group = self._groups.group(key)
        if group is None:
            return self._describer.alarm(key)
        newest = group.newest
        place = short_place(self._store, newest.grid) or street_name(self._store, newest.street)
        words = (
            Describer.tr("{unseen} to acknowledge") if group.unseen else Describer.tr("all seen")
        )
        return QueueRow(
            level=group.level,
            title=group_words(group),
            place=Describer.tr("{count} alarms · {place}").format(
                count=len(group.members), place=place
            ),
            right=words.format(unseen=group.unseen),
            tone="bad_text" if group.unseen else "ok_text",
            who=self._describer.ago(newest.last_at),
            flashing=group.level <= 2 and group.unseen > 0,
            exercise=newest.status is not EventStatus.ACTUAL,
        )

    def counts(self) -> tuple[int, bool, int, int]:
        """Standing alarms, whether one is unseen, how many are shelved, how many out of service."""
        by_state = self._counts
        shelved, out = by_state[AlarmState.SHELVED], by_state[AlarmState.OUT_OF_SERVICE]
        unseen = by_state[AlarmState.UNACKNOWLEDGED]
        standing = unseen + by_state[AlarmState.ACKNOWLEDGED] + by_state[AlarmState.RETURNED]
        return standing, unseen > 0, shelved, out

    def _count(self, keys: Iterable[str]) -> None:
        """Keep the counts in step; thousands of alarms are not counted anew for each change."""
        for key in keys:
            before = self._states.pop(key, None)
            if before is not None:
                self._counts[before] -= 1
            alarm = self._store.alarms.get(key)
            if alarm is not None:
                self._states[key] = alarm.state
                self._counts[alarm.state] += 1
