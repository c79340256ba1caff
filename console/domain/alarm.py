"""Alarms in the words of ISA-18.2: raised, acknowledged, returned to normal, latched until seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from console.domain.event import EventStatus
from console.domain.geo import LonLat


class AlarmState(StrEnum):
    """ISA-18.2 states. `RETURNED` is returned to normal but not yet acknowledged (latched)."""

    UNACKNOWLEDGED = "unacknowledged"
    ACKNOWLEDGED = "acknowledged"
    RETURNED = "returned"
    NORMAL = "normal"


@dataclass(frozen=True, slots=True)
class Alarm:
    """One alarm, folded by `key`: repeats raise `count` and never make a second row.

    `cameras` are ids of linked cameras, best first. `case` is the number of the
    case opened from it, `case_type` the leaf code proposed for it. `value` is what the source
    measured, ready to print (18 cm).
    """

    id: str
    key: str
    type: str
    level: int
    state: AlarmState
    title: str
    source: str
    status: EventStatus
    place: LonLat | None
    grid: str
    street: str
    raised_at: datetime
    last_at: datetime
    count: int
    value: str
    case_type: str
    cameras: tuple[str, ...]
    acknowledged_by: str = ""
    acknowledged_at: datetime | None = None
    returned_at: datetime | None = None
    case: str = ""
    version: int = 1

    @property
    def open(self) -> bool:
        """Whether the alarm still asks for something."""
        return self.state is not AlarmState.NORMAL

    def repeated(self, at: datetime, level: int, value: str) -> Alarm:
        """The alarm after another report of the same key; a worse level must be seen again."""
        worse = level < self.level
        state = self.state
        if state is AlarmState.RETURNED or worse:
            state = AlarmState.UNACKNOWLEDGED
        return replace(
            self,
            last_at=max(at, self.last_at),
            count=self.count + 1,
            level=min(level, self.level),
            value=value or self.value,
            state=state,
            returned_at=None,
            version=self.version + 1,
        )

    def acknowledged(self, by: str, at: datetime) -> Alarm:
        """The alarm after somebody took notice; returned ones are done with."""
        done = self.state is AlarmState.RETURNED
        return replace(
            self,
            state=AlarmState.NORMAL if done else AlarmState.ACKNOWLEDGED,
            acknowledged_by=by,
            acknowledged_at=at,
            version=self.version + 1,
        )

    def returned(self, at: datetime) -> Alarm:
        """The alarm after its cause has gone; it stays until somebody has seen it (latch)."""
        seen = self.state is AlarmState.ACKNOWLEDGED
        return replace(
            self,
            state=AlarmState.NORMAL if seen else AlarmState.RETURNED,
            returned_at=at,
            version=self.version + 1,
        )
