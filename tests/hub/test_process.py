"""The hub as a child process: ready, refused, gone with its parent."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from console.bus.allow_list import AllowList, PeerKind
from console.bus.keys import ensure_keypair
from console.bus.link import FeedState
from console.bus.source import Source
from console.hub.config import HubStart, SignedIn
from tests.hub.fakes import position
from tests.hub.site import TOKEN, Console, wait_for

ROOT = Path(__file__).parents[2]


def _start(folder: Path, **changes: int) -> HubStart:
    ensure_keypair(folder / "hub.json")
    start = HubStart(
        data_folder=str(folder),
        log_folder=str(folder / "logs"),
        allow_list=str(folder / "allowed.json"),
        server_key=str(folder / "hub.json"),
        ingest_port=0,
        feed_port=0,
    )
    return msgspec.structs.replace(start, **changes)


@contextmanager
def _hub(start: HubStart) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.hub.hub_child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    with process:
        try:
            assert process.stdin is not None
            process.stdin.write(msgspec.json.encode(start) + b"\n")
            process.stdin.flush()
            yield process
        finally:
            process.kill()


def _said(process: subprocess.Popen[bytes]) -> dict[str, object]:
    assert process.stdout is not None
    return dict(json.loads(process.stdout.readline()))


def test_hub_says_where_it_listens_and_takes_events(tmp_path: Path) -> None:
    pair = ensure_keypair(tmp_path / "patrol.json")
    AllowList(tmp_path / "allowed.json").add(pair.public, "patrol", PeerKind.SOURCE)
    start = _start(tmp_path)
    with _hub(start) as process:
        ready = _said(process)
        assert ready["ready"] is True
        ports = ready["ports"]
        assert isinstance(ports, dict)
        source = Source(
            f"tcp://127.0.0.1:{ports['ingest']}",
            "patrol",
            ensure_keypair(tmp_path / "hub.json").public,
            pair.public,
            pair.secret,
            tmp_path / "spool.db",
        )
        source.start()
        source.publish("unit.position", "a", 4, position("a"))
        assert source.close(drain_s=8)


@pytest.mark.parametrize("how", ["parent dies", "terminated"])
def test_hub_ends_with_its_parent(tmp_path: Path, how: str) -> None:
    with _hub(_start(tmp_path)) as process:
        assert _said(process)["ready"] is True
        if how == "terminated":
            process.send_signal(signal.SIGTERM)
        else:
            assert process.stdin is not None
            process.stdin.close()
        assert process.wait(5) == 0


def test_taken_port_is_said_in_a_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with _hub(_start(tmp_path, feed_port=port)) as process:
            said = _said(process)
            assert said["failed"] == "E-PORT"
            assert said["values"]["port"] == str(port)  # type: ignore[index]
            assert process.wait(5) == 1


def test_console_sees_a_stuck_hub_and_its_recovery(tmp_path: Path) -> None:
    pair = ensure_keypair(tmp_path / "desk.json")
    AllowList(tmp_path / "allowed.json").add(pair.public, "desk-1", PeerKind.CONSOLE)
    start = msgspec.structs.replace(
        _start(tmp_path), sessions=(SignedIn(TOKEN, "duty", "Duty Operator", "operator"),)
    )
    with _hub(start) as process:
        ports = _said(process)["ports"]
        assert isinstance(ports, dict)
        server = ensure_keypair(tmp_path / "hub.json").public
        console = Console([f"tcp://127.0.0.1:{ports['feed']}"], server, pair, TOKEN)
        try:
            wait_for(lambda: bool(console.snapshots), "the snapshot")
            process.send_signal(signal.SIGSTOP)
            wait_for(lambda: console.state is FeedState.DOWN, "the link shown down", 3.5)
            assert console.links[-1].reason == "SILENT"
            process.send_signal(signal.SIGCONT)
            wait_for(lambda: console.state is FeedState.UP, "the link shown up", 2.0)
        finally:
            console.client.close()


def test_source_sdk_runs_when_copied_alone(tmp_path: Path) -> None:
    (tmp_path / "source.py").write_bytes((ROOT / "console" / "bus" / "source.py").read_bytes())
    script = (
        "import sys, zmq, source\n"
        "public, secret = (key.decode() for key in zmq.curve_keypair())\n"
        "one = source.Source('tcp://127.0.0.1:9', 's', public, public, secret, 'spool.db')\n"
        "one.start()\n"
        "one.publish('unit.position', 'u', 4, {'unit': 'u'})\n"
        "assert not one.close(drain_s=0.05)\n"
        "assert not [name for name in sys.modules if name.startswith('console')]\n"
        "print(one.stats.published)\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=20,
    )
    assert (done.stdout, done.stderr) == (b"1\n", b"")
