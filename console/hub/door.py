"""One ROUTER of the hub: who a message comes from, in what form, and the way back."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Sequence
from typing import NamedTuple

import zmq

from console.bus import frames
from console.bus.allow_list import AllowList, Peer, PeerKind
from console.bus.frames import FrameError, Message
from console.bus.headers import Err
from console.bus.keys import KeyPair
from console.errors import AddressWrong, ConsoleError, PortTaken
from console.hub.error_meter import ErrorMeter
from console.hub.turned_away import TurnedAway

_log = logging.getLogger(__name__)
_COUNTED = {400, 403, 413, 422, 426}
"""Errors of the peer's own making; losing a session is not."""
MOST_PASSED_OVER = 200
"""Bad messages in a row before everybody else gets a turn."""


class Address(NamedTuple):
    """Where to listen (port 0: anywhere free), and the file that says so."""

    host: str
    port: int
    settings: str


class Letter(NamedTuple):
    """A well-formed message of a known peer."""

    route: bytes
    peer: Peer
    key: str
    message: Message


class PeerGone(Exception):
    """The connection to answer on is no more."""


class Door:
    """A bound ROUTER behind CURVE and the allow-list.

    Raises `PortTaken` or `AddressWrong` where it cannot bind.
    """

    def __init__(
        self,
        context: zmq.Context[zmq.Socket[bytes]],
        kind: PeerKind,
        domain: str,
        address: Address,
        keys: KeyPair,
        allow_list: AllowList,
        turned_away: TurnedAway,
    ) -> None:
        self._kind = kind
        self._allow_list = allow_list
        self._turned_away = turned_away
        self._meter = ErrorMeter()
        self.socket = context.socket(zmq.ROUTER)
        self.socket.linger = 0
        self.socket.router_mandatory = 1
        self.socket.router_handover = 0
        self.socket.rcvhwm = 64
        self.socket.sndhwm = 1000
        self.socket.maxmsgsize = frames.MAX_MESSAGE
        self.socket.handshake_ivl = 5000
        self.socket.curve_server = 1
        self.socket.curve_secretkey = keys.secret.encode("ascii")
        self.socket.curve_publickey = keys.public.encode("ascii")
        self.socket.zap_domain = domain.encode("ascii")
        try:
            self.socket.bind(f"tcp://{address.host}:{address.port or '*'}")
        except zmq.ZMQError as error:
            self.socket.close()
            raise _told(error, address) from error
        endpoint = self.socket.getsockopt_string(zmq.LAST_ENDPOINT)
        self.port = int(endpoint.rpartition(":")[2])

    def receive(self) -> Letter | None:
        """The next well-formed message of a peer that is let in; None where nothing waits.

        Anything else is answered or passed over in here.
        """
        for _ in range(MOST_PASSED_OVER):
            try:
                first = self.socket.recv(zmq.NOBLOCK, copy=False, track=False)
            except zmq.Again:
                return None
            parts = self._rest()
            letter = self._opened(first, parts)
            if letter is not None:
                return letter
        return None

    def send(self, route: bytes, kind: str, header: object, items: Sequence[bytes] = ()) -> bool:
        """Answer; False where the peer's queue is full now. Raises `PeerGone`."""
        try:
            self.socket.send_multipart([route, *frames.encode(kind, header, items)], zmq.NOBLOCK)
        except zmq.Again:
            return False
        except zmq.ZMQError as error:
            if error.errno == zmq.EHOSTUNREACH:
                raise PeerGone from None
            raise
        return True

    def refuse(
        self, route: bytes, key: str, code: int, reason: str, ref: str = "", retry_ms: int = 0
    ) -> None:
        """Answer ERR; too many of them and the key is not listened to for a minute."""
        if code == 403 and reason == "NOT_ALLOWED":
            self._note(key, reason)
        if code in _COUNTED and self._meter.count(key):
            _log.warning("%s key %s… is muted: too many errors", self._kind, key[:8])
            self._note(key, "MUTED")
        with contextlib.suppress(PeerGone):
            self.send(route, "ERR", Err(code, reason, ref, retry_ms))

    def not_active(self, letter: Letter, active: str, retry_ms: int) -> None:
        """Send a peer on to the active hub."""
        header = Err(503, "NOT_ACTIVE", letter.message.kind, retry_ms, active)
        with contextlib.suppress(PeerGone):
            self.send(letter.route, "ERR", header)

    def _note(self, key: str, reason: str) -> None:
        peer = self._allow_list.listed(key)
        self._turned_away.note(peer.id if peer else "", reason, key)

    def allowed(self, key: str) -> bool:
        """Whether `key` still opens this door."""
        return self._allow_list.peer(key, self._kind) is not None

    def close(self) -> None:
        """Close the socket; whatever waits in it is dropped."""
        self.socket.close()

    def _rest(self) -> list[bytes]:
        parts: list[bytes] = []
        while self.socket.getsockopt(zmq.RCVMORE):
            part = self.socket.recv(zmq.NOBLOCK)
            if len(parts) < 4 + frames.MAX_ITEMS:
                parts.append(part)
        return parts

    def _opened(self, first: zmq.Frame, parts: list[bytes]) -> Letter | None:
        route = first.bytes
        key = str(first.get("User-Id"))
        if self._meter.muted(key):
            return None
        peer = self._allow_list.peer(key, self._kind)
        if peer is None:
            self.refuse(route, key, 403, "NOT_ALLOWED")
            return None
        try:
            return Letter(route, peer, key, frames.decode(parts))
        except FrameError as error:
            self.refuse(route, key, error.code, error.reason)
            return None


def _told(error: zmq.ZMQError, address: Address) -> ConsoleError:
    """Why nothing can listen there, and where that can be changed."""
    number = error.errno or 0
    if number == zmq.EADDRINUSE:
        return PortTaken(port=address.port, where=address.settings)
    return AddressWrong(address=address.host, detail=zmq.strerror(number), where=address.settings)
