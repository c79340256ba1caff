"""R3: a console that was away while a hundred thousand facts came."""

from __future__ import annotations

import hashlib
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.bus.feed_reader import FeedReader
from console.bus.frames import Message
from console.bus.link import FeedState
from console.bus.source import uuid7
from console.codec import encode
from console.config import RESOURCES
from console.domain.bodies import Body, SensorReading, UnitPosition
from console.domain.event import Event, EventStatus, MessageType
from console.domain.unit import UnitStatus
from console.services.core import Accepted, SourceBatch
from console.services.hub_core import Core
from data.opened_core import OpenedCore
from tests.data.town import IN_WEST, town
from tests.hub.site import Console, wait_for
from tests.reliability.real_hub import RealHub

BATCH = 500
RECONNECT_S = 1.5
"""The console's longest pause before it knocks again."""


def _accepted(seq: int, kind: str, severity: int, body: Body) -> Accepted:
    now = datetime.now(UTC)
    alert, actual = MessageType.ALERT, EventStatus.ACTUAL
    event = Event(uuid7(), "patrol", 1, seq, kind, now, now, severity, "k", actual, alert, body)
    raw = encode(event)
    return Accepted(event, raw, hashlib.sha256(raw).digest())


def _move(seq: int) -> Accepted:
    body = UnitPosition("patrol-1", 114.9, 30.2, 1.0, float(seq % 360), UnitStatus.ON_PATROL)
    return _accepted(seq, "unit.position", 4, body)


def _fill(folder: Path, first: int, count: int, *, alarm: bool) -> list[str]:
    """Store so many facts, an alarm of severity 1 the last of them; the ids of the events."""
    ids: list[str] = []
    clock = lambda: datetime.now(UTC)  # noqa: E731
    with OpenedCore(folder / "data", RESOURCES, clock) as opened:
        core: Core = opened.core
        if not core.has_district():
            core.import_district(town())
        items = [_move(seq) for seq in range(first, first + count - int(alarm))]
        if alarm:
            body = SensorReading("g", "下穿通道", 30, "cm", 15, "C01", IN_WEST.lon, IN_WEST.lat)
            items.append(_accepted(first + count - 1, "sensor.level", 1, body))
        for start in range(0, len(items), BATCH):
            core.take([SourceBatch("patrol", 1, items[start : start + BATCH])])
        ids += [item.event.id for item in items]
    return ids


def _sees_alarm(console: Console) -> bool:
    return any(fact.kind.value == "alarm" for fact in console.facts)


@pytest.mark.parametrize("early", [True, False])
def test_backlog_is_caught_up_and_the_worst_is_seen_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, soak: bool, early: bool
) -> None:
    """Without `early`, the negative control, the console passes over what overtakes."""

    def deaf(_self: FeedReader, _message: Message) -> None:
        return

    if not early:
        monkeypatch.setattr(FeedReader, "alert", deaf)
    backlog = 100_000 if soak else 15_000
    _fill(tmp_path, 1, 10, alarm=False)
    with RealHub(tmp_path) as hub:
        hub.start()
        console = hub.console()
        try:
            wait_for(lambda: bool(console.snapshots), "the snapshot", 20)
            wait_for(lambda: console.state is FeedState.UP, "the link")
            hub.kill()
            wait_for(lambda: console.state is FeedState.DOWN, "the loss", 3.5)
            seen_before = len(console.stored)
            ids = _fill(tmp_path, 11, backlog, alarm=True)
            hub.start()
            attached = time.monotonic()  # or a little later
            wait_for(lambda: _sees_alarm(console), "the alarm", 60)
            alarm_after = time.monotonic() - attached
            facts_before = len(console.stored) - seen_before
            wait_for(lambda: _arrived(console) >= backlog, "all facts", 60)
            rate = backlog / (time.monotonic() - attached)
            stored = [fact.gseq for fact in console.stored]
            arrived = [fact.origin.id for fact in console.stored if fact.origin]
        finally:
            console.client.close()
    assert len(console.snapshots) == 1, "a known cursor is replayed"
    assert stored == sorted(set(stored))
    assert arrived == ids
    if early:
        assert facts_before < backlog // 2
        assert alarm_after < 1.0 + RECONNECT_S
        assert rate > 5000
    else:
        assert facts_before > backlog // 2


def _arrived(console: Console) -> int:
    return sum(1 for fact in list(console.facts) if fact.gseq and fact.origin)
