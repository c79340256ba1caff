"""Text in a picture, from glyphs that were rendered beforehand.

`glyphs.png` holds the characters of `CHARACTERS` in cells of 32 × 32 pixels, 16 in a row, white on
black: FFmpeg as it comes with PyAV has no text filter.
"""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from console.sim.cameras.canvas import Pixels

CHARACTERS = (
    "0123456789:- 模拟画面菜场东口路全景小学南门大道公交站停车下穿通区号夜间街雨园厂铁步行广"
)
_CELL = 32
_ACROSS = 16
_NARROW = 18
"""Width of a digit or sign in a cell, pixels."""


class Lettering:
    """Writes text of one size, white with a dark edge."""

    def __init__(self, height: int) -> None:
        """`height` is the height of a line in pixels; a divisor of 32 looks best."""
        with av.open(str(Path(__file__).with_name("glyphs.png"))) as file:
            atlas = next(file.decode(video=0)).to_ndarray(format="gray")
        self._height = height
        self._glyphs = {
            character: self._glyph(atlas, index) for index, character in enumerate(CHARACTERS)
        }

    def write(self, picture: Pixels, text: str, left: int, top: int) -> int:
        """Write `text`; the column after it comes back. Unknown characters are left out."""
        for character in text:
            glyph = self._glyphs.get(character)
            if glyph is None:
                continue
            self._put(picture, glyph, left, top)
            left += glyph.shape[1]
        return left

    def _glyph(self, atlas: NDArray[np.uint8], index: int) -> NDArray[np.float32]:
        row, column = divmod(index, _ACROSS)
        cell = atlas[row * _CELL : (row + 1) * _CELL, column * _CELL : (column + 1) * _CELL]
        if CHARACTERS[index].isascii():
            cell = cell[:, :_NARROW]
        step = _CELL // self._height
        height, width = cell.shape[0] // step, cell.shape[1] // step
        small = cell[: height * step, : width * step].reshape(height, step, width, step)
        glyph: NDArray[np.float32] = (small.mean(axis=(1, 3)) / 255).astype(np.float32)
        return glyph

    def _put(self, picture: Pixels, glyph: NDArray[np.float32], left: int, top: int) -> None:
        height, width = glyph.shape
        bottom, right = top + height, left + width
        if right + 1 > picture.shape[1] or bottom + 1 > picture.shape[0]:
            return
        shade = picture[top + 1 : bottom + 1, left + 1 : right + 1]
        shade[...] = (shade * (1 - 0.75 * glyph[..., None])).astype(np.uint8)
        area = picture[top:bottom, left:right]
        area[...] = (area + (245 - area.astype(np.float32)) * glyph[..., None]).astype(np.uint8)
