"""The real hub on its real store, killed in the middle: nothing lost, nothing doubled."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from console.bus.allow_list import AllowList, PeerKind
from console.bus.keys import ensure_keypair
from console.bus.source import Draft, Source
from console.hub.config import HubStart, SignedIn
from tests.hub.fakes import position
from tests.hub.site import TOKEN, Console, wait_for

ROOT = Path(__file__).parents[2]
EVENTS = 1500
KILLS = 2


@contextmanager
def _real_hub(folder: Path, ports: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """`main.py child hub` on `folder`; killed with -9 at the end."""
    start = HubStart(
        data_folder=str(folder / "data"),
        log_folder=str(folder / "logs"),
        allow_list=str(folder / "allowed.json"),
        server_key=str(folder / "hub.json"),
        ingest_port=ports[0],
        feed_port=ports[1],
        sessions=(SignedIn(TOKEN, "duty", "Duty Operator", "operator"),),
    )
    process = subprocess.Popen(
        [sys.executable, "main.py", "child", "hub"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    with process:
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(msgspec.json.encode(start) + b"\n")
            process.stdin.flush()
            said = json.loads(process.stdout.readline())
            assert "ports" in said, said
            yield said["ports"]["ingest"], said["ports"]["feed"]
        finally:
            process.kill()


def test_events_survive_the_hub_being_killed(tmp_path: Path) -> None:
    server = ensure_keypair(tmp_path / "hub.json").public
    patrol = ensure_keypair(tmp_path / "patrol.json")
    desk = ensure_keypair(tmp_path / "desk.json")
    allow_list = AllowList(tmp_path / "allowed.json")
    allow_list.add(patrol.public, "patrol", PeerKind.SOURCE)
    allow_list.add(desk.public, "desk-1", PeerKind.CONSOLE)
    with _real_hub(tmp_path, (0, 0)) as ports:
        source = Source(
            f"tcp://127.0.0.1:{ports[0]}",
            "patrol",
            server,
            patrol.public,
            patrol.secret,
            tmp_path / "spool.db",
        )
        source.start()
        console = Console([f"tcp://127.0.0.1:{ports[1]}"], server, desk, TOKEN)
        wait_for(lambda: bool(console.snapshots), "the snapshot")
        ids = _publish_until_acknowledged(source)
    try:
        for _ in range(KILLS):
            with _real_hub(tmp_path, ports):
                ids += _publish_until_acknowledged(source)
        with _real_hub(tmp_path, ports):
            assert source.drain(15)
            wait_for(lambda: _arrived(console) >= len(ids), "all facts at the console", 15)
            arrived = [fact.origin.id for fact in console.stored if fact.origin]
    finally:
        source.close(drain_s=0)
        console.client.close()
    with closing(sqlite3.connect(tmp_path / "data" / "hub.db")) as store:
        stored = [row[0] for row in store.execute("SELECT id FROM event ORDER BY gseq")]
        assert store.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert stored == ids
    assert arrived == ids


def _arrived(console: Console) -> int:
    return sum(1 for fact in console.stored if fact.origin)


def _publish_until_acknowledged(source: Source) -> list[str]:
    """Publish more than a window holds and return at the first acknowledgement of any of it."""
    before = source.stats.acked
    ids = source.publish_many(
        Draft("unit.position", f"u{n % 60}", 4, position(f"u{n % 60}")) for n in range(EVENTS)
    )
    wait_for(lambda: source.stats.acked > before, "an acknowledgement")
    return ids
