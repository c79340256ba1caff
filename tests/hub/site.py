"""A hub, its sources and its consoles in one test process, over real sockets and real CURVE."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

import zmq

from console.bus import frames
from console.bus.allow_list import AllowList, PeerKind
from console.bus.feed_client import FeedClient
from console.bus.headers import Header
from console.bus.keys import KeyPair, new_keypair
from console.bus.link import FeedLink, FeedState
from console.bus.source import Source, dealer
from console.domain.facts import Fact
from console.domain.result import CommandResult
from console.hub.config import HubConfig, SignedIn
from console.hub.server import HubServer
from console.services.core import HubCore
from tests.hub.fakes import FakeCore

TOKEN = "token-of-the-duty-operator"  # noqa: S105 nobody's


def wait_for(condition: Callable[[], bool], what: str, seconds: float = 8.0) -> None:
    """Poll until `condition` holds; fail naming `what` when time is up."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited {seconds} s for {what}"
        threading.Event().wait(0.005)


class Console:
    """A feed client and everything it was told."""

    def __init__(
        self,
        endpoints: Sequence[str],
        server: str,
        pair: KeyPair,
        token: str,
        name: str = "desk-1",
    ) -> None:
        self.snapshots: list[tuple[list[Fact], int]] = []
        self.facts: list[Fact] = []
        self.results: list[CommandResult] = []
        self.rows: dict[str, list[bytes]] = {}
        self.links: list[FeedLink] = []
        self.client = FeedClient(
            endpoints,
            server,
            pair.public,
            pair.secret,
            token,
            name,
            on_snapshot=lambda facts, gseq: self.snapshots.append((facts, gseq)),
            on_facts=self.facts.extend,
            on_result=self.results.append,
            on_rows=self.rows.__setitem__,
            on_link=self.links.append,
        )
        self.client.start()

    @property
    def state(self) -> FeedState | None:
        return self.links[-1].state if self.links else None

    @property
    def stored(self) -> list[Fact]:
        return [fact for fact in self.facts if fact.gseq]


class Site:
    """Starts and stops the parts; keys and ports stay the same over a restart of the hub."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.core: HubCore = FakeCore()
        self.keys = new_keypair()
        self.allow_list_path = folder / "allowed.json"
        self.allow_list = AllowList(self.allow_list_path)
        self.console_keys = self.allow("desk-1", PeerKind.CONSOLE)
        self.ports = (0, 0)
        self.sessions: tuple[SignedIn, ...] = (
            SignedIn(TOKEN, "duty", "Duty Operator", "operator"),
        )
        self.server: HubServer | None = None
        self._thread: threading.Thread | None = None
        self._sources: list[Source] = []
        self._consoles: list[Console] = []
        self._raw: list[Raw] = []

    @property
    def fake(self) -> FakeCore:
        assert isinstance(self.core, FakeCore)
        return self.core

    @property
    def serving(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def allow(self, name: str, kind: PeerKind) -> KeyPair:
        pair = new_keypair()
        self.allow_list.add(pair.public, name, kind)
        return pair

    def _config(self) -> HubConfig:
        return HubConfig(
            bind="127.0.0.1",
            ingest_port=self.ports[0],
            feed_port=self.ports[1],
            keys=self.keys,
            allow_list=AllowList(self.allow_list_path),
            sessions=self.sessions,
        )

    def start_hub(self) -> HubServer:
        self.server = HubServer(self.core, self._config())
        self.ports = (self.server.ingest_port, self.server.feed_port)
        self._thread = threading.Thread(target=self.server.run, name="hub")
        self._thread.start()
        return self.server

    def stop_hub(self) -> None:
        if self.server is not None and self._thread is not None:
            self.server.stop()
            self._thread.join()
            self.server = self._thread = None

    def source(
        self, name: str = "patrol", pair: KeyPair | None = None, promise: str = "gapless"
    ) -> Source:
        pair = pair or self.allow(name, PeerKind.SOURCE)
        source = Source(
            f"tcp://127.0.0.1:{self.ports[0]}",
            name,
            self.keys.public,
            pair.public,
            pair.secret,
            self.folder / f"{name}-{len(self._sources)}.db",
            promise=promise,
        )
        source.start()
        self._sources.append(source)
        return source

    def console(self, token: str = TOKEN, pair: KeyPair | None = None) -> Console:
        console = Console(
            [f"tcp://127.0.0.1:{self.ports[1]}"],
            self.keys.public,
            pair or self.console_keys,
            token,
        )
        self._consoles.append(console)
        return console

    def raw(self, pair: KeyPair, *, feed: bool = False) -> Raw:
        raw = Raw(f"tcp://127.0.0.1:{self.ports[int(feed)]}", self.keys.public, pair)
        self._raw.append(raw)
        return raw

    def __enter__(self) -> Site:
        self.start_hub()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for raw in self._raw:
            raw.close()
        for source in self._sources:
            source.close(drain_s=0)
        for console in self._consoles:
            console.client.close()
        self.stop_hub()


class Raw:
    """A peer that speaks the protocol by hand, right or wrong."""

    def __init__(self, endpoint: str, server_key: str, pair: KeyPair) -> None:
        self._context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        self.socket = dealer(self._context, endpoint, server_key, pair.public, pair.secret)
        # Writable only once the hub let it in, which is what some tests look for.
        self.socket.disconnect(endpoint)
        self.socket.immediate = 1
        self.socket.connect(endpoint)

    def send(self, kind: str, header: Header, items: Sequence[bytes] = ()) -> None:
        self.send_parts(frames.encode(kind, header, items))

    def send_parts(self, parts: Sequence[bytes]) -> None:
        assert self.socket.poll(5000, zmq.POLLOUT), "no connection"
        self.socket.send_multipart(parts)

    def receive(self, kind: str, seconds: float = 5.0) -> frames.Message:
        """The next message of `kind`; heartbeats and others before it are passed over."""
        return self.receive_any((kind,), seconds)

    def receive_any(self, kinds: Sequence[str], seconds: float = 5.0) -> frames.Message:
        """The next message of one of these kinds."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            if self.socket.poll(int(left * 1000) + 1):
                message = frames.decode(self.socket.recv_multipart())
                if message.kind in kinds:
                    return message
        raise AssertionError(f"no {' or '.join(kinds)} within {seconds} s")

    def hears(self, seconds: float) -> bool:
        return bool(self.socket.poll(int(seconds * 1000)))

    def close(self) -> None:
        self.socket.close()
        self._context.term()
