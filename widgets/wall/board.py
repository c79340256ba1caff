"""Which camera is on which tile, and which tile may be given to another."""

from __future__ import annotations

from collections.abc import Callable, Container

from console.domain.wall import LAYOUTS, Layout
from widgets.wall.slot import Slot
from widgets.wall.wall_state import Placed, WallState

TILES = max(len(layout.cells) for layout in LAYOUTS.values())


class Board:
    """Slots in order of their tiles. Those beyond the layout keep their camera, out of sight."""

    def __init__(self, layout: str = "8") -> None:
        self.slots = [Slot(index) for index in range(TILES)]
        self.layout: Layout = LAYOUTS[layout]
        self.held: int | None = None
        """The enlarged tile: somebody looks at it, so it is kept like a pinned one."""
        self._order = 0

    @property
    def visible(self) -> list[Slot]:
        """The slots the layout has room for."""
        return self.slots[: len(self.layout.cells)]

    @property
    def empty(self) -> bool:
        """Whether nothing is on any tile."""
        return not any(slot.camera for slot in self.slots)

    def find(self, camera: str) -> int | None:
        """The visible tile that shows `camera`."""
        tiles = enumerate(self.visible)
        return next((index for index, slot in tiles if slot.camera == camera), None)

    def cameras(self) -> frozenset[str]:
        """What can be seen now."""
        return frozenset(slot.camera for slot in self.visible if slot.camera)

    def place(
        self, tile: int, camera: str, reason: str = "", level: int = 0, alarm: str = ""
    ) -> None:
        """Put `camera` on `tile`, whatever was there; the tile stays pinned if it was."""
        slot = self.slots[tile]
        self._order += 1
        slot.camera, slot.reason, slot.level = camera, reason, level
        slot.alarm, slot.order = alarm, self._order

    def room(self, level: int, holds: Callable[[Slot], bool]) -> int | None:
        """The tile to give to an alarm of `level`, or with 0 to an operator's wish.

        A free one first; then the oldest unpinned one, those of no alarm before those of a milder
        one. One of the same or a worse level is given only where `holds` says its alarm has let
        go. Pinned tiles are never given.
        """
        given = []
        for index, slot in enumerate(self.visible):
            if not slot.camera:
                return index
            kept = slot.level if slot.level and holds(slot) else 0
            looked_at = slot.pinned or index == self.held
            if not looked_at and not (kept and (not level or kept <= level)):
                given.append((bool(kept), -kept, slot.order, index))
        return min(given)[-1] if given else None

    def swap(self, tile: int, other: int) -> None:
        """Let two tiles change places, cameras, pins and players with them."""
        self.slots[tile], self.slots[other] = self.slots[other], self.slots[tile]

    def forget_others(self, known: Container[str]) -> None:
        """Clear the tiles whose camera is not among `known`: it was taken out of the district."""
        for slot in self.slots:
            if slot.camera not in known:
                slot.clear()

    def state(self) -> WallState:
        """What to keep for the next start."""
        return WallState(
            self.layout.name,
            tuple(
                Placed(index, slot.camera, slot.pinned)
                for index, slot in enumerate(self.slots)
                if slot.camera
            ),
        )

    def restore(self, state: WallState) -> None:
        """Put back what was kept; a layout or tile this version does not have is passed over."""
        self.layout = LAYOUTS.get(state.layout, self.layout)
        for slot in self.slots:
            slot.clear()
        for placed in state.placed:
            if 0 <= placed.tile < TILES:
                self.place(placed.tile, placed.camera)
                self.slots[placed.tile].pinned = placed.pinned
