"""Alarms in the words of ISA-18.2: raised, acknowledged, returned, shelved, out of service."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from console.domain.alarm_marks import AlarmNote, Mute, Suppression
from console.domain.event import EventStatus
from console.domain.geo import LonLat


class AlarmState(StrEnum):
    """ISA-18.2 states. `RETURNED` is returned to normal but not yet acknowledged (latched)."""

    UNACKNOWLEDGED = "unacknowledged"
    ACKNOWLEDGED = "acknowledged"
    RETURNED = "returned"
    NORMAL = "normal"
    SHELVED = "shelved"
    OUT_OF_SERVICE = "out_of_service"


TO_SEE = frozenset({AlarmState.UNACKNOWLEDGED, AlarmState.RETURNED})
"""States in which an alarm waits for somebody to acknowledge it."""
SUPPRESSED = frozenset({AlarmState.SHELVED, AlarmState.OUT_OF_SERVICE})
"""States in which an alarm neither sounds nor stands among the others."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """One alarm, folded by `key`: repeats raise `count` and never make a second row.

    `cameras` are ids of linked cameras, best first. `case` is the number of the
    case opened from it, `case_type` the leaf code proposed for it. `value` is what the source
    measured, ready to print (18 cm). `size` is how many things it stands for: one, but for cameras
    that dropped together. Alarms of one `cause` that flood the desk share a `group`. `returns_at`
    is when it will count as returned unless it is reported again.
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
    size: int = 1
    cause: str = ""
    group: str = ""
    returns_at: datetime | None = None
    suppression: Suppression | None = None
    mute: Mute | None = None
    note: AlarmNote | None = None

    @property
    def open(self) -> bool:
        """Whether the alarm still asks for something, now or when it is put back."""
        return self.state is not AlarmState.NORMAL

    @property
    def suppressed(self) -> bool:
        """Whether it is shelved or out of service."""
        return self.state in SUPPRESSED

    @property
    def standing(self) -> bool:
        """Whether it stands in the list of alarms."""
        return self.open and not self.suppressed

    @property
    def to_see(self) -> bool:
        """Whether somebody has to acknowledge it."""
        return self.state in TO_SEE

    @property
    def sounding(self) -> bool:
        """Whether it is new and nobody silenced it."""
        return self.state is AlarmState.UNACKNOWLEDGED and self.mute is None

    def repeated(self, at: datetime, level: int, value: str) -> Alarm:
        """The alarm after another report of the same key; a worse level must be seen again.

        A worse level also ends a shelf. What is out of service only counts.
        """
        worse = level < self.level
        alarm = replace(
            self,
            last_at=max(at, self.last_at),
            count=self.count + 1,
            level=min(level, self.level),
            value=value or self.value,
            returned_at=None,
            returns_at=None,
            group="" if level == 1 else self.group,
            version=self.version + 1,
        )
        if self.suppressed:
            ends = worse and self.state is AlarmState.SHELVED
            return alarm._moved(AlarmState.UNACKNOWLEDGED, suppression=None) if ends else alarm
        if self.state is AlarmState.RETURNED or worse:
            return alarm._moved(AlarmState.UNACKNOWLEDGED, anew=worse)
        return alarm

    def acknowledged(self, by: str, at: datetime) -> Alarm:
        """The alarm after somebody took notice; returned ones are done with."""
        done = self.state is AlarmState.RETURNED
        alarm = replace(self, acknowledged_by=by, acknowledged_at=at, version=self.version + 1)
        return alarm._moved(AlarmState.NORMAL if done else AlarmState.ACKNOWLEDGED)

    def returning(self, at: datetime) -> Alarm:
        """The alarm whose cause has gone, and which counts as returned from `at` on."""
        return replace(self, returns_at=at, version=self.version + 1)

    def returned(self, at: datetime, *, latch: bool = True) -> Alarm:
        """The alarm after its cause has gone; latched it stays until somebody has seen it."""
        alarm = replace(self, returned_at=at, returns_at=None, version=self.version + 1)
        if self.suppressed:
            return alarm
        seen = self.state is AlarmState.ACKNOWLEDGED or not latch
        return alarm._moved(AlarmState.NORMAL if seen else AlarmState.RETURNED)

    def shelved(self, by: str, reason: str, at: datetime, until: datetime) -> Alarm:
        """The alarm put aside until a moment; who does so has seen it."""
        alarm = replace(self, version=self.version + 1)
        return alarm._moved(AlarmState.SHELVED, suppression=Suppression(at, by, reason, until))

    def out_of_service(self, by: str, reason: str, at: datetime) -> Alarm:
        """The alarm put aside until somebody puts it back."""
        alarm = replace(self, version=self.version + 1)
        return alarm._moved(AlarmState.OUT_OF_SERVICE, suppression=Suppression(at, by, reason))

    def restored(self) -> Alarm:
        """The alarm back from shelf or service: to be seen where anything is or was the matter."""
        alarm = replace(self, version=self.version + 1)
        state = AlarmState.UNACKNOWLEDGED
        if self.returned_at is not None:
            missed = self.suppression is not None and self.last_at > self.suppression.since
            state = AlarmState.RETURNED if missed else AlarmState.NORMAL
        return alarm._moved(state, suppression=None)

    def _moved(
        self, state: AlarmState, *, suppression: Suppression | None = None, anew: bool = False
    ) -> Alarm:
        """In another state; that ends mute and note, and so does a worse level (`anew`)."""
        if state is self.state and not anew:
            return (
                self if suppression == self.suppression else replace(self, suppression=suppression)
            )
        return replace(self, state=state, suppression=suppression, mute=None, note=None)
