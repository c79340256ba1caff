"""One drawn picture of the ground that can be pushed about, stretched and recoloured in place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from widgets.map.flat_picture import FlatPicture, paint_image
from widgets.map.view import View

Draw = Callable[[QPainter], None]
"""A small piece of drawing in the pixels of the picture's view."""


class Picture:
    """Three images of one view: cell fills, lines and signs above them, and the two laid together.

    Kept apart so that a grid can change its colour without drawing anything but that grid.
    """

    def __init__(self, view: View, ratio: float, ground: QColor) -> None:
        self.view = view
        size = (QSizeF(view.width, view.height) * ratio).toSize()
        self._fills = QImage(size, QImage.Format.Format_RGB32)
        self._signs = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        self._whole = QImage(size, QImage.Format.Format_RGB32)
        self._ground = ground
        for image in (self._fills, self._signs, self._whole):
            image.setDevicePixelRatio(ratio)

    @property
    def image(self) -> QImage:
        """The finished picture."""
        return self._whole

    def clear(self, top: int, height: int) -> None:
        """Empty a band of rows; a new picture is cleared band by band before it is drawn.

        The system hands out memory at the first touch, which takes too long for one go.
        """
        band = QRect(0, top, self.view.width, height)
        for image, color in ((self._fills, self._ground), (self._signs, QColor(0, 0, 0, 0))):
            painter = QPainter(image)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.fillRect(band, color)
            painter.end()

    def fill(self, draw: Draw) -> None:
        """Draw on the fills: hard edges, so that neighbours meet without a seam."""
        self._on(self._fills, draw, smooth=False)

    def sign(self, draw: Draw) -> None:
        """Draw on what lies above the fills."""
        self._on(self._signs, draw, smooth=True)

    def compose(self, rect: QRect) -> None:
        """Lay fills and signs together inside `rect`, pixels of the view."""
        whole = QRect(0, 0, self.view.width, self.view.height)
        rect = rect.intersected(whole)
        if rect.isEmpty():
            return
        ratio = self._whole.devicePixelRatio()
        source = QRectF(
            rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio
        )
        painter = QPainter(self._whole)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(QRectF(rect), self._fills, source)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.drawImage(QRectF(rect), self._signs, source)
        painter.end()

    def flattened(self) -> FlatPicture:
        """The finished picture alone, a third of the memory."""
        return FlatPicture(self.view, self._whole)

    def paint(self, painter: QPainter, view: View) -> None:
        """Put the picture where it belongs in another view: moved, or stretched as well."""
        paint_image(painter, self._whole, self.view, view)

    def covers(self, view: View) -> bool:
        """Whether nothing of `view` lies outside the picture."""
        return self.view.bounds().adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(view.bounds())

    @staticmethod
    def _on(image: QImage, draw: Draw, *, smooth: bool) -> None:
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        draw(painter)
        painter.end()
