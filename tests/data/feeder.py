"""A source that never makes a mistake unless told to, and a clock that stands still."""

from __future__ import annotations

import hashlib
import itertools
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from console.codec import decode_fact, encode
from console.domain.bodies import (
    Body,
    CaseProgress,
    Report,
    SensorReading,
    UnitPosition,
)
from console.domain.case import CaseSource
from console.domain.case_log import Action
from console.domain.event import Event, EventStatus, MessageType
from console.domain.facts import Fact
from console.domain.unit import UnitStatus
from console.services.core import Accepted, FeedItem, Rejected, SourceBatch
from console.services.hub_core import Core
from tests.data.town import IN_WEST

START = datetime(2021, 11, 29, 1, 0, tzinfo=UTC)
"""A Monday, 09:00 in China."""

REPORTER, PHONE = "罗建国", "13812345678"


class Watch:
    """The hub's clock under a test's thumb."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def on(self, **time: float) -> datetime:
        self.now += timedelta(**time)
        return self.now


class Feeder:
    """Makes items with the next sequence number of one (source, epoch)."""

    def __init__(
        self, watch: Watch, source: str = "grid-app", epoch: int = 1, first: int = 1
    ) -> None:
        self._watch = watch
        self.source = source
        self.epoch = epoch
        self._sequence: Iterator[int] = itertools.count(first)

    def item(
        self,
        kind: str,
        body: Body,
        *,
        key: str = "k",
        severity: int = 3,
        message: MessageType = MessageType.ALERT,
        sequence: int = 0,
        event_id: str = "",
        occurred_at: datetime | None = None,
        status: EventStatus = EventStatus.ACTUAL,
    ) -> Accepted:
        now = self._watch()
        event = Event(
            id=event_id or str(uuid.uuid4()),
            source=self.source,
            epoch=self.epoch,
            sequence=sequence or next(self._sequence),
            type=kind,
            occurred_at=occurred_at or now,
            received_at=now,
            severity=severity,
            key=key,
            status=status,
            message=message,
            body=body,
        )
        raw = encode(event)
        return Accepted(event, raw, hashlib.sha256(raw).digest())

    def bad(self, code: str = "SCHEMA", raw: bytes = b"{") -> Rejected:
        return Rejected(next(self._sequence), code, raw, hashlib.sha256(raw).digest())

    def batch(self, *items: Accepted | Rejected) -> SourceBatch:
        return SourceBatch(self.source, self.epoch, items)

    def level(self, value: float = 18, **more: object) -> Accepted:
        body = SensorReading("gauge-1", "下穿通道", value, "cm", 15, "C01", *_at())
        return self.item("sensor.level", body, key="gauge-1", **more)

    def report(self, reference: str = "R1", level: int = 3, **more: object) -> Accepted:
        body = Report(
            reference=reference,
            source=CaseSource.GRID_APP,
            title="井盖缺失",
            case_type="D01",
            level=level,
            lon=IN_WEST.lon,
            lat=IN_WEST.lat,
            description=f"{REPORTER}来电，电话{PHONE}",
            reporter=REPORTER,
            contact=PHONE,
        )
        return self.item("report.grid", body, key=reference, **more)

    def progress(
        self, case: str, action: Action, by: str = "网格员李建国", /, **args: str
    ) -> Accepted:
        body = CaseProgress(case, action, by, "grid_member", "说明", args)
        return self.item("case.progress", body, key=case)

    def position(self, unit: str = "patrol-1", lon: float = 114.95) -> Accepted:
        body = UnitPosition(unit, lon, 30.2, 1.5, 90.0, UnitStatus.ON_PATROL)
        return self.item("unit.position", body, key=unit)


def _at() -> tuple[float, float]:
    return IN_WEST.lon, IN_WEST.lat


def facts(items: Sequence[FeedItem]) -> list[Fact]:
    return [decode_fact(item.data) for item in items]


def settled(core: Core) -> list[bytes]:
    """The snapshot without what the hub measures of itself, which never stands still."""
    return [row for row in core.snapshot()[1] if b'"kind":"health"' not in row]
