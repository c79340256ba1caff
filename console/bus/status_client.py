"""Asks a hub how it is, with a key that may do nothing else."""

from __future__ import annotations

import time

import zmq

from console.bus import headers
from console.bus.frames import FrameError, decode, encode
from console.bus.ids import uuid7
from console.bus.keys import KeyPair
from console.bus.source import dealer


def ask_status(
    endpoint: str, server_key: str, pair: KeyPair, timeout_s: float
) -> list[bytes] | None:
    """Encoded facts about the hub and its links; None where nobody answers in time."""
    context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
    socket = dealer(context, endpoint, server_key, pair.public, pair.secret)
    try:
        return _ask(socket, time.monotonic() + timeout_s)
    finally:
        socket.close()
        context.term()


def _ask(socket: zmq.Socket[bytes], until: float) -> list[bytes] | None:
    query_id = uuid7()
    if not socket.poll(_left_ms(until), zmq.POLLOUT):
        return None
    socket.send_multipart(encode("QUERY", headers.Query(query_id, "status"), [b"{}"]))
    rows: list[bytes] = []
    while socket.poll(_left_ms(until)):
        try:
            message = decode(socket.recv_multipart())
        except FrameError:
            return None
        if message.kind == "ERR":
            return None
        if message.kind == "ROWS":
            rows += message.items
            if message.typed(headers.Rows).last:
                return rows
    return None


def _left_ms(until: float) -> int:
    return max(0, int((until - time.monotonic()) * 1000))
