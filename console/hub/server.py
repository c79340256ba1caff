"""The hub's one loop: ingest, feed, commands and time, in one thread, in that order."""

from __future__ import annotations

import contextlib
import logging
import socket
import time
from collections.abc import Callable, Sequence
from datetime import datetime

import zmq

from console.domain.link import ConsoleLink
from console.errors import ConsoleError, StoreTaken
from console.hub.allowed import allowed_keys
from console.hub.config import HubConfig
from console.hub.feed import Feed
from console.hub.gates import Gates
from console.hub.ingest import Ingest, utc_now
from console.hub.password_checks import PasswordChecks
from console.hub.sign_ins import SignIns
from console.services.core import HubCore, SourceBatch

BATCH_ITEMS, BATCH_S = 500, 0.005
"""Most to take in before it is stored, while the hub keeps up."""
BEHIND_ITEMS, BEHIND_S = 1000, 0.04
"""The same while more is waiting: a transaction has its price, whatever is in it."""
FEED_MESSAGES = 100
IDLE_S = 0.05
BEAT_S = 0.25
TICK_S = 1.0
STORE_PAUSE_S = 1.0
"""How long sources pause after the store refused."""

_log = logging.getLogger(__name__)


class HubServer:
    """Both sockets of the hub over one `HubCore`. Raises `PortTaken` where it cannot bind.

    `clock` is the present moment, aware UTC, for events and ticks; heartbeats have their own.

    `run` belongs to the thread that made the core and returns after `stop`, which may be called
    from any thread or signal handler.
    """

    def __init__(
        self, core: HubCore, config: HubConfig, clock: Callable[[], datetime] = utc_now
    ) -> None:
        self._core = core
        self._clock = clock
        self._allow_list = config.allow_list
        self._stopping = False
        self._beat_at = self._tick_at = 0.0
        self._keys_told = -1
        self._gates = Gates(config)
        self.ingest_port, self.feed_port = self._gates.ingest.port, self._gates.feed.port
        self._wake_in, self._wake_out = socket.socketpair()
        self._wake_in.setblocking(False)
        self._wake_out.setblocking(False)
        self._passwords = PasswordChecks(self._wake)
        sign_ins = SignIns(config.sessions)
        self._feed = Feed(self._gates.feed, core, sign_ins, self._passwords)
        self._ingest = Ingest(self._gates.ingest, core, config.hub_id, self._feed.publish, clock)

    @property
    def consoles(self) -> int:
        """How many consoles are attached."""
        return self._feed.consoles

    @property
    def attached(self) -> tuple[ConsoleLink, ...]:
        """The consoles that are attached."""
        return self._feed.attached()

    @property
    def sources(self) -> int:
        """How many sources have a session."""
        return self._ingest.connected

    def run(self) -> None:
        """Serve until `stop`; raises `StoreTaken` once another hub serves instead."""
        poller = self._gates.poller()
        poller.register(self._wake_out, zmq.POLLIN)
        more = False
        try:
            while not self._stopping:
                poller.poll(0 if more else int(IDLE_S * 1000))
                self._gates.zap.answer()
                with contextlib.suppress(BlockingIOError):
                    self._wake_out.recv(4096)
                more = self._serve()
        finally:
            self._close()

    def stop(self) -> None:
        """End `run` soon."""
        self._stopping = True
        self._wake()

    def _wake(self) -> None:
        with contextlib.suppress(OSError):
            self._wake_in.send(b"!")

    def _serve(self) -> bool:
        """One turn of the loop; a fault in it is logged and the next turn goes on."""
        more = False
        try:
            self._passwords.settle()
            self._feed.receive(FEED_MESSAGES)
            behind = self._ingest.behind
            most = (BEHIND_ITEMS, BEHIND_S) if behind else (BATCH_ITEMS, BATCH_S)
            self._store(self._ingest.receive(*most))
            now = time.monotonic()
            if now >= self._beat_at:
                self._beat_at = now + BEAT_S
                self._beat(now)
            if now >= self._tick_at:
                self._tick_at = now + TICK_S
                self._feed.publish(self._core.tick(self._clock()))
            more = self._feed.pump()
        except StoreTaken:
            raise
        except Exception as error:
            self._report_failure("a turn of the loop", error)
        return more

    def _store(self, batches: Sequence[SourceBatch]) -> None:
        """Make the batches durable, and only then say so."""
        if not batches:
            return
        try:
            intakes, items = self._core.take(batches)
        except StoreTaken:
            raise
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
        self._gates.listen()
        refusals = self._gates.turned_away.due(now)
        if refusals:
            self._core.audit_refusals(refusals)
            self._gates.turned_away.told(refusals, now)
        if self._keys_told != self._allow_list.revision:
            self._core.keys_changed(allowed_keys(self._allow_list))
            self._keys_told = self._allow_list.revision

    def _report_failure(self, what: str, error: Exception) -> None:
        if isinstance(error, ConsoleError):
            _log.error("%s refused: %s", what, error)
        else:
            _log.exception("%s failed", what)

    def _close(self) -> None:
        self._passwords.close()
        self._gates.close()
        self._wake_in.close()
        self._wake_out.close()
