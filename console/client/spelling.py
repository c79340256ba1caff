"""Finding rows by what an operator types: numbers, words, or the initials of the pinyin."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module


@lru_cache(maxsize=50_000)
def initials(text: str) -> str:
    """First letters of the pinyin, the rest as it stands, lower case: 新下陆 is `xxl`."""
    # the dictionary takes 0.1 s to load and is needed only once somebody types letters
    pinyin = import_module("pypinyin")
    return "".join(pinyin.lazy_pinyin(text, style=pinyin.Style.FIRST_LETTER)).lower()


def matches(needle: str, *texts: str) -> bool:
    """Whether every word of `needle` is found in one of `texts`, as written or as initials."""
    return all(any(_found(word, text) for text in texts) for word in needle.lower().split())


def _found(word: str, text: str) -> bool:
    if word in text.lower():
        return True
    letters = word.isascii() and any(letter.isalpha() for letter in word)
    return letters and not text.isascii() and word in initials(text)
