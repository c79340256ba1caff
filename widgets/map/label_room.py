"""Keeps labels off each other, and off the marks where it can."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF

from widgets.map.view import View

STEPS = (0.0, 27.0, -27.0, 44.0, -44.0)
"""How far a label may move up or down to get out of the way, pixels, best first."""


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

    def place(self, box: QRectF, margin: float, *, needed: bool = False) -> QRectF | None:
        """Find room for a label near `box`; a needed one rather lies under a mark than nowhere."""
        for step in STEPS:
            moved = box.translated(0.0, step)
            wide = moved.adjusted(-margin, -1, margin, 1)
            if not any(wide.intersects(mark) for mark in self._marks) and self.claim(wide):
                return moved
        if needed and self.claim(box.adjusted(-margin, -1, margin, 1)):
            return box
        return None
