"""One frame on its way to the clients of a stream."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LiveFrame:
    """A frame of the endless timeline.

    `unit` is the H.264 access unit, `key_unit` that of the key frame before it, `pts` in 1/90000 s,
    `packets` the TS packets that all healthy clients get.
    """

    index: int
    key: bool
    pts: int
    unit: bytes
    key_unit: bytes
    packets: bytes
