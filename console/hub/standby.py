"""A hub that waits for its turn: it lets its peers in and tells them who is active."""

from __future__ import annotations

import contextlib
import socket
import time

import zmq

from console.hub.config import HubConfig
from console.hub.gates import Gates

LOOK_S = 0.5
RETRY_MS = 1000
MOST_LETTERS = 100


class Standby:
    """Answers every message with ERR 503 NOT_ACTIVE. Raises `PortTaken` where it cannot bind."""

    def __init__(self, config: HubConfig, active: str) -> None:
        self._allow_list = config.allow_list
        self._active = active
        self._gates = Gates(config)
        self.ports = (self._gates.ingest.port, self._gates.feed.port)
        self._wake_in, self._wake_out = socket.socketpair()
        self._wake_in.setblocking(False)
        self.stopping = False

    def run(self, seconds: float = LOOK_S) -> None:
        """Answer for this long, or until `stop`."""
        poller = self._gates.poller()
        poller.register(self._wake_out, zmq.POLLIN)
        until = time.monotonic() + seconds
        while not self.stopping and (left := until - time.monotonic()) > 0:
            poller.poll(int(left * 1000) + 1)
            self._gates.zap.answer()
            for door in (self._gates.ingest, self._gates.feed):
                for _ in range(MOST_LETTERS):
                    letter = door.receive()
                    if letter is None:
                        break
                    door.not_active(letter, self._active, RETRY_MS)
        self._allow_list.refresh()

    def stop(self) -> None:
        """End `run` soon; from any thread."""
        self.stopping = True
        with contextlib.suppress(OSError):
            self._wake_in.send(b"!")

    def close(self) -> None:
        """Give the ports up."""
        self._gates.close()
        self._wake_in.close()
        self._wake_out.close()
