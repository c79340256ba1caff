"""What the search looks through: one folded text a row, and its letters for pinyin initials."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from console.client.spelled_block import Mask, SpelledBlock
from console.client.spelling import matches

Slots = NDArray[np.int64]

BLOCK = 4096
"""Rows that share an array of letters."""
LEFT_OUT = 64
"""So many changed rows of a block are looked through one by one before it is spelled anew."""


class SearchTexts:
    """Texts by slot, put together when they are first needed.

    `fields` gives the texts of a slot; `prepare` works ahead in small portions. Finds exactly what
    `spelling.matches` finds.
    """

    def __init__(self, fields: Callable[[int], Sequence[str]]) -> None:
        self._fields = fields
        self._texts: list[str] = []
        self._ready = 0
        self._blocks: dict[int, SpelledBlock] = {}
        self._changed: dict[int, set[int]] = {}

    def reset(self, size: int) -> None:
        """Start over with so many rows."""
        self._texts = [""] * size
        self._ready = 0
        self._blocks.clear()
        self._changed.clear()

    def changed(self, slot: int) -> None:
        """A row is new or other than before; new ones come at the end."""
        if slot == len(self._texts):
            self._texts.append("")
        if slot >= self._ready:
            return
        text = self._fold(slot)
        if text != self._texts[slot]:
            self._texts[slot] = text
            self._changed.setdefault(slot // BLOCK, set()).add(slot)

    def prepare(self, seconds: float) -> bool:
        """Work ahead for about so long; returns whether everything is ready."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            if self._ready < len(self._texts):
                self._fill(min(len(self._texts), self._ready + 200))
            else:
                missing = set(range(-(-self._ready // BLOCK))) - self._blocks.keys()
                if not missing:
                    return True
                self._spell(min(missing))
        return False

    def found(self, words: str) -> Mask:
        """For every row whether all of `words` are found in it."""
        self._fill(len(self._texts))
        mask = np.ones(len(self._texts), np.bool_)
        for word in words.lower().split():
            mask &= self._has(word)
        return mask

    def finds(self, words: str, slot: int) -> bool:
        """Whether one row has all of `words`."""
        self._fill(slot + 1)
        return matches(words, self._texts[slot])

    def _has(self, word: str) -> Mask:
        mask = np.array([word in text for text in self._texts], np.bool_)
        if word.isascii() and any(letter.isalpha() for letter in word):
            for number in range(-(-len(mask) // BLOCK)):
                self._add_spelled(number, word, mask[number * BLOCK : (number + 1) * BLOCK])
        return mask

    def _add_spelled(self, number: int, word: str, mask: Mask) -> None:
        """Add the rows of a block that are spelled `word` to those that have it as it stands."""
        if number not in self._blocks or len(self._changed.get(number, ())) > LEFT_OUT:
            self._spell(number)
        found = np.zeros(len(mask), np.bool_)
        spelled = self._blocks[number].found(word)
        found[: len(spelled)] = spelled
        first = number * BLOCK
        doubtful = set(self._changed.get(number, ()))
        if not word.isalnum():
            doubtful.update((np.flatnonzero(found & ~mask) + first).tolist())
        for slot in doubtful:
            found[slot - first] = matches(word, self._texts[slot])
        mask |= found

    def _spell(self, number: int) -> None:
        self._blocks[number] = SpelledBlock(self._texts[number * BLOCK : (number + 1) * BLOCK])
        self._changed.pop(number, None)

    def _fill(self, size: int) -> None:
        for slot in range(self._ready, size):
            text = self._texts[slot] = self._fold(slot)
            if slot // BLOCK in self._blocks and text:
                self._changed.setdefault(slot // BLOCK, set()).add(slot)
        self._ready = max(self._ready, size)

    def _fold(self, slot: int) -> str:
        return "\n".join(self._fields(slot)).lower()
