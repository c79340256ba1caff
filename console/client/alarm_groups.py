"""Which alarms of the store stand folded under one card, kept in step with it."""

from __future__ import annotations

from collections.abc import Iterable

from console.client.alarm_group import AlarmGroup
from console.client.store import Store
from console.domain.alarm import Alarm

FOLDED_FROM = 2
"""A single alarm left of a flood stands for itself again."""


class AlarmGroups:
    """Counts are made of the members themselves, so card and members cannot disagree."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._members: dict[str, dict[str, None]] = {}
        self._group_of: dict[str, str] = {}
        self._made: dict[str, AlarmGroup] = {}

    def rebuild(self) -> None:
        """Start over from all alarms there are."""
        self._members, self._group_of, self._made = {}, {}, {}
        self.follow(self._store.alarms)

    def follow(self, keys: Iterable[str]) -> set[str]:
        """Take in changed alarms; the keys of all rows that are to be looked at again come back.

        Those are the alarms, their groups, and members whose group began or ceased to be folded.
        """
        touched: set[str] = set()
        for key in keys:
            touched.add(key)
            alarm = self._store.alarms.get(key)
            after = alarm.group if alarm is not None and alarm.standing else ""
            before = self._group_of.get(key, "")
            if before != after:
                self._move(key, before, after, touched)
            if after:
                self._made.pop(after, None)
                touched.add(after)
        return touched

    def _move(self, key: str, before: str, after: str, touched: set[str]) -> None:
        if before:
            members = self._members[before]
            del members[key], self._group_of[key]
            self._made.pop(before, None)
            touched.add(before)
            if len(members) == FOLDED_FROM - 1:
                touched.update(members)
            if not members:
                del self._members[before]
        if after:
            members = self._members.setdefault(after, {})
            members[key] = None
            self._group_of[key] = after
            if len(members) == FOLDED_FROM:
                touched.update(members)

    def folded(self, alarm: Alarm) -> bool:
        """Whether an alarm stands under a card instead of for itself."""
        group = self._group_of.get(alarm.id, "")
        return bool(group) and len(self._members[group]) >= FOLDED_FROM

    def groups(self) -> list[str]:
        """Ids of the groups that are folded."""
        return [key for key, members in self._members.items() if len(members) >= FOLDED_FROM]

    def group(self, key: str) -> AlarmGroup | None:
        """A folded group, None where it is none (any more)."""
        members = self._members.get(key, {})
        if len(members) < FOLDED_FROM:
            return None
        made = self._made.get(key)
        if made is None:
            alarms = [self._store.alarms[one] for one in members]
            made = self._made[key] = AlarmGroup.of(key, alarms)
        return made
