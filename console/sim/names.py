"""Invented reporters. Their numbers lie in a range that no operator has given out."""

from __future__ import annotations

from random import Random

_SURNAMES = "罗王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马"
_GIVEN = (
    "秀兰",
    "建国",
    "志强",
    "桂英",
    "海燕",
    "文博",
    "丽华",
    "国庆",
    "晓东",
    "玉珍",
    "子涵",
    "明",
)


def person(chance: Random) -> tuple[str, str]:
    """A name and a telephone number, both made up."""
    name = chance.choice(_SURNAMES) + chance.choice(_GIVEN)
    return name, f"1540000{chance.randrange(10_000):04d}"


def short_name(chance: Random) -> str:
    """How a colleague is written in a log: 罗某."""
    return chance.choice(_SURNAMES) + "某"
