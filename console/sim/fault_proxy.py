"""A TCP proxy in user space that makes a network as bad as wanted."""

from __future__ import annotations

import asyncio
import contextlib
import random
import socket
import struct
import threading
from collections.abc import Callable

CHUNK = 16 * 1024
_RESET = struct.pack("ii", 1, 0)
"""SO_LINGER of zero seconds: closing sends RST."""


class FaultProxy:
    """Forwards one local port to another, both ways, and spoils it on request from any thread.

    `delay` holds every byte back, `bandwidth` limits each direction of each connection,
    `black_hole` keeps connections open and lets nothing through, `reset` breaks them.
    """

    def __init__(self, target: tuple[str, int]) -> None:
        """Listen on a free port of the loopback; raises `OSError`."""
        self._target = target
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.connections = 0
        self._delay_s = 0.0
        self._bytes_per_s = 0.0
        self._open: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._passing = asyncio.Event()
        self._passing.set()
        self._ending = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="fault-proxy", daemon=True)

    def start(self) -> None:
        """Begin to forward."""
        self._thread.start()

    def close(self) -> None:
        """Break every connection and stop."""
        self._do(self._ending.set)
        self._thread.join()

    def delay(self, seconds: float) -> None:
        """Hold every byte back for so long, from now on."""
        self._delay_s = seconds

    def bandwidth(self, bits_per_s: float) -> None:
        """Let no more through in each direction of a connection; 0 is no limit."""
        self._bytes_per_s = bits_per_s / 8

    def black_hole(self, on: bool) -> None:
        """Let nothing through while `on`; what came meanwhile goes on afterwards."""
        self._do(self._passing.clear if on else self._passing.set)

    def reset(self, share: float = 1.0) -> None:
        """Break this share of the connections with RST."""
        self._do(lambda: self._reset(share))

    def _do(self, work: Callable[[], object]) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended
            self._loop.call_soon_threadsafe(work)

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._serve())
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._accept, sock=self._listener)
        await self._ending.wait()
        server.close()
        self._reset(1.0)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.sleep(0)

    def _reset(self, share: float) -> None:
        for writer in list(self._open):
            if random.random() < share:  # noqa: S311 chance, not secrecy
                _break(writer)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 a coroutine always runs in one
        self._tasks.add(task)
        self.connections += 1
        try:
            await self._forward(reader, writer)
        except (OSError, asyncio.CancelledError):
            # Cancelled only by the end of the proxy; the stream's own callback must not see it.
            _break(writer)
        finally:
            self._tasks.discard(task)

    async def _forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        onward_reader, onward = await asyncio.open_connection(*self._target)
        self._open |= {writer, onward}
        ways = [
            asyncio.ensure_future(self._one_way(reader, onward)),
            asyncio.ensure_future(self._one_way(onward_reader, writer)),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            for end in (writer, onward):
                self._open.discard(end)
                _break(end)

    async def _one_way(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        held: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(256)
        sending = asyncio.ensure_future(self._send(held, writer))
        try:
            while data := await reader.read(CHUNK):
                await held.put((self._loop.time() + self._delay_s, data))
        finally:
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)

    async def _send(
        self, held: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter
    ) -> None:
        while True:
            due, data = await held.get()
            if (early := due - self._loop.time()) > 0:
                await asyncio.sleep(early)
            if self._bytes_per_s:
                await asyncio.sleep(len(data) / self._bytes_per_s)
            await self._passing.wait()
            writer.write(data)
            await writer.drain()


def _break(writer: asyncio.StreamWriter) -> None:
    end = writer.get_extra_info("socket")
    with contextlib.suppress(OSError, AttributeError):
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
    writer.transport.abort()
