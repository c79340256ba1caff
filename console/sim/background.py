"""The ordinary day: reports at random moments, mixed as the domain guide's volumes say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from console.domain.case import CaseSource
from console.sim.catalogue import MATTERS
from console.sim.dice import dice
from console.sim.matter import Matter
from console.sim.spots import Spot, Spots

LEVELS = {4: 0.78, 3: 0.17, 2: 0.04, 1: 0.01}
SOURCES = {
    CaseSource.GRID_APP: 0.85,
    CaseSource.HOTLINE_12345: 0.07,
    CaseSource.VIDEO_PATROL: 0.04,
    CaseSource.POLICE_110: 0.02,
    CaseSource.SENSOR: 0.01,
    CaseSource.WINDOW: 0.01,
}
K = TypeVar("K")

QUIET_S = 20.0
"""The first background report comes after this many seconds; the queue is full already."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A matter that somebody reports from a spot at demo second `at`."""

    number: int
    at: float
    matter: Matter
    source: CaseSource
    spot: Spot


class Mix:
    """Draws matters by level and source; never the same title twice in a row."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._last = ""

    def draw(self) -> tuple[Matter, CaseSource]:
        """The next matter and who reports it."""
        level = _weighted(self._chance, LEVELS)
        matters = [one for one in MATTERS if one.level == level and one.title != self._last]
        possible = {name for one in matters for name in one.sources}
        source = _weighted(
            self._chance, {name: share for name, share in SOURCES.items() if name in possible}
        )
        matter = self._chance.choice([one for one in matters if source in one.sources])
        self._last = matter.title
        return matter, source


def background(seed: int, spots: Spots, per_minute: float) -> Iterator[Occurrence]:
    """Occurrences without end at `per_minute` on average (Poisson), the same for a seed."""
    chance = dice(seed, "background")
    mix = Mix(chance)
    at = QUIET_S
    number = 0
    while per_minute > 0:
        at += chance.expovariate(per_minute / 60)
        number += 1
        matter, source = mix.draw()
        yield Occurrence(number, at, matter, source, spots.draw(chance))


def _weighted(chance: Random, shares: dict[K, float]) -> K:
    return chance.choices(list(shares), list(shares.values()))[0]
