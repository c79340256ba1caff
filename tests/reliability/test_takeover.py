"""A shared site: the second hub takes over, and the first one cannot write any more."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from console.bus.allow_list import PeerKind
from console.bus.link import FeedState
from console.bus.source import Source
from tests.hub.fakes import position
from tests.hub.site import TOKEN, Console, wait_for
from tests.postgres_server import Database
from tests.reliability.server_hub import PROGRAM, UNFENCED, ServerHub

LEASE_S = 8
TAKEOVER_S = 5.0


class Pair:
    """Two hubs on one database, one source that knows both and one that knows the first only."""

    def __init__(self, folder: Path, database: Database, first: tuple[str, ...]) -> None:
        self.database = database
        self.first = ServerHub(folder, database, first, "logs-1")
        self.second = ServerHub(folder, database, PROGRAM, "logs-2")
        self._closing: list[Callable[[], None]] = []

    def start(self) -> None:
        """Both hubs, the sources and the console; returns once all of them are at work."""
        self.first.start()
        assert not self.second.wait_turn()
        self.everywhere = self._source("everywhere", self.first, self.second)
        self.faithful = self._source("faithful", self.first)
        keys = self.first.allow("desk-1", PeerKind.CONSOLE)
        feeds = [f"tcp://127.0.0.1:{hub.ports[1]}" for hub in (self.first, self.second)]
        self.console = Console(feeds, self.first.server_key, keys, TOKEN)
        self._closing = [
            *(partial(one.close, 0) for one in (self.everywhere, self.faithful)),
            self.console.client.close,
        ]
        for source in (self.everywhere, self.faithful):
            self.publish(source)
            assert source.drain(10)
        wait_for(lambda: self.console.state is FeedState.UP, "the console being attached", 10)

    def _source(self, name: str, *hubs: ServerHub) -> Source:
        pair = self.first.allow(name, PeerKind.SOURCE)
        ends = [f"tcp://127.0.0.1:{hub.ports[0]}" for hub in hubs]
        spool = self.first.folder / f"{name}.db"
        source = Source(ends, name, self.first.server_key, pair.public, pair.secret, spool)
        source.start()
        return source

    def publish(self, source: Source, count: int = 20) -> None:
        for n in range(count):
            source.publish("unit.position", f"u{n}", 4, position(f"u{n}"))

    def epochs(self, source: str) -> list[tuple[object, ...]]:
        """How many events of a source each generation stored, the older generation first."""
        query = f"SELECT count(*) FROM event WHERE src = '{source}' GROUP BY hub_epoch"  # noqa: S608
        return [row[0] for row in self.database.rows(query + " ORDER BY hub_epoch")]

    def close(self) -> None:
        for close in self._closing:
            close()
        for hub in (self.first, self.second):
            hub.kill()


@pytest.fixture
def pair(tmp_path: Path, postgres: Database, request: pytest.FixtureRequest) -> Iterator[Pair]:
    one = Pair(tmp_path, postgres, getattr(request, "param", PROGRAM))
    try:
        one.start()
        yield one
    finally:
        one.close()


def _frozen_in_mid_work(pair: Pair) -> None:
    """Stop the first hub; its source goes on to send into a socket nobody reads."""
    pair.first.freeze()
    pair.publish(pair.faithful)
    threading.Event().wait(0.3)


def test_a_frozen_hub_loses_its_turn_and_cannot_write_when_it_goes_on(pair: Pair) -> None:
    _frozen_in_mid_work(pair)
    began = time.monotonic()
    assert pair.second.hear()["active"]
    assert time.monotonic() - began < LEASE_S + TAKEOVER_S
    pair.publish(pair.everywhere)
    assert pair.everywhere.drain(15)
    wait_for(lambda: len(pair.console.snapshots) == 2, "the console at the second hub", 15)
    pair.first.thaw()
    assert pair.first.end() == (1, "E-DB-TAKEN")
    assert pair.epochs("everywhere") == [20, 20]
    assert pair.epochs("faithful") == [20]
    assert pair.faithful.stats.acked == 20
    # It starts again as the one that waits, and its turn comes when the other one is killed.
    pair.first.kill()
    assert not pair.first.wait_turn()
    pair.second.kill()
    began = time.monotonic()
    assert pair.first.hear()["active"]
    assert time.monotonic() - began < TAKEOVER_S
    assert pair.faithful.drain(15)
    assert pair.epochs("faithful") == [20, 20]
    assert pair.first.integrity() == "ok"


@pytest.mark.parametrize("pair", [UNFENCED], indirect=True, ids=[""])
def test_without_the_fence_the_old_hub_would_write(pair: Pair) -> None:
    """The negative control; a network that fails takes the turn from the first hub at once."""
    _frozen_in_mid_work(pair)
    pair.database.cut()
    assert pair.second.hear()["active"]
    pair.publish(pair.everywhere)
    assert pair.everywhere.drain(15)
    pair.first.thaw()
    wait_for(lambda: pair.faithful.stats.acked == 40, "what must not be", 15)
    assert pair.epochs("faithful") == [40]
