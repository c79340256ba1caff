"""R4: everything a network can do to a source and a console, through a proxy."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
import zmq

from console.bus.allow_list import PeerKind
from console.bus.link import FeedState
from console.bus.source import Draft, Source, dealer
from console.hub.door import Letter
from console.hub.ingest import Ingest
from console.services.core import SourceBatch
from console.sim.fault_proxy import FaultProxy
from tests.hub.fakes import position
from tests.hub.site import TOKEN, Console, Site, wait_for


@pytest.fixture
def ways(site: Site) -> Iterator[tuple[FaultProxy, FaultProxy]]:
    """Proxies in front of INGEST and FEED."""
    proxies = [FaultProxy(("127.0.0.1", port)) for port in site.ports]
    for proxy in proxies:
        proxy.start()
    yield proxies[0], proxies[1]
    for proxy in proxies:
        proxy.close()


@pytest.fixture
def source(site: Site, ways: tuple[FaultProxy, FaultProxy]) -> Iterator[Source]:
    pair = site.allow("patrol", PeerKind.SOURCE)
    one = Source(
        f"tcp://127.0.0.1:{ways[0].port}",
        "patrol",
        site.keys.public,
        pair.public,
        pair.secret,
        site.folder / "spool.db",
    )
    one.start()
    yield one
    one.close(drain_s=0)


@pytest.fixture
def console(site: Site, ways: tuple[FaultProxy, FaultProxy]) -> Iterator[Console]:
    endpoint = f"tcp://127.0.0.1:{ways[1].port}"
    one = Console([endpoint], site.keys.public, site.console_keys, TOKEN)
    yield one
    one.client.close()


def _drafts(count: int) -> list[Draft]:
    return [Draft("unit.position", f"u{n}", 4, position(f"u{n}")) for n in range(count)]


@pytest.mark.expects_log("a gap in the feed|breaks every session")
def test_resets_and_delay_lose_nothing(
    site: Site,
    ways: tuple[FaultProxy, FaultProxy],
    source: Source,
    console: Console,
    soak: bool,
) -> None:
    wait_for(lambda: bool(console.snapshots), "the snapshot")
    ids: list[str] = []
    resets = 200 if soak else 12
    for turn in range(resets):
        ids += source.publish_many(_drafts(150))
        ways[turn % 2].delay(0.02 * (turn % 3))
        acked = source.stats.acked
        wait_for(lambda acked=acked: source.stats.acked > acked, "progress", 20)  # type: ignore[misc]
        for way in ways:
            way.reset()
    for way in ways:
        way.delay(0)
    assert source.drain(30)
    wait_for(lambda: len(console.stored) >= len(ids), "every fact at the console", 20)
    assert [event.id for event in site.fake.events] == ids
    assert [fact.origin.id for fact in console.stored if fact.origin] == ids
    assert source.stats.sessions > resets // 2


def test_messages_without_acknowledgement_would_be_lost(
    site: Site, ways: tuple[FaultProxy, FaultProxy], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: the same resets, and a sender that sends everything once."""
    heard: list[bytes] = []
    receive = Ingest._take

    def counting(self: Ingest, letter: Letter, batches: list[SourceBatch]) -> int:
        heard.append(letter.message.header)
        return receive(self, letter, batches)

    monkeypatch.setattr(Ingest, "_take", counting)
    pair = site.allow("patrol", PeerKind.SOURCE)
    sent = 0
    context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
    ways[0].delay(0.1)
    endpoint = f"tcp://127.0.0.1:{ways[0].port}"
    with context, dealer(context, endpoint, site.keys.public, pair.public, pair.secret) as socket:
        for _ in range(4):
            assert socket.poll(5000, zmq.POLLOUT)
            for _ in range(50):
                socket.send_multipart([b"ECP1", b"PING", b'{"t":%d}' % sent])
                sent += 1
            ways[0].reset()
        ways[0].delay(0)

        def last_was_heard() -> bool:
            if socket.poll(100, zmq.POLLOUT):
                socket.send_multipart([b"ECP1", b"PING", b'{"t":999}'])
            return b'{"t":999}' in heard

        wait_for(last_was_heard, "the last message")
        lost = sent - sum(1 for header in heard if header != b'{"t":999}')
    assert lost > 0


def test_black_hole_is_shown_and_its_end_too(
    site: Site, ways: tuple[FaultProxy, FaultProxy], source: Source, console: Console, soak: bool
) -> None:
    wait_for(lambda: bool(console.snapshots), "the snapshot")
    ids = source.publish_many(_drafts(200))
    wait_for(lambda: len(console.stored) == 200, "the first facts")
    for way in ways:
        way.black_hole(True)
    begun = time.monotonic()
    ids += source.publish_many(_drafts(300))
    wait_for(lambda: console.state is FeedState.DOWN, "the console showing it", 3.5)
    wait_for(lambda: ("patrol", False) in site.fake.links, "the hub noticing the source", 4.0)
    lasting = 60.0 if soak else 5.0
    threading.Event().wait(max(0.0, lasting - (time.monotonic() - begun)))
    for way in ways:
        way.black_hole(False)
    wait_for(lambda: console.state is FeedState.UP, "the link shown up again", 2.0)
    assert source.drain(20)
    wait_for(lambda: len(console.stored) == len(ids), "every fact", 10)
    assert [event.id for event in site.fake.events] == ids
    assert [fact.origin.id for fact in console.stored if fact.origin] == ids


def test_64_kbit_are_slow_but_enough(
    site: Site, ways: tuple[FaultProxy, FaultProxy], source: Source, console: Console
) -> None:
    wait_for(lambda: bool(console.snapshots), "the snapshot")
    ways[0].bandwidth(64_000)
    ids = source.publish_many(_drafts(60))
    assert source.drain(30)
    assert [event.id for event in site.fake.events] == ids
    assert console.state is FeedState.UP
