"""Pictures of one tile in shared memory: three slots, one writer, readers that never wait.

The window's process makes and unlinks the segment; a player host only attaches to it.

Layout: a 64-byte header, then `SLOTS` slots, each a 64-byte slot header and `capacity` bytes of
pixels. All fields are native, 8 bytes each and aligned, so each is written in one store:

| header           | slot header           |
|------------------|-----------------------|
| 0 magic          | 0 stamp               |
| 1 capacity       | 1 width               |
| 2 sequence       | 2 height              |
| 3 slot           | 3 stride              |
| 4 taken at (f64) | 4 taken at (f64)      |
| 5 width          |                       |
| 6 height         |                       |

A slot's stamp is the sequence of the picture it holds and 0 while it is being written. A reader
takes the newest slot only when its stamp says so before and after, and can ask again later: a
picture that was overtaken while it was looked at never goes unnoticed.
"""

from __future__ import annotations

import ctypes
import os
import secrets
import sys
import time
from multiprocessing import resource_tracker, shared_memory
from threading import Lock

from console.video.types import Frame

SLOTS = 3
HEADER = 64
_MAGIC = 0x57475246_52494E47
_CAPACITY, _SEQUENCE, _SLOT, _TAKEN, _WIDTH, _HEIGHT = 1, 2, 3, 4, 5, 6
_STAMP, _SLOT_WIDTH, _SLOT_HEIGHT, _SLOT_STRIDE, _SLOT_TAKEN = 0, 1, 2, 3, 4
_attaching = Lock()


def stride_of(width: int) -> int:
    """Bytes from one row to the next for pictures `width` pixels wide: a multiple of 64."""
    return (width * 4 + 63) // 64 * 64


def bytes_for(width: int, height: int) -> int:
    """Bytes a slot needs for a picture of that size, in pixels."""
    return stride_of(width) * height


class FrameRing:
    """One end of a segment; `create` makes it, `attach` opens one made elsewhere."""

    def __init__(self, segment: shared_memory.SharedMemory, capacity: int) -> None:
        self._segment = segment
        self._buffer = memoryview(segment.buf or b"")
        self.capacity = capacity
        step = HEADER + capacity
        starts = [HEADER + index * step for index in range(SLOTS)]
        self._words = self._buffer[:HEADER].cast("Q")
        self._taken = self._buffer[:HEADER].cast("d")
        self._slot_words = [self._buffer[at : at + HEADER].cast("Q") for at in starts]
        self._slot_taken = [self._buffer[at : at + HEADER].cast("d") for at in starts]
        self._pixels = [self._buffer[at + HEADER : at + step] for at in starts]
        self._addresses: list[int] = []

    @classmethod
    def create(cls, capacity: int) -> FrameRing:
        """Make a segment whose slots hold `capacity` bytes of pixels, rounded up to 64.

        Its name tells the process it belongs to.
        """
        capacity = max(64, (capacity + 63) // 64 * 64)
        name = f"wangge-{os.getpid()}-{secrets.token_hex(6)}"
        size = HEADER + SLOTS * (HEADER + capacity)
        segment = shared_memory.SharedMemory(name, create=True, size=size)
        ring = cls(segment, capacity)
        ring._words[_CAPACITY] = capacity
        ring._words[0] = _MAGIC
        return ring

    @classmethod
    def attach(cls, name: str) -> FrameRing:
        """Open the segment `name`; raises FileNotFoundError when it is gone, ValueError if alien.

        Only the maker may unlink it. Before Python 3.13 attaching also registers the segment for
        unlinking at exit, so registering is switched off meanwhile.
        """
        segment = _open_untracked(name)
        with memoryview(segment.buf or b"") as whole, whole[:HEADER].cast("Q") as words:
            magic, capacity = words[0], words[_CAPACITY]
        if magic != _MAGIC or segment.size < HEADER + SLOTS * (HEADER + capacity):
            segment.close()
            raise ValueError(name)
        return cls(segment, capacity)

    @property
    def name(self) -> str:
        """The name to attach by."""
        return self._segment.name

    def sequence(self) -> int:
        """The newest whole picture's number, 0 before the first. One read of memory."""
        return self._words[_SEQUENCE]

    def taken_at(self) -> float:
        """`time.monotonic()` of the newest picture; meaningless before the first."""
        return self._taken[_TAKEN]

    def newest(self) -> Frame | None:
        """The newest picture, in place; None before the first, or when the writer is too quick."""
        for _ in range(SLOTS):
            sequence = self._words[_SEQUENCE]
            if sequence == 0:
                return None
            slot = sequence % SLOTS
            words = self._slot_words[slot]
            width, height, stride = words[_SLOT_WIDTH], words[_SLOT_HEIGHT], words[_SLOT_STRIDE]
            taken_at = self._slot_taken[slot][_SLOT_TAKEN]
            if words[_STAMP] == sequence and stride * height <= self.capacity:
                pixels = self._pixels[slot][: stride * height].toreadonly()
                return Frame(pixels, width, height, stride, sequence, taken_at)
        return None

    def intact(self, frame: Frame) -> bool:
        """Whether `frame`, taken from this ring, still holds the picture it was taken with."""
        return self._slot_words[frame.sequence % SLOTS][_STAMP] == frame.sequence

    def begin(self) -> memoryview:
        """Open the next slot for writing and return its pixels. The picture in it is gone."""
        slot = (self._words[_SEQUENCE] + 1) % SLOTS
        self._slot_words[slot][_STAMP] = 0
        return self._pixels[slot]

    def begin_at(self) -> int:
        """Like `begin`, but return the address of the pixels, for libraries that want one."""
        if not self._addresses:
            anchors = [ctypes.c_char.from_buffer(pixels) for pixels in self._pixels]
            self._addresses = [ctypes.addressof(anchor) for anchor in anchors]
        self.begin()
        return self._addresses[(self._words[_SEQUENCE] + 1) % SLOTS]

    def publish(self, width: int, height: int, stride: int, taken_at: float | None = None) -> int:
        """Make the slot opened by `begin` the newest picture; return its sequence."""
        taken_at = time.monotonic() if taken_at is None else taken_at
        sequence = self._words[_SEQUENCE] + 1
        slot = sequence % SLOTS
        words = self._slot_words[slot]
        words[_SLOT_WIDTH], words[_SLOT_HEIGHT], words[_SLOT_STRIDE] = width, height, stride
        self._slot_taken[slot][_SLOT_TAKEN] = taken_at
        words[_STAMP] = sequence
        self._words[_SLOT], self._words[_WIDTH], self._words[_HEIGHT] = slot, width, height
        self._taken[_TAKEN] = taken_at
        self._words[_SEQUENCE] = sequence
        return sequence

    def close(self) -> None:
        """Let go of this end.

        The memory is unmapped when the last picture of it is dropped: closing it under a reader
        would be an error in `SharedMemory`, so the segment forgets its mapping and only closes
        its descriptor.
        """
        vars(self._segment).update(_buf=None, _mmap=None)
        self._segment.close()

    def unlink(self) -> None:
        """Take the segment's name away; only the process that created it may. Idempotent."""
        try:
            self._segment.unlink()
        except FileNotFoundError:
            return


def _open_untracked(name: str) -> shared_memory.SharedMemory:
    if sys.version_info >= (3, 13):
        return shared_memory.SharedMemory(name, track=False)
    with _attaching:
        register = resource_tracker.register
        resource_tracker.register = lambda *_: None
        try:
            return shared_memory.SharedMemory(name)
        finally:
            resource_tracker.register = register
