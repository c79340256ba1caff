"""Keeps labels off each other, and off the marks where it can."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF

from widgets.map.view import View

STEPS = ((0.0, 0), (0.0, 27), (0.0, -27), (0.0, 44), (0.0, -44), (0.8, 0), (-0.8, 0))
"""How far a label may move to get out of the way, best first: shares of its width, pixels down."""


class LabelRoom:
    """What room is left in one view. `marks` are pixels that labels had better not cover."""

    def __init__(self, view: View, marks: Iterable[QRectF] = ()) -> None:
        self._pane = QRectF(0, 0, view.width, view.height)
        self._marks = list(marks)
        self._taken: list[QRectF] = []

    @property
    def taken(self) -> Sequence[QRectF]:
        """Rectangles given out so far."""
        return self._taken

    def claim(self, box: QRectF) -> bool:
        """Take exactly this room; False where another label has it or nothing would be seen."""
        if not box.intersects(self._pane) or any(box.intersects(other) for other in self._taken):
            return False
        self._taken.append(box)
        return True

    def clear(self, box: QRectF) -> bool:
        """Whether no mark lies there."""
        return not any(box.intersects(mark) for mark in self._marks)

    def place(self, box: QRectF, margin: float, *, needed: bool = False) -> QRectF | None:
        """Find room for a label near `box`; a needed one rather lies under a mark than nowhere."""
        for share, pixels in STEPS:
            moved = box.translated(share * box.width(), pixels)
            wide = moved.adjusted(-margin, -1, margin, 1)
            if self.clear(wide) and self.claim(wide):
                return moved
        if needed and self.claim(box.adjusted(-margin, -1, margin, 1)):
            return box
        return None
