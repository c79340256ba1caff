"""ZAP (RFC 27): decides for every handshake whether its CURVE key is on the allow-list."""

from __future__ import annotations

import logging

import zmq
import zmq.utils.z85

from console.bus.allow_list import AllowList, PeerKind
from console.hub.turned_away import TurnedAway

ENDPOINT = "inproc://zeromq.zap.01"
DOMAINS = {b"ingest": PeerKind.SOURCE, b"feed": PeerKind.CONSOLE}

_log = logging.getLogger(__name__)


class ZapHandler:
    """Answers libzmq's handshake questions from the hub's own thread.

    The User-Id of an accepted connection is its key, so that a key taken off the list is
    recognised on connections that are already open.
    """

    def __init__(
        self,
        context: zmq.Context[zmq.Socket[bytes]],
        allow_list: AllowList,
        turned_away: TurnedAway,
    ) -> None:
        self._allow_list = allow_list
        self._turned_away = turned_away
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
        key, kind = _claim(question)
        if kind is None or not self._opens(key, kind):
            self._note_refused(question, key)
            return [b"1.0", request, b"400", b"NOT_ALLOWED", b"", b""]
        return [b"1.0", request, b"200", b"OK", key.encode("ascii"), b""]

    def _opens(self, key: str, kind: PeerKind) -> bool:
        if self._allow_list.peer(key, kind) is None:
            self._allow_list.refresh()
        return self._allow_list.peer(key, kind) is not None

    def _note_refused(self, question: list[bytes], key: str) -> None:
        """Tell of an address once a minute at most: a stranger's library knocks without end."""
        address = question[3].decode("ascii", "replace") if len(question) > 3 else ""
        peer = self._allow_list.listed(key)
        who, reason = (peer.id, "KEY_NOT_VALID") if peer else (address, "STRANGER")
        if self._turned_away.note(who, reason, key):
            _log.info("%s was refused: %s", who, reason)


def _claim(question: list[bytes]) -> tuple[str, PeerKind | None]:
    """The key (Z85) and what it asks to open; the latter None where the question is no good."""
    if len(question) < 7 or question[0] != b"1.0" or question[5] != b"CURVE":
        return "", None
    if len(question[6]) != 32:
        return "", None
    key: str = zmq.utils.z85.encode(question[6]).decode("ascii")
    return key, DOMAINS.get(question[2])
