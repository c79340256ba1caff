"""What a handover hands over: the lists under its head."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from console.domain.alarm import AlarmState
from console.domain.camera import CameraState
from console.domain.card import Card
from console.domain.case import CaseState
from console.domain.case_log import Action
from console.domain.handover import Handover
from console.domain.link import LinkState
from console.domain.sla import ClockKind


@dataclass(frozen=True, slots=True)
class SheetCase:
    """An open case and the clock that matters next; `first_due_at` where it was extended."""

    number: str
    level: int
    title: str
    state: CaseState
    holder: str
    grid: str
    suspended: bool
    clock: ClockKind | None
    due_at: datetime | None
    first_due_at: datetime | None
    card: Card | None


@dataclass(frozen=True, slots=True)
class SheetAlarm:
    """An alarm nobody has acknowledged, or that is put away `until` a time."""

    id: str
    level: int
    title: str
    state: AlarmState
    grid: str
    key: str
    raised_at: datetime
    count: int
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class SheetCamera:
    """A camera without a picture."""

    id: str
    number: str
    name: str
    state: CameraState


@dataclass(frozen=True, slots=True)
class SheetLink:
    """A source that is not heard."""

    source: str
    name: str
    state: LinkState
    since: datetime | None


@dataclass(frozen=True, slots=True)
class SheetChange:
    """Something that happened to a case since the handover before; `card` of supervision."""

    at: datetime
    number: str
    title: str
    level: int
    action: Action
    by: str
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class HandoverSheet:
    """A handover with everything in it."""

    handover: Handover
    cases: tuple[SheetCase, ...]
    alarms: tuple[SheetAlarm, ...]
    cameras: tuple[SheetCamera, ...]
    links: tuple[SheetLink, ...]
    changes: tuple[SheetChange, ...]
