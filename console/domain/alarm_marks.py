"""What people put on an alarm, seen on every console: shelf, out of service, mute, note."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why an alarm is shelved or out of service; without `until` it is so until it is put back."""

    since: datetime
    by: str
    reason: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Mute:
    """Who silenced the sound of an alarm, and until when."""

    by: str
    until: datetime


@dataclass(frozen=True, slots=True)
class AlarmNote:
    """What somebody wrote on an alarm for the others."""

    by: str
    at: datetime
    text: str
