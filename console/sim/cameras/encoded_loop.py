"""An encoded scene as it lies in the cache: access units that can be repeated without end."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

LOOK = 3
"""Raise it when scenes look different or are encoded otherwise: old caches are then left aside."""


class EncodedLoop(msgspec.Struct, frozen=True, array_like=True):
    """H.264 access units (Annex B), one a frame; every `fps`-th one is a key frame (IDR)."""

    scene: str
    profile: str
    fps: int
    units: list[bytes]

    @property
    def frames(self) -> int:
        """How many frames there are before it begins again."""
        return len(self.units)


def loop_path(folder: Path, scene: str, profile: str, seconds: int) -> Path:
    """Where the loop of a scene is kept."""
    return folder / f"{scene}-{profile}-{seconds}s-v{LOOK}.loop"


def save_loop(loop: EncodedLoop, path: Path) -> None:
    """Write a loop so that no reader ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        part.write_bytes(msgspec.msgpack.encode(loop))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def load_loop(path: Path) -> EncodedLoop | None:
    """The loop at `path`; None where there is none or it is damaged."""
    try:
        loop = msgspec.msgpack.decode(path.read_bytes(), type=EncodedLoop)
    except (OSError, msgspec.MsgspecError):
        return None
    return loop if loop.units and loop.frames % loop.fps == 0 else None
