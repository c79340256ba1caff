"""ZAP (RFC 27): decides for every handshake whether its CURVE key is on the allow-list."""

from __future__ import annotations

import logging
import time

import zmq
import zmq.utils.z85

from console.bus.allow_list import AllowList, PeerKind

ENDPOINT = "inproc://zeromq.zap.01"
DOMAINS = {b"ingest": PeerKind.SOURCE, b"feed": PeerKind.CONSOLE}
NOTE_EVERY_S = 60.0
MOST_NOTED = 100

_log = logging.getLogger(__name__)


class ZapHandler:
    """Answers libzmq's handshake questions from the hub's own thread.

    The User-Id of an accepted connection is its key, so that a key taken off the list is
    recognised on connections that are already open.
    """

    def __init__(self, context: zmq.Context[zmq.Socket[bytes]], allow_list: AllowList) -> None:
        self._allow_list = allow_list
        self._noted: dict[str, float] = {}
        self.socket = context.socket(zmq.REP)
        self.socket.linger = 0
        self.socket.bind(ENDPOINT)

    def answer(self) -> None:
        """Answer every question that waits."""
        while True:
            try:
                question = self.socket.recv_multipart(zmq.NOBLOCK)
            except zmq.Again:
                return
            self.socket.send_multipart(self._answer(question))

    def close(self) -> None:
        """Close the socket."""
        self.socket.close()

    def _answer(self, question: list[bytes]) -> list[bytes]:
        request = question[1] if len(question) > 1 else b""
        key = self._key(question)
        if key is None:
            self._note_stranger(question)
            return [b"1.0", request, b"400", b"NOT_ALLOWED", b"", b""]
        return [b"1.0", request, b"200", b"OK", key.encode("ascii"), b""]

    def _note_stranger(self, question: list[bytes]) -> None:
        """Log an address once a minute at most: a stranger's library knocks without end."""
        address = question[3].decode("ascii", "replace") if len(question) > 3 else ""
        now = time.monotonic()
        self._noted = {one: at for one, at in self._noted.items() if now - at < NOTE_EVERY_S}
        if address not in self._noted and len(self._noted) < MOST_NOTED:
            self._noted[address] = now
            _log.info("a stranger at %s was refused", address)

    def _key(self, question: list[bytes]) -> str | None:
        if len(question) < 7 or question[0] != b"1.0" or question[5] != b"CURVE":
            return None
        kind = DOMAINS.get(question[2])
        if kind is None or len(question[6]) != 32:
            return None
        key: str = zmq.utils.z85.encode(question[6]).decode("ascii")
        if self._allow_list.peer(key, kind) is None:
            self._allow_list.refresh()
        return key if self._allow_list.peer(key, kind) else None
