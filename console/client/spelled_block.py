"""Many texts at once, searched by the initials of their pinyin in a few array operations."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from console.client.spelling import initials

Mask = NDArray[np.bool_]

_PLANE = 0x10000
_letters = np.zeros(_PLANE, np.uint64)
_known = np.zeros(_PLANE, np.bool_)
"""What each character may begin with, one bit a letter; filled as characters come up."""


class SpelledBlock:
    """The texts of some rows as bits: 26 letters, ten digits, and a few that the rest shares."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._count = len(texts)
        joined = "\0".join(texts) + "\0"
        points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4")
        points = np.where(points < _PLANE, points, 0)
        _learn(points)
        self._letters = _letters[points]
        self._ends = np.flatnonzero(points == 0)

    def found(self, word: str) -> Mask:
        """Rows that may be spelled `word` (ASCII, lower case).

        Exact for words of letters and digits; where others occur the caller looks again.
        """
        mask = np.zeros(self._count, np.bool_)
        places = len(self._letters) - len(word) + 1
        if places <= 0:
            return mask
        hits = np.flatnonzero((self._letters[:places] & _bit(word[0])) != 0)
        for step, letter in enumerate(word[1:], 1):
            hits = hits[(self._letters[hits + step] & _bit(letter)) != 0]
        mask[np.searchsorted(self._ends, hits)] = True
        return mask


def _bit(letter: str) -> np.uint64:
    code = ord(letter)
    if letter.isalpha():
        return np.uint64(1 << (code - 97))
    return np.uint64(1 << (code - 22 if letter.isdigit() else 36 + code % 28))


def _learn(points: NDArray[np.uint32]) -> None:
    for code in np.unique(points[~_known[points]]).tolist():
        begins = initials(chr(code))[0] if code else ""
        bits = 0
        for letter in begins:
            if letter.isascii() and (letter.islower() or not letter.isalpha()):
                bits |= int(_bit(letter))
        _letters[code] = bits
        _known[code] = True
