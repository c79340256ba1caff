"""The view the operator moves, kept within reason."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF

from widgets.map.view import View

MAX_SCALE = 6.0
"""Closest look, pixels a metre."""

FIT_SHARE = 0.965
"""Share of the pane the district fills after a fit."""

WIDEST_SHARE = 0.6
"""Widest look, as a share of the fitted scale."""


class Viewport:
    """Holds the current `View` of a world rectangle and moves it within limits."""

    def __init__(self) -> None:
        self._world = QRectF(-5000.0, -5000.0, 10000.0, 10000.0)
        self._view = View(0.0, 0.0, 0.1, 1, 1)
        self._touched = False

    @property
    def view(self) -> View:
        """The look as it is now."""
        return self._view

    @property
    def touched(self) -> bool:
        """Whether the operator has moved the view since the last fit."""
        return self._touched

    @property
    def fit_scale(self) -> float:
        """Pixels a metre at which the whole world rectangle is seen."""
        return FIT_SHARE * min(
            self._view.width / self._world.width(), self._view.height / self._world.height()
        )

    def set_world(self, world: QRectF) -> None:
        """Say what there is to see; the view stays, or fits while nobody has moved it."""
        self._world = world
        self._settle()

    def resize(self, width: int, height: int) -> None:
        """Take on another size in pixels, keeping the middle."""
        self._view = replace(self._view, width=max(1, width), height=max(1, height))
        self._settle()

    def fit(self) -> None:
        """Show everything."""
        self._touched = False
        centre = self._world.center()
        self._view = replace(self._view, x=centre.x(), y=centre.y(), scale=self.fit_scale)

    def show(self, view: View) -> None:
        """Go to a view as to place and scale; the size in pixels stays."""
        self._touched = True
        self._view = self._limited(replace(self._view, x=view.x, y=view.y, scale=view.scale))

    def centre(self, x: float, y: float, scale: float | None = None) -> None:
        """Put a world point in the middle, at `scale` pixels a metre or as it is."""
        self.show(replace(self._view, x=x, y=y, scale=scale or self._view.scale))

    def pan(self, dx: int, dy: int) -> None:
        """Drag the ground by whole pixels, so that a cached picture stays exact."""
        self._touched = True
        moved = self._view.panned(dx, dy)
        limited = self._limited(moved)
        # Stopping at the edge must not break the pixel grid either: keep the axis that was free.
        self._view = replace(
            moved,
            x=moved.x if limited.x == moved.x else self._view.x,
            y=moved.y if limited.y == moved.y else self._view.y,
        )

    def zoom(self, factor: float, px: float, py: float) -> None:
        """Zoom by a factor with the world point under pixel (px, py) left in place."""
        self._touched = True
        scale = self._clamped(self._view.scale * factor)
        if scale != self._view.scale:
            self._view = self._view.zoomed(scale, px, py)

    def _clamped(self, scale: float) -> float:
        widest = self.fit_scale * WIDEST_SHARE
        return min(max(scale, widest), max(MAX_SCALE, widest))

    def _limited(self, view: View) -> View:
        world = self._world
        return replace(
            view,
            x=min(max(view.x, world.left()), world.right()),
            y=min(max(view.y, world.top()), world.bottom()),
            scale=self._clamped(view.scale),
        )

    def _settle(self) -> None:
        if self._touched:
            self._view = self._limited(self._view)
        else:
            self.fit()
