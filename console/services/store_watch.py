"""Whether the store takes writes; told to the consoles without writing anything."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.codec import encode
from console.domain.alarm import Alarm, AlarmState
from console.domain.event import EventStatus
from console.domain.facts import Fact, Kind
from console.services.core import FeedItem
from console.services.work import Work

_REPEAT_EVERY = timedelta(seconds=10)
_QUIET = timedelta(seconds=3)
"""So long nothing may have failed before the store counts as well again."""
_LEVEL = 1


@dataclass(slots=True)
class _Episode:
    """A time in which nothing can be stored: its reason (an error code) and its alarm."""

    code: str
    failed_at: datetime
    alarm: Alarm | None = None
    told_at: datetime | None = None


class StoreWatch:
    """One alarm an episode: passed on at once, stored when the store is back."""

    def __init__(self) -> None:
        self._episode: _Episode | None = None

    @property
    def code(self) -> str:
        """Code of the error while nothing can be stored, else empty."""
        return self._episode.code if self._episode else ""

    def failed(self, code: str, now: datetime) -> None:
        """A write failed."""
        if self._episode is None:
            self._episode = _Episode(code, now)
        self._episode.code, self._episode.failed_at = code, now

    def told(self, now: datetime) -> list[FeedItem]:
        """The alarm for the consoles as a passing fact, repeated every 10 s."""
        episode = self._episode
        if episode is None:
            return []
        if episode.told_at is not None and now - episode.told_at < _REPEAT_EVERY:
            return []
        alarm = episode.alarm
        name = "AlarmRepeated" if alarm else "AlarmRaised"
        alarm = alarm.repeated(now, _LEVEL, episode.code) if alarm else _alarm(now, episode.code)
        episode.alarm, episode.told_at = alarm, now
        fact = Fact(0, name, now, Kind.ALARM, alarm.id, alarm)
        return [FeedItem(0, encode(fact), urgent=False)]

    def store(self, work: Work) -> bool:
        """Put the episode on record where it seems over; True where there is none afterwards.

        This is the write that still fails where the store does.
        """
        if self._episode is None:
            return True
        if work.now - self._episode.failed_at < _QUIET:
            return False
        alarm = self._episode.alarm or _alarm(work.now, self._episode.code)
        alarm = alarm.returned(work.now)
        work.uow.alarms.add(alarm, f"{EventStatus.ACTUAL}|{alarm.type}|{alarm.id}")
        work.tell("AlarmReturned", Kind.ALARM, alarm.id, alarm)
        return True

    def recovered(self) -> None:
        """What `store` wrote is durable: the episode is over."""
        self._episode = None


def _alarm(now: datetime, code: str) -> Alarm:
    return Alarm(
        id=str(uuid.uuid4()),
        key="hub",
        type="system.store",
        level=_LEVEL,
        state=AlarmState.UNACKNOWLEDGED,
        title="Nothing can be stored",
        source="hub",
        status=EventStatus.ACTUAL,
        place=None,
        grid="",
        street="",
        raised_at=now,
        last_at=now,
        count=1,
        value=code,
        case_type="",
        cameras=(),
    )
