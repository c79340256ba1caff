"""A camera on its pole: from places on the ground to pixels and back."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from console.sim.cameras.view import View

Floats = NDArray[np.float64]

NEAR_M = 0.8
"""Nothing nearer than this is drawn."""


class Lens:
    """A pinhole camera with a picture of `width` × `height` pixels."""

    def __init__(self, view: View, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.focal = width / 2 / math.tan(math.radians(view.fov) / 2)
        self._eye = np.array([view.x, view.height, 0.0])
        yaw, pitch = math.radians(view.yaw), math.radians(view.pitch)
        turn = np.array(
            [
                [math.cos(yaw), 0, -math.sin(yaw)],
                [0, 1, 0],
                [math.sin(yaw), 0, math.cos(yaw)],
            ]
        )
        tilt = np.array(
            [
                [1, 0, 0],
                [0, math.cos(pitch), math.sin(pitch)],
                [0, -math.sin(pitch), math.cos(pitch)],
            ]
        )
        self._to_camera = tilt @ turn
        self.horizon = height / 2 - self.focal * math.tan(pitch)

    def seen(self, points: Floats) -> tuple[Floats, Floats]:
        """Pixels, shape (n, 2), and depths in metres, shape (n,), of points of shape (n, 3)."""
        local = (points - self._eye) @ self._to_camera.T
        depth = local[:, 2]
        safe = np.maximum(depth, 1e-3)
        xs = self.width / 2 + self.focal * local[:, 0] / safe
        ys = self.height / 2 - self.focal * local[:, 1] / safe
        return np.stack([xs, ys], axis=1), depth

    def spot(self, x: float, y: float, z: float) -> tuple[float, float, float]:
        """Pixel column, pixel row and depth of one point."""
        pixels, depth = self.seen(np.array([[x, y, z]]))
        return float(pixels[0, 0]), float(pixels[0, 1]), float(depth[0])

    def ground(self) -> tuple[Floats, Floats, Floats]:
        """x, z and distance in metres of the ground under each pixel; infinite above it."""
        columns = (np.arange(self.width) + 0.5 - self.width / 2) / self.focal
        rows = (self.height / 2 - np.arange(self.height) - 0.5) / self.focal
        right, up, ahead = self._to_camera
        u, v = np.meshgrid(columns, rows)
        down = -(right[1] * u + up[1] * v + ahead[1])
        reach = np.where(down > 1e-4, self._eye[1] / np.maximum(down, 1e-4), np.inf)
        with np.errstate(invalid="ignore"):
            x = self._eye[0] + reach * (right[0] * u + up[0] * v + ahead[0])
            z = reach * (right[2] * u + up[2] * v + ahead[2])
        return x, z, reach
