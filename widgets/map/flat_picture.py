"""A drawn picture of the whole district, kept to have something to show at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from widgets.map.view import View


class FlatPicture:
    """One image of one view. Shown stretched for the moment until a sharp one is drawn."""

    def __init__(self, view: View, image: QImage) -> None:
        self.view = view
        self._image = image

    def fill(self, draw: Callable[[QPainter], None]) -> None:
        """Draw cells on it; their lines and signs are lost, which a moment does not show."""
        painter = QPainter(self._image)
        draw(painter)
        painter.end()

    def paint(self, painter: QPainter, view: View) -> None:
        """Put it where it belongs in another view."""
        paint_image(painter, self._image, self.view, view)


def paint_image(painter: QPainter, image: QImage, mine: View, view: View) -> None:
    """Put an image of the view `mine` where it belongs in another: moved, or stretched as well."""
    factor = view.scale / mine.scale
    corner = view.point(*mine.world(0.0, 0.0))
    if abs(factor - 1.0) < 1e-9:
        painter.drawImage(QPointF(round(corner.x()), round(corner.y())), image)
    else:
        size = QSizeF(mine.width * factor, mine.height * factor)
        painter.drawImage(QRectF(corner, size), image)
