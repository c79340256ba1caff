"""Where a camera hangs and where it looks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """Where a camera hangs and looks: metres and degrees; x right, y up, z ahead.

    `yaw` turns right, `pitch` down; `fov` is the horizontal opening.
    """

    height: float = 6.0
    x: float = 0.0
    yaw: float = 0.0
    pitch: float = 12.0
    fov: float = 62.0
