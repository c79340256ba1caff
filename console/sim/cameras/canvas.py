"""Anti-aliased shapes on RGB pictures held as arrays of shape (height, width, 3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from console.sim.cameras.color import Color

Pixels = NDArray[np.uint8]
Point = tuple[float, float]


def polygon(
    picture: Pixels, corners: NDArray[np.float64], color: Color, alpha: float = 1.0
) -> None:
    """Fill a convex polygon; `corners` has shape (n, 2), in pixels."""
    box = _box(picture, corners[:, 0], corners[:, 1], 1.0)
    if box is None:
        return
    left, top, right, bottom = box
    xs = np.arange(left, right, dtype=np.float32) + 0.5
    ys = (np.arange(top, bottom, dtype=np.float32) + 0.5)[:, None]
    ahead = np.roll(corners, -1, axis=0)
    area = float(np.sum(corners[:, 0] * ahead[:, 1] - ahead[:, 0] * corners[:, 1]))
    turn = 1.0 if area > 0 else -1.0
    cover: NDArray[Any] | None = None
    for (ax, ay), (bx, by) in zip(corners, ahead, strict=True):
        dx, dy = float(bx - ax), float(by - ay)
        length = (dx * dx + dy * dy) ** 0.5
        if length < 1e-6:
            continue
        distance = ((ys - ay) * (turn * dx / length) - (xs - ax) * (turn * dy / length)) + 0.5
        cover = distance if cover is None else np.minimum(cover, distance)
    if cover is not None:
        _blend(picture, box, cover, color, alpha)


def capsule(
    picture: Pixels, start: Point, end: Point, radius: float, color: Color, alpha: float = 1.0
) -> None:
    """A thick line with round ends; a disc where both ends are the same."""
    radius = max(radius, 0.6)
    xs, ys = np.array([start[0], end[0]]), np.array([start[1], end[1]])
    box = _box(picture, xs, ys, radius + 1)
    if box is None:
        return
    left, top, right, bottom = box
    px = np.arange(left, right, dtype=np.float32) + 0.5 - start[0]
    py = (np.arange(top, bottom, dtype=np.float32) + 0.5 - start[1])[:, None]
    dx, dy = end[0] - start[0], end[1] - start[1]
    share = np.clip((px * dx + py * dy) / max(dx * dx + dy * dy, 1e-6), 0, 1)
    distance = np.sqrt((px - share * dx) ** 2 + (py - share * dy) ** 2)
    _blend(picture, box, radius + 0.5 - distance, color, alpha)


def glow(picture: Pixels, at: Point, radius: float, color: Color, strength: float) -> None:
    """Add light around a point."""
    box = _box(picture, np.array([at[0]]), np.array([at[1]]), radius)
    if box is None:
        return
    left, top, right, bottom = box
    px = np.arange(left, right, dtype=np.float32) + 0.5 - at[0]
    py = (np.arange(top, bottom, dtype=np.float32) + 0.5 - at[1])[:, None]
    fall = np.clip(1 - np.sqrt(px * px + py * py) / radius, 0, 1) ** 2 * strength
    area = picture[top:bottom, left:right]
    light = area + fall[..., None] * np.asarray(color, np.float32)
    area[...] = np.minimum(light, 255).astype(np.uint8)


def mixed(one: Sequence[float], other: Sequence[float], share: float) -> Color:
    """The colour `share` of the way from one to the other."""
    r, g, b = (a + (c - a) * share for a, c in zip(one, other, strict=True))
    return r, g, b


def _box(
    picture: Pixels, xs: NDArray[np.float64], ys: NDArray[np.float64], margin: float
) -> tuple[int, int, int, int] | None:
    """Left, top, right and bottom of the part of the picture that may be touched."""
    height, width = picture.shape[:2]
    left, right = int(max(xs.min() - margin, 0)), int(min(xs.max() + margin + 1, width))
    top, bottom = int(max(ys.min() - margin, 0)), int(min(ys.max() + margin + 1, height))
    return (left, top, right, bottom) if left < right and top < bottom else None


def _blend(
    picture: Pixels, box: tuple[int, int, int, int], cover: NDArray[Any], color: Color, alpha: float
) -> None:
    left, top, right, bottom = box
    weight = (np.clip(cover, 0, 1).astype(np.float32) * np.float32(alpha))[..., None]
    area = picture[top:bottom, left:right]
    tint = np.asarray(color, np.float32)
    area[...] = (area + (tint - area) * weight).astype(np.uint8)
