"""What the parent tells the camera simulator on its standard input."""

from __future__ import annotations

import msgspec


class CamerasStart(msgspec.Struct, frozen=True):
    """How the simulator is to run.

    `port` 0 takes any free one. `faults` gives cameras (20-digit ids) a fault from the beginning,
    `casting` the scene that certain cameras show; all others get one by chance, always the same.
    `scenes` and `seconds` limit what is encoded on the first start.
    """

    cache_folder: str
    port: int = 0
    seed: int = 20211128
    faults: dict[str, str] = {}
    casting: dict[str, str] = {}
    scenes: tuple[str, ...] = ()
    seconds: int = 12
