"""A player host as its fleet sees it: a child process fed and heard without blocking."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, cast

import msgspec

import console
from console.video.messages import HostReport

NICE = 5
"""Decoding gives way to the window and the hub."""
START_WITHIN = 15.0
SILENT_FOR = 3.0
_LOG_LIMIT = 1_000_000


class HostProcess:
    """One running child; `tiles` are those assigned to it.

    Whoever owns it calls `receive` when `output` is readable, `flush` when `input` is writable
    and `wants_to_write`, and `overdue` now and then.
    """

    def __init__(self, start: msgspec.Struct, log: Path) -> None:
        mode = "wb" if log.exists() and log.stat().st_size > _LOG_LIMIT else "ab"
        with log.open(mode) as errors:
            self._popen = subprocess.Popen(
                [sys.executable, "-m", "console.video.host"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                cwd=Path(console.__file__).parents[1],
            )
        self.input = cast(IO[bytes], self._popen.stdin).fileno()
        self.output = cast(IO[bytes], self._popen.stdout).fileno()
        os.set_blocking(self.input, False)
        os.set_blocking(self.output, False)
        if hasattr(os, "setpriority"):
            with contextlib.suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, self._popen.pid, NICE)
        self._decoder = msgspec.json.Decoder(HostReport)
        self._outgoing = bytearray()
        self._incoming = bytearray()
        self._heard_at: float | None = None
        self.started_at = time.monotonic()
        self.tiles: set[int] = set()
        self.send(start)

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._popen.pid

    @property
    def wants_to_write(self) -> bool:
        """Whether commands wait for room in the pipe."""
        return bool(self._outgoing)

    def send(self, message: msgspec.Struct) -> None:
        """Queue one line and write what fits."""
        self._outgoing += msgspec.json.encode(message) + b"\n"
        self.flush()

    def flush(self) -> None:
        """Write what fits into the pipe; a dead child is noticed by `receive`."""
        while self._outgoing:
            try:
                written = os.write(self.input, self._outgoing)
            except BlockingIOError:
                return
            except OSError:
                self._outgoing.clear()
                return
            del self._outgoing[:written]

    def receive(self) -> list[HostReport] | None:
        """The reports that have arrived; None when the child has ended."""
        try:
            data = os.read(self.output, 65536)
        except BlockingIOError:
            return []
        if not data:
            return None
        self._heard_at = time.monotonic()
        self._incoming += data
        *lines, rest = self._incoming.split(b"\n")
        self._incoming = bytearray(rest)
        return [self._decoder.decode(line) for line in lines]

    def overdue(self, now: float) -> bool:
        """Whether it has been silent for longer than a working host ever is."""
        if self._heard_at is None:
            return now - self.started_at > START_WITHIN
        return now - self._heard_at > SILENT_FOR

    def ask_to_end(self) -> None:
        """Close its stdin; it ends at once."""
        with contextlib.suppress(OSError):
            cast(IO[bytes], self._popen.stdin).close()

    def end(self, grace: float) -> None:
        """Wait `grace` seconds for the end, then kill; reap it and close its pipes."""
        self.ask_to_end()
        try:
            self._popen.wait(grace)
        except subprocess.TimeoutExpired:
            self._popen.kill()
            self._popen.wait()
        cast(IO[bytes], self._popen.stdout).close()
