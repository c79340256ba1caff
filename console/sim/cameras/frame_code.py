"""A frame counter that a machine reads back from the picture, whatever happened on the way.

Two rows of nine blocks stand in the upper right corner: a white and a black block to find them by,
twelve bits of the counter and four bits of checksum. A block is 1/40 of the picture's width, 8
pixels at 320×180, so it survives H.264 and scaling.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

COUNT = 1 << 12
"""Counters run from 0 to `COUNT` - 1."""

_COLUMNS = 9
_ROWS = 2
_BLOCKS_ACROSS = 40
_WHITE, _BLACK = 235, 16
_LIGHT, _DARK = 150, 100


def draw(picture: Pixels, counter: int) -> None:
    """Burn `counter` into an RGB, BGRA or grey picture of shape (height, width[, channels])."""
    height, width = picture.shape[:2]
    for index, bit in enumerate(_bits(counter % COUNT)):
        top, bottom, left, right = _block(index, width, height)
        picture[top:bottom, left:right, ...] = _WHITE if bit else _BLACK


def read(picture: NDArray[Any]) -> int | None:
    """The counter in a picture of shape (height, width, ≥ 3) or (height, width).

    None where no code is readable.
    """
    height, width = picture.shape[:2]
    bits: list[int] = []
    for index in range(_COLUMNS * _ROWS):
        top, bottom, left, right = _block(index, width, height)
        dy, dx = (bottom - top) // 4, (right - left) // 4
        middle = picture[top + dy : bottom - dy, left + dx : right - dx]
        level = float((middle[..., :3] if picture.ndim == 3 else middle).mean())
        if _DARK < level < _LIGHT:
            return None
        bits.append(int(level >= _LIGHT))
    counter = int("".join(map(str, bits[1:9] + bits[10:14])), 2)
    return counter if bits == _bits(counter) else None


def _bits(counter: int) -> list[int]:
    """The blocks' colours: mark, 8 bits | mark, 4 bits, checksum."""
    data = [counter >> shift & 1 for shift in range(11, -1, -1)]
    check = 0b1010 ^ (counter >> 8) ^ (counter >> 4 & 15) ^ (counter & 15)
    return [1, *data[:8], 0, *data[8:], *(check >> shift & 1 for shift in range(3, -1, -1))]


def _block(index: int, width: int, height: int) -> tuple[int, int, int, int]:
    """Top, bottom, left and right of a block in pixels."""
    size_x = width / _BLOCKS_ACROSS
    size_y = height * 16 / 9 / _BLOCKS_ACROSS
    row, column = divmod(index, _COLUMNS)
    left = width - size_x * (_COLUMNS + 0.5 - column)
    top = size_y * (0.5 + row)
    return round(top), round(top + size_y), round(left), round(left + size_x)
