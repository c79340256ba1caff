"""Where a picture goes on its tile."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize

CROP_LIMIT = 0.12
"""Share of a picture's height that may be cut so that the tile is filled edge to edge."""

RASTER = 18
"""The engine's pictures are up to this much wider or higher than asked for, in pixels."""


def bar_height(tile: QSize) -> int:
    """Height of the name bar in pixels."""
    steps = ((420, 32), (110, 26), (70, 22))
    return next((bar for least, bar in steps if tile.height() >= least), 18)


def fit(tile: QSize, width: int, height: int) -> QRect:
    """The rectangle for a picture of `width` × `height` on `tile`; it may reach outside a little.

    The whole picture is shown, with what room is left below it, where the name bar lies. Where
    filling the tile costs no more than `CROP_LIMIT` of the height, it is filled.
    """
    if width <= 0 or height <= 0:
        width, height = 16, 9
    filled = tile.width() * height // width
    if filled <= tile.height():
        slack = tile.height() - filled
        top = 0 if slack <= 2 * bar_height(tile) else (slack - bar_height(tile)) // 2
        return QRect(0, top, tile.width(), filled)
    if (filled - tile.height()) / filled <= CROP_LIMIT:
        return QRect(0, (tile.height() - filled) // 2, tile.width(), filled)
    narrow = tile.height() * width // height
    return QRect((tile.width() - narrow) // 2, 0, narrow, tile.height())


def unscaled(where: QRect, width: int, height: int) -> QRect | None:
    """Where to put a picture as it is, though it is a little larger than `where` or off by two.

    The engine rounds sizes up to its raster; losing those few pixels at the edges is cheaper and
    sharper than scaling every picture. None where the sizes really differ.
    """
    wider, taller = width - where.width(), height - where.height()
    if not (-2 <= wider < RASTER and -2 <= taller < RASTER):
        return None
    return QRect(where.left() - wider // 2, where.top() - taller // 2, width, height)


def asked_size(tile: QSize, width: int, height: int, ratio: float) -> tuple[int, int]:
    """Size in device pixels to ask the engine for, even as the decoders want it."""
    where = fit(tile, width, height)
    return (max(2, int(where.width() * ratio) & ~1), max(2, int(where.height() * ratio) & ~1))
