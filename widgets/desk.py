"""The panels of the main window as docks around and under each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from widgets.common.panel import Panel
from widgets.layout_memory import VERSION, LayoutMemory

LEFT, CENTRE, RIGHT = 404, 1068, 424
"""Widths of the columns at 1920 pixels."""
MAP, WALL = 532, 412
"""Heights of map and wall at 1080 pixels."""
WIDE = 2.4
"""From this ratio of width to height on, map and wall stand side by side."""
MARGIN = 8


class Desk(QMainWindow):
    """Queue | map over wall | case; on wide screens map | wall.

    Panels can be torn off, moved, closed, and are remembered.
    """

    def __init__(
        self, queue: Panel, chart: Panel, wall: Panel, case: Panel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.setDockNestingEnabled(True)
        self.setAnimated(False)
        self._queue, self._map, self._wall, self._case = queue, chart, wall, case
        self.arrange(QSize(1920, 1080))

    @property
    def panels(self) -> Sequence[Panel]:
        """All panels, from left to right."""
        return (self._queue, self._map, self._wall, self._case)

    def arrange(self, size: QSize) -> None:
        """Put every panel to where it is at first in a window of `size`."""
        wide = size.width() >= WIDE * size.height()
        for panel in self.panels:
            panel.setFloating(False)
            self.removeDockWidget(panel)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self._queue)
        self.splitDockWidget(self._queue, self._map, Qt.Orientation.Horizontal)
        self.splitDockWidget(self._map, self._case, Qt.Orientation.Horizontal)
        across = Qt.Orientation.Horizontal
        self.splitDockWidget(self._map, self._wall, across if wide else Qt.Orientation.Vertical)
        for panel in self.panels:
            panel.show()
        centre = max(CENTRE, size.width() - LEFT - RIGHT - 4 * MARGIN)
        if wide:
            row = [self._queue, self._map, self._wall, self._case]
            self.resizeDocks(row, [LEFT, centre * 4 // 9, centre * 5 // 9, RIGHT], across)
        else:
            self.resizeDocks([self._queue, self._map, self._case], [LEFT, centre, RIGHT], across)
            self.resizeDocks([self._map, self._wall], [MAP, WALL], Qt.Orientation.Vertical)

    def remember(self, memory: LayoutMemory) -> None:
        """Save where everything is."""
        memory.save("desk", self.saveState(VERSION))

    def recall(self, memory: LayoutMemory) -> bool:
        """Put everything back; False where nothing fitting was saved."""
        state = memory.load("desk")
        return state is not None and self.restoreState(state, VERSION)
