"""Shapes on a picture array: enough to draw a street, no more."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from console.sim.cameras.frame_code import Pixels as Picture

Color = tuple[int, int, int]
Point = tuple[float, float]


class Canvas:
    """Draws on `picture` (height × width × RGB) in coordinates of 0–1 across and 0–1 down."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        self.height, self.width = picture.shape[:2]

    def sky(self, top: Color, bottom: Color, until: float) -> None:
        """A vertical gradient from the upper edge down to `until`."""
        rows = max(1, int(until * self.height))
        share = np.linspace(0, 1, rows)[:, None]
        blend = np.array(top) * (1 - share) + np.array(bottom) * share
        self.picture[:rows] = blend[:, None, :].astype(np.uint8)

    def box(self, left: float, top: float, right: float, bottom: float, color: Color) -> None:
        """A filled rectangle, clipped to the picture."""
        x0, x1 = self._columns(left), self._columns(right)
        y0, y1 = self._rows(top), self._rows(bottom)
        if x1 > x0 and y1 > y0:
            self.picture[y0:y1, x0:x1] = color

    def polygon(self, corners: Sequence[Point], color: Color, opacity: float = 1.0) -> None:
        """A filled convex or simple polygon (even-odd), clipped to the picture."""
        xs = np.array([x * self.width for x, _ in corners])
        ys = np.array([y * self.height for _, y in corners])
        y0, y1 = max(0, int(ys.min())), min(self.height, int(ys.max()) + 1)
        x0, x1 = max(0, int(xs.min())), min(self.width, int(xs.max()) + 1)
        if y1 <= y0 or x1 <= x0:
            return
        rows = np.arange(y0, y1)[:, None] + 0.5
        columns = np.arange(x0, x1)[None, :] + 0.5
        inside = np.zeros((y1 - y0, x1 - x0), bool)
        for at in range(len(corners)):
            xa, ya, xb, yb = xs[at - 1], ys[at - 1], xs[at], ys[at]
            if ya != yb:
                crosses = (rows < ya) != (rows < yb)
                inside ^= crosses & (columns < xa + (rows - ya) * (xb - xa) / (yb - ya))
        self._blend(y0, y1, x0, x1, inside, color, opacity)

    def ellipse(
        self, x: float, y: float, across: float, down: float, color: Color, opacity: float = 1.0
    ) -> None:
        """A filled ellipse around (`x`, `y`); `across` and `down` are its half axes."""
        cx, cy = x * self.width, y * self.height
        rx, ry = max(0.5, across * self.width), max(0.5, down * self.height)
        y0, y1 = max(0, int(cy - ry)), min(self.height, int(cy + ry) + 2)
        x0, x1 = max(0, int(cx - rx)), min(self.width, int(cx + rx) + 2)
        if y1 <= y0 or x1 <= x0:
            return
        rows = (np.arange(y0, y1)[:, None] + 0.5 - cy) / ry
        columns = (np.arange(x0, x1)[None, :] + 0.5 - cx) / rx
        self._blend(y0, y1, x0, x1, rows**2 + columns**2 <= 1, color, opacity)

    def _blend(
        self, y0: int, y1: int, x0: int, x1: int, mask: np.ndarray, color: Color, opacity: float
    ) -> None:
        area = self.picture[y0:y1, x0:x1]
        if opacity >= 1:
            area[mask] = color
        else:
            area[mask] = area[mask] * (1 - opacity) + np.array(color) * opacity

    def _columns(self, x: float) -> int:
        return min(self.width, max(0, round(x * self.width)))

    def _rows(self, y: float) -> int:
        return min(self.height, max(0, round(y * self.height)))
