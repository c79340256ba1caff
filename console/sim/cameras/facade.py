"""Paints the wall of a house onto four corners: floors, windows, shops, lights at night."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from console.sim.cameras.canvas import Pixels
from console.sim.cameras.color import Color
from console.sim.cameras.light import Light
from console.sim.cameras.noise import cells, layered

Floats = NDArray[np.float64]

_FLOOR_M = 3.1
_BAY_M = 3.4
_SHOP_M = 5.2
_SIGNS = np.array(
    [(178, 58, 50), (46, 96, 150), (204, 148, 52), (62, 122, 84), (128, 70, 122), (210, 210, 204)],
    np.float32,
)


def facade(
    picture: Pixels,
    corners: Floats,
    wall: tuple[float, float, float],
    looks: tuple[Color, bool, bool],
    light: Light,
    depth: tuple[float, float],
) -> None:
    """Paint one wall.

    `corners` are pixels: bottom start, bottom end, top end, top start. `wall` is where the wall
    starts, its width and height in metres; `looks` colour, shops, windows; `depth` its shade and
    its share of haze.
    """
    start, width, height = wall
    area = _area(picture, corners)
    if area is None:
        return
    left, top, right, bottom = area
    u, v = _on_wall(corners, width, height, area)
    inside = (u >= 0) & (u < width) & (v >= 0) & (v < height)
    if not inside.any():
        return
    colors = _colors(u[inside] + start + 400, v[inside], height, looks, light)
    shade, haze = depth
    if not light.night:
        colors *= shade
    colors += (np.asarray(light.haze, np.float32) - colors) * haze
    picture[top:bottom, left:right][inside] = np.clip(colors, 0, 255).astype(np.uint8)


def _area(picture: Pixels, corners: Floats) -> tuple[int, int, int, int] | None:
    height, width = picture.shape[:2]
    left, top = np.maximum(np.floor(corners.min(axis=0)), 0).astype(int)
    right = min(int(corners[:, 0].max()) + 2, width)
    bottom = min(int(corners[:, 1].max()) + 2, height)
    return (int(left), int(top), right, bottom) if left < right and top < bottom else None


def _on_wall(
    corners: Floats, width: float, height: float, area: tuple[int, int, int, int]
) -> tuple[Floats, Floats]:
    """Metres along and up the wall for every pixel of `area` (a projective map)."""
    there = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float64)
    rows, values = [], []
    for (x, y), (u, v) in zip(corners, there, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    a, b, c, d, e, f, g, h = np.linalg.lstsq(np.array(rows), np.array(values), rcond=None)[0]
    left, top, right, bottom = area
    x = np.arange(left, right)[None, :] + 0.5
    y = np.arange(top, bottom)[:, None] + 0.5
    scale = g * x + h * y + 1
    return (a * x + b * y + c) / scale, (d * x + e * y + f) / scale


def _colors(
    u: Floats, v: Floats, height: float, looks: tuple[Color, bool, bool], light: Light
) -> NDArray[np.float32]:
    color, shops, windows = looks
    tint = np.asarray(light.tint, np.float32)
    grime = (layered(u * 0.4, v * 0.25) - 0.5)[:, None] * 24
    wall = (np.asarray(color, np.float32) + grime) * tint
    if light.night:
        wall *= 0.85
    if windows:
        _add_windows(wall, u, v, height, light)
    if shops:
        _add_shops(wall, u, v, light)
    return wall


def _add_windows(
    wall: NDArray[np.float32], u: Floats, v: Floats, height: float, light: Light
) -> None:
    fu, fv = u % _BAY_M, v % _FLOOR_M
    room = cells(u / _BAY_M, v / _FLOOR_M)
    tint = np.asarray(light.tint, np.float32)
    slab = (fv < 0.22) & (v < height - 0.4)
    wall[slab] *= 1.1
    glass = (fu > 0.7) & (fu < 2.6) & (fv > 0.95) & (fv < 2.5) & (v < height - 0.9)
    frame = glass & ((np.abs(fu - 1.65) < 0.07) | (fu < 0.8) | (fu > 2.5) | (fv < 1.05))
    sky = np.asarray(light.sky_low, np.float32)
    pane = np.asarray((56, 68, 84), np.float32) * tint + sky * 0.22
    wall[glass] = pane * (0.75 + 0.5 * room[glass])[:, None]
    if light.night:
        lit = glass & (room > 0.62)
        warm = np.asarray((236, 196, 128), np.float32)
        wall[lit] = warm * (0.45 + 0.6 * (room[lit] - 0.5))[:, None]
    wall[frame] = np.asarray((206, 206, 202), np.float32) * tint * 0.85
    cooler = (fu > 2.75) & (fu < 3.3) & (fv > 0.9) & (fv < 1.4) & (room > 0.35)
    wall[cooler] = np.asarray((214, 214, 210), np.float32) * tint


def _add_shops(wall: NDArray[np.float32], u: Floats, v: Floats, light: Light) -> None:
    low = v < 3.9
    shop = cells(u / _SHOP_M, np.zeros_like(u))
    su = u % _SHOP_M
    tint = np.asarray(light.tint, np.float32)
    front = low & (v < 2.9) & (su > 0.3) & (su < _SHOP_M - 0.3)
    glass = np.asarray((74, 82, 88), np.float32) * tint
    inside = np.asarray((244, 222, 176), np.float32) * (0.9 if light.night else 0.42)
    wall[low] = np.asarray((150, 144, 136), np.float32) * tint
    wall[front] = glass + (inside - glass) * (0.35 + 0.5 * shop[front])[:, None]
    shutter = front & (shop > 0.8)
    wall[shutter] = (
        np.asarray((148, 150, 152), np.float32)
        * tint
        * (0.9 + 0.1 * ((v[shutter] * 6) % 1))[:, None]
    )
    sign = low & (v > 2.95) & (v < 3.8) & (su > 0.15) & (su < _SHOP_M - 0.15)
    board = _SIGNS[(shop[sign] * 5.99).astype(int)]
    glyphs = (cells(u[sign] / 0.34, v[sign] / 0.26) > 0.5) & (np.abs(v[sign] - 3.38) < 0.26)
    glyphs &= np.abs(su[sign] - _SHOP_M / 2) < 1.5
    board = np.where(glyphs[:, None], np.float32(238), board)
    wall[sign] = board * (0.95 if light.night else tint)
