"""The console's end of the feed: one thread that reads, sends, reconnects, hands over batches."""

from __future__ import annotations

import contextlib
import logging
import math
import random
import select
import socket as sockets
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import msgspec
import zmq

from console.bus.feed_connection import FeedConnection
from console.bus.feed_reader import FeedReader
from console.bus.ids import uuid7
from console.bus.link import FeedLink, FeedState
from console.bus.requests import Requests
from console.bus.source import dealer
from console.domain.facts import Fact
from console.domain.result import CommandResult

BACKOFF_FIRST_S = 0.1
BACKOFF_MOST_S = 1.0
REFUSED_S = 5.0
"""Whoever is refused does not knock more often than this, or the hub stops listening."""
BATCH_S = 0.03
"""Longest time spent reading before what was read is handed over."""
MOST_MESSAGES = 400

_log = logging.getLogger(__name__)


class FeedClient:
    """Follows a hub's feed for ever and carries commands to it.

    Keys are Z85; `token` is a signed-in session's or empty, then `sign_in` comes first. All
    callbacks are called in the client's own thread `feed`: `on_snapshot(facts, gseq)` replaces
    everything, `on_facts(facts)` follows in order (facts with `gseq` 0 are passing or ahead of
    their turn), `on_result`, `on_rows(query_id, rows)` and `on_link`. A refused query is answered
    through `on_result` under its query id.
    """

    def __init__(
        self,
        endpoints: Sequence[str],
        server_key: str,
        public_key: str,
        secret_key: str,
        token: str,
        console: str,
        *,
        on_snapshot: Callable[[list[Fact], int], None],
        on_facts: Callable[[list[Fact]], None],
        on_result: Callable[[CommandResult], None],
        on_rows: Callable[[str, list[bytes]], None],
        on_link: Callable[[FeedLink], None],
    ) -> None:
        self._endpoints = tuple(endpoints)
        self._keys = (server_key, public_key, secret_key)
        self._on_snapshot = on_snapshot
        self._on_facts = on_facts
        self._on_link = on_link
        self._reader = FeedReader()
        self._requests = Requests(token, console, on_result, on_rows)
        self._link = FeedLink(FeedState.CONNECTING, datetime.now(UTC))
        self._mail: deque[Callable[[], None]] = deque()
        self._closing = threading.Event()
        self._wake_in, self._wake_out = sockets.socketpair()
        self._wake_in.setblocking(False)
        self._wake_out.setblocking(False)
        self._context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        self._thread = threading.Thread(target=self._run, name="feed", daemon=True)

    def start(self) -> None:
        """Begin to connect."""
        self._thread.start()

    def submit(self, cmd_id: str, kind: str, args: bytes) -> None:
        """Send a command (any thread) and repeat it until it is answered; `args` is its JSON."""
        self._post(lambda: self._requests.command(cmd_id, kind, args))

    def withdraw(self, cmd_id: str) -> None:
        """Take back a command (any thread); it is answered WITHDRAWN unless it was sent already."""
        self._post(lambda: self._requests.withdraw(cmd_id))

    def query(self, name: str, args: object) -> str:
        """Ask for the rows of a named query (any thread); returns the id they will come under."""
        query_id = uuid7()
        data = args if isinstance(args, bytes) else msgspec.json.encode(args)
        self._post(lambda: self._requests.query(query_id, name, data))
        return query_id

    def sign_in(self, user: str, password: str) -> str:
        """Sign in (any thread); the answer comes as a result under the id that is returned.

        An accepted session is attached at once.
        """
        cmd_id = uuid7()
        self._post(lambda: self._requests.sign_in(cmd_id, user, password))
        return cmd_id

    def change_password(self, user: str, password: str, new: str) -> str:
        """Change a password (any thread); answered as a result under the id that is returned."""
        cmd_id = uuid7()
        self._post(lambda: self._requests.change_password(cmd_id, user, password, new))
        return cmd_id

    @property
    def token(self) -> str:
        """The session in use, from the constructor or from the last accepted sign-in."""
        return self._requests.token

    def close(self) -> None:
        """Disconnect and end the thread; no callback comes afterwards."""
        self._closing.set()
        self._wake()
        if self._thread.is_alive():
            self._thread.join()
        self._wake_in.close()
        self._wake_out.close()
        self._context.term()

    def _post(self, work: Callable[[], None]) -> None:
        self._mail.append(work)
        self._wake()

    def _wake(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._wake_in.send(b"!")

    def _open_mail(self) -> None:
        with contextlib.suppress(BlockingIOError):
            while self._wake_out.recv(4096):
                pass
        while self._mail:
            self._mail.popleft()()

    def _run(self) -> None:
        pause, turn = BACKOFF_FIRST_S, 0
        self._on_link(self._link)
        while not self._closing.is_set():
            attached = False
            try:
                attached = self._attend(self._endpoints[turn % len(self._endpoints)])
            except zmq.ZMQError:
                _log.exception("the feed starts over")
            if attached:
                pause = BACKOFF_FIRST_S
            else:
                turn += 1
            if self._link.state is FeedState.REFUSED:
                pause = REFUSED_S
            self._wait(pause * random.uniform(0.5, 1.5))  # noqa: S311 jitter
            pause = min(BACKOFF_MOST_S, 2 * pause)

    def _wait(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while not self._closing.is_set() and (left := until - time.monotonic()) > 0:
            if select.select([self._wake_out], [], [], left)[0]:
                self._open_mail()

    def _attend(self, endpoint: str) -> bool:
        """One connection from ATTACH to its loss; returns whether it was ever attached."""
        socket = dealer(self._context, endpoint, *self._keys)
        monitor = socket.get_monitor_socket(
            zmq.EVENT_DISCONNECTED | zmq.EVENT_HANDSHAKE_FAILED_AUTH
        )
        connection = FeedConnection(socket, self._reader, self._requests, self._show)
        poller = zmq.Poller()
        poller.register(monitor, zmq.POLLIN)
        poller.register(self._wake_out, zmq.POLLIN)
        try:
            while not self._closing.is_set() and not connection.lost:
                poller.register(socket, zmq.POLLIN | (zmq.POLLOUT if connection.waits else 0))
                ready = dict(poller.poll(math.ceil(connection.patience() * 1000)))
                self._open_mail()
                connection.receive(MOST_MESSAGES, time.monotonic() + BATCH_S)
                self._hand_over()
                if monitor in ready:
                    connection.disconnected(_event(monitor))
                connection.act()
        finally:
            socket.disable_monitor()
            monitor.close()
            socket.close()
        return connection.attached

    def _hand_over(self) -> None:
        snapshot = self._reader.take_snapshot()
        if snapshot is not None:
            self._on_snapshot(*snapshot)
        facts = self._reader.take_facts()
        if facts:
            self._on_facts(facts)

    def _show(self, state: FeedState, reason: str, rtt_ms: float, offset_ms: float) -> None:
        old = self._link
        same = (old.state, old.reason) == (state, reason)
        link = FeedLink(state, old.since if same else datetime.now(UTC), rtt_ms, offset_ms, reason)
        if link != old:
            self._link = link
            self._on_link(link)


def _event(monitor: zmq.Socket[bytes]) -> int:
    """The number of the event that waits in a monitor socket."""
    return int.from_bytes(monitor.recv_multipart()[0][:2], "little")
