"""What the simulator tells an encoding child on its standard input."""

from __future__ import annotations

import msgspec


class EncodeStart(msgspec.Struct, frozen=True):
    """Which scenes to encode, in every profile; `seconds` is a loop's length."""

    folder: str
    seconds: int
    scenes: list[str]
