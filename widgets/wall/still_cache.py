"""The last still of each camera seen lately, for a tile that has no picture yet or any more."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtGui import QImage

from console.video.types import Frame

KEPT = 96
MOST_WIDE = 480
"""Larger pictures are kept at this width, in pixels: 96 of them take 50 MB."""


@dataclass(frozen=True, slots=True)
class Still:
    """A copied picture and when it was taken (UTC)."""

    image: QImage
    taken_at: datetime


class StillCache:
    """Copies of the newest pictures by camera; the least recently used go first."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._stills: OrderedDict[str, Still] = OrderedDict()

    def keep(self, camera: str, frame: Frame, taken_at: datetime) -> None:
        """Copy `frame` as the newest still of `camera`."""
        whole = as_image(frame)
        image = whole.copy() if frame.width <= MOST_WIDE else whole.scaledToWidth(MOST_WIDE)
        self._stills[camera] = Still(image, taken_at)
        self._stills.move_to_end(camera)
        while len(self._stills) > self._kept:
            self._stills.popitem(last=False)

    def get(self, camera: str) -> Still | None:
        """The newest still of `camera`, None where none was kept."""
        still = self._stills.get(camera)
        if still is not None:
            self._stills.move_to_end(camera)
        return still


def as_image(frame: Frame) -> QImage:
    """A view of the frame's own memory: paint it at once, never keep it."""
    return QImage(frame.pixels, frame.width, frame.height, frame.stride, QImage.Format.Format_RGB32)
