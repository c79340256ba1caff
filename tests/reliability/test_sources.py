"""R2, R7 and R18: sources that are killed, oversize, poisonous, or have a wrong clock."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console.bus import headers
from console.bus.allow_list import PeerKind
from console.bus.source import Source, uuid7
from console.services.core import FeedItem
from tests.hub.fakes import position
from tests.hub.site import Site, wait_for
from tests.reliability.real_hub import ROOT, RealHub

CHILD = """
import sys, time
from console.bus.source import Source
source = Source("tcp://127.0.0.1:9", "patrol", *sys.argv[1:4], sys.argv[4])
careful = sys.argv[5] == "careful"
body = {"unit": "u", "lon": 114.9, "lat": 30.1, "speed": 1.0, "heading": 0.0, "status": "on_patrol"}
n = int(sys.argv[6])
while True:
    n += 1
    if not careful:
        print(n, flush=True)
        time.sleep(0.5 if n % 20 == 0 else 0)
    source.publish("unit.position", str(n), 4, body)
    if careful:
        print(n, flush=True)
"""


def _published_then_killed(site: Site, spool: Path, how: str, after: int) -> list[str]:
    """Keys that the child said it had published before it was killed."""
    pair = site.console_keys
    arguments = [site.keys.public, pair.public, pair.secret, str(spool), how, str(after)]
    process = subprocess.Popen(
        [sys.executable, "-c", CHILD, *arguments], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    with process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(40)]
        process.kill()
        said += process.stdout.readlines()
    return [line.strip() for line in said if line.endswith("\n")]


@pytest.mark.parametrize("how", ["careful", "too early"])
def test_nothing_whose_publish_returned_is_lost(
    site: Site, tmp_path: Path, how: str, soak: bool
) -> None:
    """`too early` is the negative control: it says so before `publish` has returned."""
    spool = tmp_path / "spool.db"
    said: list[str] = []
    for _ in range(30 if soak else 3):
        said += _published_then_killed(site, spool, how, 1000 * len(said))
    pair = site.allow("patrol", PeerKind.SOURCE)
    endpoint = f"tcp://127.0.0.1:{site.ports[0]}"
    source = Source(endpoint, "patrol", site.keys.public, pair.public, pair.secret, spool)
    source.start()
    assert source.close(drain_s=20)
    arrived = [event.key for event in site.fake.events]
    missing = set(said) - set(arrived)
    assert len(arrived) == len(set(arrived))
    assert bool(missing) is (how == "too early")


@pytest.mark.expects_log("breaks every session|hub put event")
def test_oversize_events_cost_one_record_each_and_the_next_good_one_is_stored(
    tmp_path: Path,
) -> None:
    """One item over the limit of items, one that the hub's socket does not even let in."""
    with RealHub(tmp_path) as hub:
        hub.start()
        idle = hub.source("patrol", port=9)
        ids = [idle.publish("unit.position", key, 4, position(key)) for key in "abcd"]
        idle.close(drain_s=0)
        for seq, size in ((2, 300_000), (3, 1_200_000)):
            _swell(tmp_path / "patrol.db", seq, size)
        begun = time.monotonic()
        source = hub.source("patrol")
        assert source.drain(12)
        took = time.monotonic() - begun
        source.close(drain_s=0)
        hub.kill()
        with closing(sqlite3.connect(tmp_path / "data" / "hub.db")) as store:
            rows = store.execute("SELECT seq, type, id FROM event ORDER BY seq").fetchall()
            put_aside = store.execute("SELECT seq, code FROM quarantine").fetchall()
    assert put_aside == [(2, "TOO_LARGE")]
    assert [row[:2] for row in rows] == [
        (1, "unit.position"),
        (3, "ecp.poison"),
        (4, "unit.position"),
    ]
    assert (rows[0][2], rows[2][2]) == (ids[0], ids[3])
    assert took < 10


def test_without_the_rule_nothing_after_the_poisonous_one_is_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: a source that goes on with what breaks its sessions delivers no more."""
    monkeypatch.setattr("console.bus.source.POISON_LOSSES", 1 << 40)
    with RealHub(tmp_path) as hub:
        hub.start()
        idle = hub.source("patrol", port=9)
        for key in "ab":
            idle.publish("unit.position", key, 4, position(key))
        idle.close(drain_s=0)
        _swell(tmp_path / "patrol.db", 1, 1_200_000)
        source = hub.source("patrol")
        wait_for(lambda: source.stats.sessions > 4, "more losses than it takes", 20)
        assert source.stats.acked == 0
        source.close(drain_s=0)
        assert hub.stored("patrol") == []


def _swell(path: Path, seq: int, size: int) -> None:
    """Make a spooled item longer than its source would."""
    with closing(sqlite3.connect(path)) as spool, spool:
        query = "SELECT data FROM outbox WHERE seq = ?"
        item = json.loads(spool.execute(query, (seq,)).fetchone()[0])
        data = json.dumps({**item, "pad": "x" * size}).encode()
        spool.execute("UPDATE outbox SET data = ? WHERE seq = ?", (data, seq))


@pytest.mark.parametrize("hours", [-1, 0, 1])
def test_wrong_clock_is_flagged_and_changes_no_order(site: Site, hours: int) -> None:
    """Zero hours is the control: nothing is flagged."""
    offsets: list[float] = []
    told = site.fake.link_changed

    def noting(source: str, up: bool, rtt_ms: float, offset_ms: float) -> list[FeedItem]:
        offsets.append(offset_ms)
        return told(source, up, rtt_ms, offset_ms)

    site.fake.link_changed = noting  # type: ignore[method-assign]
    skew = timedelta(hours=hours)
    raw = site.raw(site.allow("patrol", PeerKind.SOURCE))
    raw.send("HELLO", headers.Hello([1], "patrol", 7, 1, 0))
    ping = raw.receive("PING").typed(headers.Ping)
    shifted = int((datetime.now(UTC) + skew).timestamp() * 1000)
    raw.send("PONG", headers.Pong(ping.t, shifted))
    for seq in (1, 2, 3):
        occurred = datetime.now(UTC) + skew - timedelta(minutes=seq)
        item = {
            "v": 1,
            "id": uuid7(),
            "src": "patrol",
            "ep": 7,
            "seq": seq,
            "type": "unit.position",
            "occ": occurred.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "sev": 4,
            "key": str(seq),
            "body": position(str(seq)),
        }
        raw.send("EVENTS", headers.Events("patrol", 7, seq, 1), [json.dumps(item).encode()])
        raw.receive("ACK")
    assert [event.key for event in site.fake.events] == ["1", "2", "3"]
    wait_for(lambda: len(offsets) > 1, "the measured clock", 60)
    assert offsets[-1] == pytest.approx(hours * 3_600_000, abs=2000)
