"""A 5 × 7 dot font for what cameras write into their pictures: capitals, digits, a few marks."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from console.sim.cameras.frame_code import Pixels as Picture

ROWS, COLUMNS = 7, 5
_DOTS = {
    "0": "0e11131519110e", "1": "040c040404040e", "2": "0e11010204081f", "3": "1f02040201110e",
    "4": "02060a121f0202", "5": "1f101e0101110e", "6": "0608101e11110e", "7": "1f010204080808",
    "8": "0e11110e11110e", "9": "0e11110f01020c", ":": "000c0c000c0c00", "-": "0000001f000000",
    ".": "00000000000c0c", " ": "00000000000000", "A": "0e11111f111111", "B": "1e11111e11111e",
    "C": "0e11101010110e", "D": "1c12111111121c", "E": "1f10101e10101f", "F": "1f10101e101010",
    "G": "0e11101711110f", "H": "1111111f111111", "I": "0e04040404040e", "J": "0702020202120c",
    "K": "11121418141211", "L": "1010101010101f", "M": "111b1515111111", "N": "11111915131111",
    "O": "0e11111111110e", "P": "1e11111e101010", "Q": "0e11111115120d", "R": "1e11111e141211",
    "S": "0f10100e01011e", "T": "1f040404040404", "U": "1111111111110e", "V": "11111111110a04",
    "W": "1111111515150a", "X": "11110a040a1111", "Y": "1111110a040404", "Z": "1f01020408101f",
}  # fmt: skip


@cache
def _glyph(letter: str) -> NDArray[np.bool_]:
    rows = bytes.fromhex(_DOTS.get(letter, _DOTS[" "]))
    return np.array([[row >> (COLUMNS - 1 - x) & 1 for x in range(COLUMNS)] for row in rows], bool)


def write(picture: Picture, text: str, left: int, top: int, dot: int) -> None:
    """Write `text` at (`left`, `top`) with dots of `dot` pixels, white on a dark shadow."""
    glyphs = [np.pad(_glyph(letter), ((0, 0), (0, 1))) for letter in text.upper()]
    mask = np.kron(np.hstack(glyphs), np.ones((dot, dot), bool))
    for shift, value in ((max(1, dot // 2), 20), (0, 240)):
        area = picture[top + shift : top + shift + mask.shape[0], left + shift :]
        clipped = mask[: area.shape[0], : area.shape[1]]
        area[: clipped.shape[0], : clipped.shape[1]][clipped] = value
