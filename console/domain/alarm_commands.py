"""Commands on alarms besides taking notice of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from console.domain.alarm import AlarmState


@dataclass(frozen=True, slots=True)
class AcknowledgeGroup:
    """Take notice of the folded alarms of a group (`entity`) last reported up to `seen_until`."""

    entity: str
    seen_until: datetime


@dataclass(frozen=True, slots=True)
class ShelveAlarm:
    """Put an alarm aside for `minutes`; it comes back by itself.

    `seen` and `level` are what the operator saw. A version would never fit an alarm that chatters.
    """

    entity: str
    seen: AlarmState
    level: int
    minutes: int
    reason: str


@dataclass(frozen=True, slots=True)
class UnshelveAlarm:
    """Bring a shelved alarm back before its time."""

    entity: str


@dataclass(frozen=True, slots=True)
class TakeOutOfService:
    """Put an alarm aside until it is put back, for maintenance; `seen` as with `ShelveAlarm`."""

    entity: str
    seen: AlarmState
    level: int
    reason: str


@dataclass(frozen=True, slots=True)
class PutBackInService:
    """Bring an alarm back that is out of service."""

    entity: str


@dataclass(frozen=True, slots=True)
class MuteAlarm:
    """Silence an alarm on all consoles for `minutes`; 0 lets it sound again."""

    entity: str
    seen: AlarmState
    level: int
    minutes: int


@dataclass(frozen=True, slots=True)
class NoteAlarm:
    """Write a note on an alarm, seen on all consoles; an empty text takes it off."""

    entity: str
    text: str


ALARM_COMMANDS = (
    AcknowledgeGroup,
    ShelveAlarm,
    UnshelveAlarm,
    TakeOutOfService,
    PutBackInService,
    MuteAlarm,
    NoteAlarm,
)
"""All of them; each may be given again in the same words."""
