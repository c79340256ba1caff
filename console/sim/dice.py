"""Repeatable chance: the same seed and stream give the same demo on every machine."""

from __future__ import annotations

from random import Random


def dice(seed: int, stream: str) -> Random:
    """A generator for one purpose (`stream`), independent of every other stream of `seed`."""
    return Random(f"{seed}/{stream}")  # noqa: S311 - a simulation must repeat, not be secret
