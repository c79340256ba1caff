"""Tells the engine what to play where, and only when it changes."""

from __future__ import annotations

from console.domain.camera import Camera
from console.video.types import Stream
from widgets.wall.slot import Slot
from widgets.wall.video_engine import VideoEngine

MAIN_FROM_WIDTH = 800
"""Pictures wider than this (device pixels) are taken from the main stream."""


class Feeds:
    """Keeps what each player was asked for. `spare` is the player for an enlarged tile."""

    def __init__(self, engine: VideoEngine, spare: int) -> None:
        self._engine = engine
        self._spare = Slot(spare)

    @property
    def spare(self) -> int:
        """The engine's number of the enlarged stream."""
        return self._spare.player

    def play(self, slot: Slot, camera: Camera | None, size: tuple[int, int]) -> bool:
        """Play a slot's camera at `size`; None stops it. Returns whether its stream changed."""
        if camera is None:
            return self.stop(slot)
        url = camera.main_url if size[0] > MAIN_FROM_WIDTH else camera.sub_url
        return self._ask(slot, camera.id, url, size)

    def stop(self, slot: Slot) -> bool:
        """Play nothing in a slot. Returns whether anything was played."""
        if slot.asked is None:
            return False
        slot.asked = None
        self._engine.show(slot.player, None, 0, 0)
        return True

    def enlarge(self, camera: Camera, size: tuple[int, int]) -> None:
        """Play the main stream of `camera` in the spare player, besides its small one."""
        self._ask(self._spare, camera.id, camera.main_url, size)

    def reduce(self) -> None:
        """End the enlarged stream."""
        self.stop(self._spare)

    def _ask(self, slot: Slot, camera: str, url: str, size: tuple[int, int]) -> bool:
        wanted = (camera, url, *size)
        if wanted == slot.asked:
            return False
        other = slot.asked is None or slot.asked[:2] != wanted[:2]
        slot.asked = wanted
        self._engine.show(slot.player, Stream(camera, url), *size)
        return other
