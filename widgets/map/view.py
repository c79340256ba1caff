"""One look at the plane: which world point is where in a rectangle of pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from widgets.map.projection import Points


@dataclass(frozen=True, slots=True)
class View:
    """World point (`x`, `y`) in the middle of `width` × `height` pixels, `scale` pixels a metre."""

    x: float
    y: float
    scale: float
    width: int
    height: int

    def to_screen(self, worlds: Points) -> Points:
        """Pixel positions of world positions, shape (n, 2)."""
        return (worlds - (self.x, self.y)) * self.scale + (self.width / 2, self.height / 2)

    def point(self, x: float, y: float) -> QPointF:
        """The pixel position of one world position."""
        return QPointF(
            (x - self.x) * self.scale + self.width / 2, (y - self.y) * self.scale + self.height / 2
        )

    def world(self, px: float, py: float) -> tuple[float, float]:
        """The world position under a pixel."""
        return (
            (px - self.width / 2) / self.scale + self.x,
            (py - self.height / 2) / self.scale + self.y,
        )

    def transform(self) -> QTransform:
        """World to pixels, for painters."""
        return QTransform(
            self.scale,
            0.0,
            0.0,
            self.scale,
            self.width / 2 - self.x * self.scale,
            self.height / 2 - self.y * self.scale,
        )

    def bounds(self) -> QRectF:
        """The part of the world that can be seen."""
        width, height = self.width / self.scale, self.height / self.scale
        return QRectF(self.x - width / 2, self.y - height / 2, width, height)

    def panned(self, dx: float, dy: float) -> View:
        """The view after the ground was dragged by (dx, dy) pixels."""
        return replace(self, x=self.x - dx / self.scale, y=self.y - dy / self.scale)

    def zoomed(self, scale: float, px: float, py: float) -> View:
        """The view at another scale with the world point under pixel (px, py) left in place."""
        shift = 1 / self.scale - 1 / scale
        return replace(
            self,
            scale=scale,
            x=self.x + (px - self.width / 2) * shift,
            y=self.y + (py - self.height / 2) * shift,
        )

    def grown(self, margin_x: int, margin_y: int) -> View:
        """The same look with a margin of pixels all round."""
        return replace(self, width=self.width + 2 * margin_x, height=self.height + 2 * margin_y)
