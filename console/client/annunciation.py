"""When alarms are called out: level 1 at once and each of them, the others folded in a flood."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.client.store import Store
from console.domain.alarm import Alarm

LEVELS = (1, 2, 3, 4)
WINDOW = timedelta(minutes=10)
FLOOD = 10
"""More new alarms than this within ten minutes are a flood (EEMUA 191)."""
CALM = timedelta(seconds=10)
"""Shortest time between two calls while there is no flood."""
IN_FLOOD = {2: timedelta(seconds=90), 3: timedelta(seconds=180), 4: timedelta(seconds=180)}
"""Shortest time between two calls for an alarm of this level in a flood."""
LEVEL_1 = timedelta(seconds=1)
"""Alarms of level 1 within a second are one call; the next tick calls what came in between."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call: the worst new alarm, and how many more there are."""

    alarm: Alarm
    more: int


class Annunciation:
    """Remembers which alarms were called out. Whatever was seen or silenced meanwhile is dropped.

    In a flood at most ten calls in ten minutes are about levels 2 to 4.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, int] = {}
        self._waiting: dict[int, dict[str, None]] = {level: {} for level in LEVELS}
        self._fresh: deque[datetime] = deque()
        self._last: datetime | None = None
        self._last_worst: datetime | None = None

    def pass_over(self) -> None:
        """Take the alarms there are as called out: the console has just come."""
        alarms = self._store.alarms.values()
        self._known = {one.id: one.level for one in alarms if one.sounding}
        for waiting in self._waiting.values():
            waiting.clear()

    def take(self, keys: Iterable[str], now: datetime) -> Call | None:
        """Take in changed alarms; the call that is due because of them."""
        for key in keys:
            alarm = self._store.alarms.get(key)
            known = self._known.get(key, 5)
            if alarm is None or not alarm.sounding:
                self._known.pop(key, None)
                self._drop(key, known)
            elif known > alarm.level:
                self._known[key] = alarm.level
                self._drop(key, known)
                self._waiting[alarm.level][key] = None
                self._fresh.append(now)
        worst_paused = self._last_worst is not None and now - self._last_worst < LEVEL_1
        return self._due(now, worst_paused=worst_paused)

    def tick(self, now: datetime) -> Call | None:
        """The call that is due because time has passed."""
        return self._due(now, worst_paused=False)

    @property
    def waiting(self) -> int:
        """How many new alarms no call has been about yet."""
        return sum(map(len, self._waiting.values()))

    def _drop(self, key: str, level: int) -> None:
        self._waiting.get(level, {}).pop(key, None)

    def _due(self, now: datetime, *, worst_paused: bool) -> Call | None:
        level = next((level for level in LEVELS if self._waiting[level]), 0)
        if level == 1:
            if worst_paused:
                return None
            self._last_worst = now
        elif not level or not self._paused_enough(level, now):
            return None
        self._last = now
        more = self.waiting - 1
        first = next(iter(self._waiting[level]))
        for waiting in self._waiting.values():
            waiting.clear()
        return Call(self._store.alarms[first], more)

    def _paused_enough(self, level: int, now: datetime) -> bool:
        return self._last is None or now - self._last >= self._pause(level, now)

    def _pause(self, level: int, now: datetime) -> timedelta:
        while self._fresh and self._fresh[0] < now - WINDOW:
            self._fresh.popleft()
        return IN_FLOOD[level] if len(self._fresh) > FLOOD else CALM
