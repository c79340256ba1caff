"""Finding rows by what an operator types: numbers, words, or the initials of the pinyin."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from types import ModuleType

_NO_PHRASES = "PYPINYIN_NO_PHRASES"


@lru_cache(maxsize=50_000)
def initials(text: str) -> tuple[str, ...]:
    """For every character the letters its readings begin with, lower case; others as they stand.

    长江 is `("zc", "j")`: who types `cj` finds it, and so does who reads the first one `zhang`.
    """
    return tuple(_begins(letter) for letter in text.lower())


def learn(texts: Iterable[str]) -> None:
    """Spell these ahead of time, in any thread, so that the first search does not wait for it."""
    for text in texts:
        if not text.isascii():
            initials(text)


def matches(needle: str, *texts: str) -> bool:
    """Whether every word of `needle` is found in one of `texts`, as written or as initials."""
    return all(any(_found(word, text) for text in texts) for word in needle.lower().split())


def _found(word: str, text: str) -> bool:
    if word in text.lower():
        return True
    letters = word.isascii() and any(letter.isalpha() for letter in word)
    return letters and not text.isascii() and _spelled(word, initials(text))


def _spelled(word: str, letters: tuple[str, ...]) -> bool:
    starts = range(len(letters) - len(word) + 1)
    return any(
        all(letter in letters[start + step] for step, letter in enumerate(word)) for start in starts
    )


@lru_cache(maxsize=50_000)
def _begins(letter: str) -> str:
    pinyin = _pinyin()
    readings = pinyin.pinyin(letter, style=pinyin.Style.FIRST_LETTER, heteronym=True)
    return "".join(readings[0]) if readings else letter


@lru_cache(maxsize=1)
def _pinyin() -> ModuleType:
    """The dictionary without its phrases: single characters are looked up, and 45 MB are saved.

    It takes 0.05 s to load: not while the window starts.
    """
    before = os.environ.get(_NO_PHRASES)
    os.environ[_NO_PHRASES] = "true"
    try:
        return import_module("pypinyin")
    finally:
        if before is None:
            del os.environ[_NO_PHRASES]
        else:
            os.environ[_NO_PHRASES] = before
