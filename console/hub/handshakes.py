"""Handshakes that broke the protocol: no CURVE, or one that was recorded and is played again.

libzmq ends these itself and never asks ZAP, and tells the door but not the address.
"""

from __future__ import annotations

import zmq

from console.hub.turned_away import TurnedAway

REASON = "BAD_HANDSHAKE"
MOST = 100
"""Read at a time."""


class Handshakes:
    """Listens to one socket's handshakes. Close it before the socket."""

    def __init__(self, socket: zmq.Socket[bytes], domain: str, turned_away: TurnedAway) -> None:
        self._socket = socket
        self._domain = domain
        self._turned_away = turned_away
        self._monitor = socket.get_monitor_socket(int(zmq.Event.HANDSHAKE_FAILED_PROTOCOL))
        self._monitor.linger = 0

    def listen(self) -> None:
        """Note those that failed since."""
        for _ in range(MOST):
            try:
                self._monitor.recv_multipart(zmq.NOBLOCK)
            except zmq.Again:
                return
            self._turned_away.note(self._domain, REASON, "")

    def close(self) -> None:
        """Stop listening."""
        self._socket.disable_monitor()
        self._monitor.close()
