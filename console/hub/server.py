"""The hub's one loop: ingest, feed, commands and time, in one thread, in that order."""

from __future__ import annotations

import contextlib
import logging
import socket
import time
from collections.abc import Sequence
from datetime import UTC, datetime

import zmq

from console.bus.allow_list import PeerKind
from console.errors import ConsoleError
from console.hub.config import HubConfig
from console.hub.door import Door
from console.hub.feed import Feed
from console.hub.ingest import Ingest
from console.hub.sign_ins import SignIns
from console.hub.zap import ZapHandler
from console.services.core import HubCore, SourceBatch

BATCH_ITEMS = 500
BATCH_S = 0.005
FEED_MESSAGES = 100
IDLE_S = 0.05
BEAT_S = 0.25
TICK_S = 1.0
STORE_PAUSE_S = 1.0
"""How long sources pause after the store refused."""

_log = logging.getLogger(__name__)


class HubServer:
    """Both sockets of the hub over one `HubCore`. Raises `PortTaken` where it cannot bind.

    `run` belongs to the thread that made the core and returns after `stop`, which may be called
    from any thread or signal handler.
    """

    def __init__(self, core: HubCore, config: HubConfig) -> None:
        self._core = core
        self._allow_list = config.allow_list
        self._stopping = False
        self._beat_at = self._tick_at = 0.0
        self._wake_in, self._wake_out = socket.socketpair()
        self._wake_in.setblocking(False)
        self._context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        self._open: list[Door | ZapHandler] = []
        try:
            self._zap = ZapHandler(self._context, config.allow_list)
            self._open.append(self._zap)
            doors = []
            for kind, domain, port in (
                (PeerKind.SOURCE, "ingest", config.ingest_port),
                (PeerKind.CONSOLE, "feed", config.feed_port),
            ):
                address = (config.bind, port)
                door = Door(self._context, kind, domain, address, config.keys, config.allow_list)
                self._open.append(door)
                doors.append(door)
        except BaseException:
            self._close()
            raise
        self._doors = doors
        self.ingest_port, self.feed_port = (door.port for door in doors)
        self._feed = Feed(doors[1], core, SignIns(config.sessions))
        self._ingest = Ingest(doors[0], core, config.hub_id, self._feed.publish)

    @property
    def consoles(self) -> int:
        """How many consoles are attached."""
        return self._feed.consoles

    @property
    def sources(self) -> int:
        """How many sources have a session."""
        return self._ingest.connected

    def run(self) -> None:
        """Serve until `stop`."""
        poller = zmq.Poller()
        poller.register(self._wake_out, zmq.POLLIN)
        poller.register(self._zap.socket, zmq.POLLIN)
        for door in self._doors:
            poller.register(door.socket, zmq.POLLIN)
        more = False
        try:
            while not self._stopping:
                poller.poll(0 if more else int(IDLE_S * 1000))
                self._zap.answer()
                more = self._serve()
        finally:
            self._close()

    def stop(self) -> None:
        """End `run` soon."""
        self._stopping = True
        with contextlib.suppress(OSError):
            self._wake_in.send(b"!")

    def _serve(self) -> bool:
        """One turn of the loop; a fault in it is logged and the next turn goes on."""
        more = False
        try:
            self._feed.receive(FEED_MESSAGES)
            self._store(self._ingest.receive(BATCH_ITEMS, BATCH_S))
            now = time.monotonic()
            if now >= self._beat_at:
                self._beat_at = now + BEAT_S
                self._beat(now)
            if now >= self._tick_at:
                self._tick_at = now + TICK_S
                self._feed.publish(self._core.tick(datetime.now(UTC)))
            more = self._feed.pump()
        except Exception as error:
            self._report_failure("a turn of the loop", error)
        return more

    def _store(self, batches: Sequence[SourceBatch]) -> None:
        """Make the batches durable, and only then say so."""
        if not batches:
            return
        try:
            intakes, items = self._core.take(batches)
        except Exception as error:
            self._report_failure("store", error)
            self._ingest.busy("BUSY", STORE_PAUSE_S)
            return
        self._ingest.reply(intakes)
        self._feed.publish(items)

    def _beat(self, now: float) -> None:
        self._allow_list.refresh()
        self._feed.beat(now)
        self._ingest.beat(now)

    def _report_failure(self, what: str, error: Exception) -> None:
        if isinstance(error, ConsoleError):
            _log.error("%s refused: %s", what, error)
        else:
            _log.exception("%s failed", what)

    def _close(self) -> None:
        for one in self._open:
            one.close()
        self._context.term()
        self._wake_in.close()
        self._wake_out.close()
