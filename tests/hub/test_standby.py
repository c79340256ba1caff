"""A second hub on the same folder: it says who is active until its turn comes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import msgspec

from console.bus import headers
from console.bus.allow_list import AllowList, PeerKind
from console.bus.keys import ensure_keypair
from console.bus.link import FeedState
from console.bus.source import Source
from console.hub.config import HubStart, SignedIn
from tests.hub.fakes import position
from tests.hub.site import TOKEN, Console, Raw, wait_for

ROOT = Path(__file__).parents[2]
ACTIVE = "tcp://hub-1:5772"


def _said(process: subprocess.Popen[bytes]) -> dict[str, object]:
    assert process.stdout is not None
    return dict(json.loads(process.stdout.readline()))


def _ports(said: dict[str, object]) -> dict[str, int]:
    ports = said["ports"]
    assert isinstance(ports, dict)
    return ports


@contextmanager
def _hub(folder: Path, *, standby: bool) -> Iterator[subprocess.Popen[bytes]]:
    ensure_keypair(folder / "hub.json")
    start = HubStart(
        data_folder=str(folder / "data"),
        log_folder=str(folder / ("logs-2" if standby else "logs-1")),
        allow_list=str(folder / "allowed.json"),
        server_key=str(folder / "hub.json"),
        ingest_port=0,
        feed_port=0,
        sessions=(SignedIn(TOKEN, "duty", "Duty Operator", "operator"),),
        standby=standby,
        active=ACTIVE if standby else "",
    )
    command = [sys.executable, "main.py", "child", "hub"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=ROOT) as process:
        try:
            assert process.stdin is not None
            process.stdin.write(msgspec.json.encode(start) + b"\n")
            process.stdin.flush()
            yield process
        finally:
            process.kill()


def test_standby_sends_on_and_takes_over(tmp_path: Path) -> None:
    server = ensure_keypair(tmp_path / "hub.json").public
    desk, patrol = ensure_keypair(tmp_path / "desk.json"), ensure_keypair(tmp_path / "patrol.json")
    allowed = AllowList(tmp_path / "allowed.json")
    allowed.add(desk.public, "desk-1", PeerKind.CONSOLE)
    allowed.add(patrol.public, "patrol", PeerKind.SOURCE)
    with ExitStack() as stack:
        first = stack.enter_context(_hub(tmp_path, standby=False))
        said = _said(first)
        assert said["active"] is True
        second = stack.enter_context(_hub(tmp_path, standby=True))
        waiting = _said(second)
        assert waiting["active"] is False
        ports = [_ports(waiting), _ports(said)]

        raw = Raw(f"tcp://127.0.0.1:{ports[0]['feed']}", server, desk)
        raw.send("ATTACH", headers.Attach("desk-1", TOKEN, 100))
        error = raw.receive("ERR").typed(headers.Err)
        raw.close()
        assert (error.code, error.reason, error.active) == (503, "NOT_ACTIVE", ACTIVE)

        console = Console([f"tcp://127.0.0.1:{one['feed']}" for one in ports], server, desk, TOKEN)
        stack.callback(console.client.close)
        ingest = [f"tcp://127.0.0.1:{one['ingest']}" for one in ports]
        spool = tmp_path / "spool.db"
        source = Source(ingest, "patrol", server, patrol.public, patrol.secret, spool)
        source.start()
        stack.callback(source.close, 0)
        wait_for(lambda: console.state is FeedState.UP, "the active hub being found", 5)
        source.publish("unit.position", "a", 4, position("a"))
        assert source.drain(8)

        first.kill()
        taken_over = _said(second)
        assert (taken_over["active"], taken_over["ports"]) == (True, waiting["ports"])
        source.publish("unit.position", "b", 4, position("b"))
        assert source.drain(10)
        wait_for(lambda: sum(1 for one in console.stored if one.origin) >= 2, "both facts", 10)
        assert len(console.snapshots) == 1, "the same store goes on, so the cursor holds"
