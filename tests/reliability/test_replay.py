"""S1: what was recorded on the wire opens nothing when it is played again; nor does an old key."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import zmq

from console.bus import headers
from console.bus.allow_list import PeerKind
from console.bus.source import Source
from tests.hub.fakes import position
from tests.hub.site import Site, wait_for

NULL_GREETING = b"\xff" + bytes(8) + b"\x7f\x03\x01" + b"NULL".ljust(20, b"\0") + bytes(32)
"""ZMTP 3.1 without security. A ZeroMQ socket may hang up before the hub has read it."""


class Tap:
    """Forwards one connection and keeps what the client said."""

    def __init__(self, port: int) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._hub = ("127.0.0.1", port)
        self.pieces: list[bytes] = []
        self._thread = threading.Thread(target=self._forward, name="tap")
        self._thread.start()

    def _forward(self) -> None:
        client, _ = self._listener.accept()
        with client, socket.create_connection(self._hub) as onward:
            back = threading.Thread(target=_pump, args=(onward, client, []), name="tap-back")
            back.start()
            _pump(client, onward, self.pieces)
            back.join()

    def close(self) -> None:
        self._thread.join()
        self._listener.close()


def _pump(one: socket.socket, other: socket.socket, kept: list[bytes]) -> None:
    try:
        while data := one.recv(65536):
            kept.append(data)
            other.sendall(data)
    except OSError:
        pass
    for end in (one, other):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def recorded(site: Site) -> Iterator[list[bytes]]:
    """Everything a source with a valid key said, from greeting to its last event."""
    tap = Tap(site.ports[0])
    pair = site.allow("patrol", PeerKind.SOURCE)
    source = Source(
        f"tcp://127.0.0.1:{tap.port}",
        "patrol",
        site.keys.public,
        pair.public,
        pair.secret,
        site.folder / "spool.db",
    )
    source.start()
    for key in "abc":
        source.publish("unit.position", key, 4, position(key))
    assert source.close(drain_s=8)
    tap.close()
    return tap.pieces


def _played(port: int, pieces: list[bytes]) -> bytes:
    """Say it all again, at the pace of the answers; what came back."""
    heard = b""
    with socket.create_connection(("127.0.0.1", port)) as line:
        line.settimeout(0.3)
        for piece in pieces:
            try:
                line.sendall(piece)
                heard += line.recv(65536)
            except TimeoutError:
                continue
            except OSError:
                break
    return heard


def test_replayed_conversation_is_refused_and_audited(site: Site, recorded: list[bytes]) -> None:
    assert len(site.fake.events) == 3
    assert sum(map(len, recorded)) > 2000, "the recording holds the events"
    links = list(site.fake.links)
    heard = _played(site.ports[0], recorded)
    assert b"WELCOME" in heard, "the handshake was begun"
    assert b"READY" not in heard, "and not completed"
    refusal = ("ingest", "BAD_HANDSHAKE")
    wait_for(lambda: refusal in {(r.who, r.reason) for r in site.fake.refusals}, "the record")
    assert len(site.fake.events) == 3
    assert [link for link in site.fake.links[len(links) :] if link[1]] == []


def test_the_same_conversation_with_the_key_itself_is_let_in(
    site: Site, recorded: list[bytes]
) -> None:
    """Control: it is the recording that is refused, not the source."""
    pair = site.allow("hotline", PeerKind.SOURCE)
    raw = site.raw(pair)
    raw.send("HELLO", headers.Hello([1], "hotline", 7, 1, 0))
    raw.receive("WELCOME")
    assert "BAD_HANDSHAKE" not in {one.reason for one in site.fake.refusals}


@pytest.mark.parametrize("feed", [False, True])
def test_peer_without_curve_is_audited(site: Site, feed: bool) -> None:
    with socket.create_connection(("127.0.0.1", site.ports[int(feed)])) as line:
        line.sendall(NULL_GREETING)
        refusal = ("feed" if feed else "ingest", "BAD_HANDSHAKE")
        wait_for(lambda: refusal in {(r.who, r.reason) for r in site.fake.refusals}, "the record")


def test_key_that_expires_loses_its_live_session(site: Site) -> None:
    pair = site.allow("patrol", PeerKind.SOURCE)
    raw = site.raw(pair)
    raw.send("HELLO", headers.Hello([1], "patrol", 7, 1, 0))
    raw.receive("WELCOME")
    begun = time.monotonic()
    soon = datetime.now(UTC) + timedelta(seconds=1)
    site.allow_list.add(pair.public, "patrol", PeerKind.SOURCE, not_after=soon)
    assert raw.receive("ERR", 6).typed(headers.Err).reason == "NOT_ALLOWED"
    assert time.monotonic() - begun < 6
    other = site.raw(pair)
    assert not other.socket.poll(500, zmq.POLLOUT)
    wait_for(
        lambda: ("patrol", "KEY_NOT_VALID") in {(r.who, r.reason) for r in site.fake.refusals},
        "the record",
    )
    assert not site.fake.events
