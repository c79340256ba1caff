"""What can be done with a tile, offered under the pointer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget


class TileMenu(QMenu):
    """Tells which entry was chosen; goes away by itself."""

    enlarge_chosen = Signal()
    pin_chosen = Signal()
    map_chosen = Signal()
    clear_chosen = Signal()

    def __init__(self, *, enlarged: bool, pinned: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tileMenu")
        size = self.tr("Back to the wall") if enlarged else self.tr("Enlarge")
        self.addAction(size).triggered.connect(self.enlarge_chosen)
        pin = self.tr("Unpin") if pinned else self.tr("Pin")
        self.addAction(pin).triggered.connect(self.pin_chosen)
        self.addAction(self.tr("Show on the map")).triggered.connect(self.map_chosen)
        self.addSeparator()
        self.addAction(self.tr("Clear")).triggered.connect(self.clear_chosen)
        self.aboutToHide.connect(self.deleteLater)
