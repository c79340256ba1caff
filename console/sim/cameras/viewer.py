"""One client of a stream, healthy or not."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from random import Random

from console.sim.cameras.fault import Fault
from console.sim.cameras.live_frame import LiveFrame
from console.sim.cameras.ts_mux import TsMux

MAX_BUFFERED = 512 * 1024
"""Bytes waiting for a client from which frames are left out, up to the next key frame."""

_TOO_SLOW_S = 10
_DROP_AFTER_S = 2
_SLOW_BYTES_A_SECOND = 4000


class Viewer:
    """Writes frames to a client's socket; never waits and never keeps more than a little."""

    def __init__(
        self,
        transport: asyncio.WriteTransport,
        chunked: bool,
        fps: int,
        fault: Callable[[], Fault],
    ) -> None:
        """`chunked` wraps each write for HTTP/1.1; `fault` tells what is wrong just now."""
        self.closed = asyncio.Event()
        self._transport = transport
        self._chunked = chunked
        self._fps = fps
        self._fault = fault
        self._mux = TsMux()
        self._frozen = b""
        self._sent = 0
        self._missed = 0
        self._await_key = False
        self._backlog = bytearray()
        self._noise = Random(1)  # noqa: S311 - noise on the screen

    def begin(self, packets: bytes) -> None:
        """Send what has happened since the last key frame."""
        if self._fault() in (Fault.NONE, Fault.DROP, Fault.FREEZE):
            self._write(packets)
        else:
            self._await_key = True

    def deliver(self, frame: LiveFrame) -> None:
        """Send `frame`, or what the camera's fault makes of it."""
        if self._transport.is_closing():
            self.closed.set()
            return
        self._sent += 1
        fault = self._fault()
        if fault is Fault.NONE:
            self._frozen = b""
            self._send(frame)
        else:
            self._suffer(fault, frame)

    def close(self) -> None:
        """Hang up."""
        self._transport.abort()
        self.closed.set()

    def _suffer(self, fault: Fault, frame: LiveFrame) -> None:
        if fault is Fault.DROP and self._sent <= _DROP_AFTER_S * self._fps:
            self._send(frame)
        elif fault in (Fault.DROP, Fault.UNAUTHORIZED, Fault.UNAVAILABLE):
            self.close()
        else:
            self._await_key = True
            if fault is Fault.FREEZE:
                self._freeze(frame)
            elif fault is Fault.GARBAGE:
                self._write(self._noise.randbytes(len(frame.packets)))
            elif fault is Fault.SLOW:
                self._trickle(frame)

    def _send(self, frame: LiveFrame) -> None:
        if self._transport.get_write_buffer_size() > MAX_BUFFERED:
            self._await_key = True
        if self._await_key and not (frame.key and self._room()):
            self._missed += 1
            if self._missed > _TOO_SLOW_S * self._fps:
                self.close()
            return
        self._await_key = False
        self._missed = 0
        self._write(frame.packets)

    def _room(self) -> bool:
        return self._transport.get_write_buffer_size() < MAX_BUFFERED // 2

    def _freeze(self, frame: LiveFrame) -> None:
        """The same key frame again and again: packets flow, the picture does not change."""
        self._frozen = self._frozen or frame.key_unit
        if self._room():
            self._write(self._mux.frame(self._frozen, frame.pts, key=True))

    def _trickle(self, frame: LiveFrame) -> None:
        if len(self._backlog) < MAX_BUFFERED:
            self._backlog += frame.packets
        share = _SLOW_BYTES_A_SECOND // self._fps
        self._write(bytes(self._backlog[:share]))
        del self._backlog[:share]

    def _write(self, data: bytes) -> None:
        if not data:
            return
        if self._chunked:
            data = b"%x\r\n%b\r\n" % (len(data), data)
        self._transport.write(data)
