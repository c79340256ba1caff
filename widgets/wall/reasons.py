"""Why a camera is on the wall, in a few words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.domain.camera import Camera
from console.domain.geo import LonLat, distance_m
from widgets.wall.camera_choice import faces


class Reasons:
    """Words for the chip on a tile, in the language in force."""

    def tr(self, source: str) -> str:
        """Translate in this class's own context."""
        return QCoreApplication.translate("Reasons", source)

    def alarm(self, camera: Camera, place: LonLat | None) -> str:
        """How far the camera is from an alarm; nothing for one without a place."""
        return "" if place is None else self.near(self.tr("Alarm at"), camera, place)

    def near(self, prefix: str, camera: Camera, place: LonLat) -> str:
        """`prefix`, the distance, and whether the camera looks there."""
        metres = rounded(distance_m(camera.place, place))
        words = self.tr("{prefix} {metres} m").format(prefix=prefix, metres=metres)
        if faces(camera, place):
            return self.tr("{reason}, facing it").format(reason=words)
        return words


def rounded(metres: float) -> int:
    """A distance for reading: to 10 m, from 1 km on to 100 m."""
    step = 10 if metres < 1000 else 100
    return max(step, round(metres / step) * step)
