"""The context menu of the map."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from console.domain.geo import LonLat


@dataclass(frozen=True, slots=True)
class MapSpot:
    """A place the operator pointed at, and the grid it lies in (empty outside)."""

    place: LonLat
    grid: str


class MapMenu(QMenu):
    """What can be done at one place."""

    case_requested = Signal(object)
    """A `MapSpot` to open a case at."""
    cameras_requested = Signal(object)
    """Camera ids (a tuple of str, nearest first) to put on the wall."""

    def __init__(
        self, spot: MapSpot, cameras: tuple[str, ...], parent: QWidget, *, opens: bool
    ) -> None:
        super().__init__(parent)
        opening = self.addAction(self.tr("Open a case here…"))
        opening.triggered.connect(lambda: self.case_requested.emit(spot))
        opening.setVisible(opens)
        wall = self.addAction(
            self.tr("{count} nearest cameras to the wall").format(count=len(cameras))
        )
        wall.setEnabled(bool(cameras))
        wall.triggered.connect(lambda: self.cameras_requested.emit(cameras))
        self.addSeparator()
        copy = self.addAction(self.tr("Copy coordinates {place}").format(place=degrees(spot.place)))
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(degrees(spot.place)))


def degrees(place: LonLat) -> str:
    """WGS-84 longitude and latitude with six decimals, as other programs take them."""
    return f"{place.lon:.6f},{place.lat:.6f}"
