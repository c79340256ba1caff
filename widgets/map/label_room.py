"""Keeps labels off each other, and off the marks where it can."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRectF

from widgets.map.view import View

STEPS = ((0.0, 0), (0.0, 27), (0.0, -27), (0.0, 44), (0.0, -44), (0.8, 0), (-0.8, 0))
"""How far a label may move to get out of the way, best first: shares of its width, pixels down."""

_SIDE = 80
"""Side of the squares that rectangles are filed under, pixels."""


class LabelRoom:
    """What room is left in one view. `marks` are pixels that labels had better not cover."""

    def __init__(self, view: View, marks: Iterable[QRectF] = ()) -> None:
        self._pane = QRectF(0, 0, view.width, view.height)
        self._marks = _Filed()
        self._taken = _Filed()
        for mark in marks:
            self._marks.add(mark)

    def claim(self, box: QRectF) -> bool:
        """Take exactly this room; False where another label has it or nothing would be seen."""
        if not box.intersects(self._pane) or self._taken.meets(box):
            return False
        self._taken.add(box)
        return True

    def clear(self, box: QRectF) -> bool:
        """Whether no mark lies there."""
        return not self._marks.meets(box)

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


class _Filed:
    """Rectangles filed under the squares they touch, so that few have to be compared."""

    def __init__(self) -> None:
        self._squares: dict[tuple[int, int], list[QRectF]] = {}

    def add(self, box: QRectF) -> None:
        for square in _squares(box):
            self._squares.setdefault(square, []).append(box)

    def meets(self, box: QRectF) -> bool:
        return any(
            box.intersects(other)
            for square in _squares(box)
            for other in self._squares.get(square, ())
        )


def _squares(box: QRectF) -> Iterator[tuple[int, int]]:
    for row in range(int(box.top() // _SIDE), int(box.bottom() // _SIDE) + 1):
        for column in range(int(box.left() // _SIDE), int(box.right() // _SIDE) + 1):
            yield row, column
