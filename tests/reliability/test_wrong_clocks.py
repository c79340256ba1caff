"""R18: a source whose clock is an hour off is flagged; the order of events never follows it."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import zmq

from console.bus import frames, headers
from console.bus.allow_list import PeerKind
from console.bus.ids import uuid7
from console.domain.alarm import Alarm, AlarmState
from console.domain.link import Link
from console.hub import ingest, source_session
from tests.hub.fakes import position
from tests.hub.site import Console, Raw, wait_for
from tests.reliability.real_site import RealSite, real_site

FLAGGED_S = 60.0


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RealSite]:
    for module in (ingest, source_session):
        monkeypatch.setattr(module, "REPORT_EVERY_S", 0.1)
    with real_site(tmp_path) as one:
        one.start_hub()
        yield one


class Gauge:
    """A source that says what time it is by its own clock, `off` seconds beside ours."""

    def __init__(self, site: RealSite, name: str, off: float) -> None:
        self.name = name
        self.off = off
        self.raw: Raw = site.raw(site.allow(name, PeerKind.SOURCE))
        self.raw.send("HELLO", headers.Hello([1], name, 1, 1, 0))
        self.raw.receive("WELCOME")
        self._seq = 0

    def answer(self) -> None:
        """PONG whatever PING has come."""
        while self.raw.socket.poll(0, zmq.POLLIN):
            message = frames.decode(self.raw.socket.recv_multipart())
            if message.kind == "PING":
                now = int((time.time() + self.off) * 1000)
                self.raw.send("PONG", headers.Pong(message.typed(headers.Ping).t, now))

    def publish(self) -> None:
        self._seq += 1
        occurred = datetime.now(UTC) + timedelta(seconds=self.off)
        item = {
            "v": 1,
            "id": uuid7(),
            "src": self.name,
            "ep": 1,
            "seq": self._seq,
            "type": "unit.position",
            "occ": occurred.isoformat().replace("+00:00", "Z"),
            "sev": 4,
            "key": "patrol-9",
            "body": position("patrol-9"),
        }
        header = headers.Events(self.name, 1, self._seq, 1)
        self.raw.send("EVENTS", header, [json.dumps(item).encode()])
        self.raw.receive("ACK")


def _alarms(console: Console) -> list[Alarm]:
    rows = [fact.row for fact in console.facts]
    return [row for row in rows if isinstance(row, Alarm) and row.type == "system.clock"]


def _offset(console: Console, source: str) -> float:
    rows = [fact.row for fact in console.facts]
    links = [row for row in rows if isinstance(row, Link) and row.source == source]
    return links[-1].clock_offset_ms if links else 0.0


@pytest.mark.parametrize("off", [3600.0, -3600.0])
def test_wrong_clock_is_flagged_and_well_again_when_set_right(town: RealSite, off: float) -> None:
    console = town.console()
    wait_for(lambda: bool(console.snapshots), "the snapshot")
    begun = time.monotonic()
    gauge = Gauge(town, "gauge", off)

    def heard(condition: bool) -> bool:
        gauge.answer()
        return condition

    wait_for(lambda: heard(bool(_alarms(console))), "the alarm")
    assert time.monotonic() - begun < FLAGGED_S
    alarm = _alarms(console)[0]
    assert (alarm.source, alarm.state) == ("gauge", AlarmState.UNACKNOWLEDGED)
    assert alarm.value == f"{off:+.0f} s"
    wait_for(lambda: heard(abs(_offset(console, "gauge") - off * 1000) < 1000), "the link's row")
    gauge.off = 0.0
    wait_for(lambda: heard(_alarms(console)[-1].state is AlarmState.RETURNED), "the end of it")
    assert [alarm.count for alarm in _alarms(console)] == [1, 1], "told once, and off once"


def test_order_follows_arrival_and_no_clock(town: RealSite) -> None:
    console = town.console()
    wait_for(lambda: bool(console.snapshots), "the snapshot")
    gauges = [Gauge(town, name, off) for name, off in
              (("late", -3600.0), ("right", 0.0), ("early", 3600.0))]  # fmt: skip
    expected = []
    for turn in range(12):
        gauge = gauges[turn * 7 % 3]
        gauge.publish()
        expected.append(gauge.name)

    def seen() -> list[str]:
        return [fact.origin.source for fact in console.stored if fact.origin]

    wait_for(lambda: len(seen()) == len(expected), "every fact")
    assert seen() == expected


def test_right_clock_is_not_flagged(town: RealSite) -> None:
    """Control: the alarm is about the clock."""
    console = town.console()
    wait_for(lambda: bool(console.snapshots), "the snapshot")
    gauge = Gauge(town, "gauge", 1.0)

    def heard() -> bool:
        gauge.answer()
        return abs(_offset(console, "gauge") - 1000) < 500

    wait_for(heard, "the measured link")
    assert not _alarms(console)
