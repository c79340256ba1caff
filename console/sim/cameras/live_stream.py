"""One scene in one profile, live: every client gets the same packets at the same time."""

from __future__ import annotations

import asyncio
import time
from collections import deque

from console.sim.cameras.encoded_loop import EncodedLoop
from console.sim.cameras.live_frame import LiveFrame
from console.sim.cameras.ts_mux import CLOCK_HZ, TsMux
from console.sim.cameras.viewer import Viewer

_CATCH_UP = CLOCK_HZ // 1000
"""Distance of the frames a newcomer is given at once, 1/90000 s."""


class LiveStream:
    """Plays a loop on an endless timeline for as long as somebody looks.

    The timeline is that of `time.monotonic`: frame n is due at n / fps, whoever looks.
    """

    def __init__(self, loop: EncodedLoop) -> None:
        self._loop = loop
        self._viewers: set[Viewer] = set()
        self._task: asyncio.Task[None] | None = None
        self._mux = TsMux()
        self._next = 0
        self._sent: deque[tuple[int, float]] = deque(maxlen=2 * loop.frames)

    @property
    def fps(self) -> int:
        """Frames per second."""
        return self._loop.fps

    @property
    def sent(self) -> list[tuple[int, float]]:
        """(frame counter, monotonic time it was sent) of the last frames."""
        return list(self._sent)

    def attach(self, viewer: Viewer) -> None:
        """Show the stream to `viewer`, from the latest key frame on."""
        if self._task is None or self._task.done():
            self._next = int(time.monotonic() * self.fps)
            self._task = asyncio.create_task(self._play(), name=f"live {self._loop.scene}")
        viewer.begin(self._since_key())
        self._viewers.add(viewer)

    def detach(self, viewer: Viewer) -> None:
        """Forget `viewer`."""
        self._viewers.discard(viewer)

    async def stop(self) -> None:
        """Hang up on everybody and end."""
        for viewer in list(self._viewers):
            viewer.close()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _play(self) -> None:
        while self._viewers:
            late = time.monotonic() - self._next / self.fps
            if late < 0:
                await asyncio.sleep(-late)
            elif late > 1:
                self._next += int(late) * self.fps
            frame = self._frame(self._next)
            self._next += 1
            self._sent.append((frame.index % self._loop.frames, time.monotonic()))
            for viewer in tuple(self._viewers):
                viewer.deliver(frame)

    def _frame(self, index: int) -> LiveFrame:
        key = index % self.fps == 0
        unit = self._unit(index)
        pts = index * CLOCK_HZ // self.fps
        packets = self._mux.frame(unit, pts, key)
        return LiveFrame(index, key, pts, unit, self._unit(index - index % self.fps), packets)

    def _unit(self, index: int) -> bytes:
        return self._loop.units[index % self._loop.frames]

    def _since_key(self) -> bytes:
        """Frames from the latest key frame up to now, pressed together in time.

        A newcomer has a picture at once and is not behind: the pictures it missed pass in an
        instant, and the next one comes when it is due. Continuity counters lead up to the live
        ones.
        """
        first = self._next - self._next % self.fps
        count = self._next - first
        if count == 0:
            return b""
        return _pressed(self, first, self._mux.video_counter)

    def pressed(self, first: int, counter: int) -> tuple[bytes, int]:
        """Frames from `first` up to now and the continuity counter after them."""
        mux = TsMux()
        mux.video_counter = counter
        now = self._next * CLOCK_HZ // self.fps
        out = b"".join(
            mux.frame(self._unit(index), now - (self._next - index) * _CATCH_UP, index == first)
            for index in range(first, self._next)
        )
        return out, mux.video_counter


def _pressed(stream: LiveStream, first: int, end: int) -> bytes:
    _, used = stream.pressed(first, 0)
    return stream.pressed(first, (end - used) & 15)[0]
