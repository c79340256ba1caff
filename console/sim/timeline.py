"""A scenario on the demo's compressed clock, beginning again and again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from console.sim.cast import Cast
from console.sim.scenario import Scenario, Step

SECONDS_PER_MINUTE = 1.5
"""Demo seconds for one minute of the story."""
LONGEST_GAP_S = 14.0
"""Hours in which nothing is told pass in this many seconds."""
UTC_STAMP = "%Y%m%d%H%M%S"


@dataclass(frozen=True, slots=True)
class Play:
    """One performance of a scenario: its number, when it begins and the words of its texts."""

    scenario: Scenario
    cast: Cast
    number: int
    begins: float
    run: str

    def reference(self, case: str) -> str:
        """The reference under which this performance's `case` is reported; never used twice."""
        return f"{self.run}-{self.scenario.id}-{self.number}-{case}"

    def words(self, case: str) -> dict[str, str]:
        """What the texts of a step about `case` may name in braces."""
        return {**self.cast.words(), "reference": self.reference(case)}


@dataclass(frozen=True, slots=True)
class Cue:
    """A step of a performance and the demo second it is due."""

    at: float
    play: Play
    step: Step


def offsets(steps: tuple[Step, ...]) -> list[float]:
    """Demo seconds of every step after the scenario's beginning, in the order of the steps."""
    found: list[float] = []
    at = told = 0.0
    for step in steps:
        at += min((step.t - told) * SECONDS_PER_MINUTE, LONGEST_GAP_S)
        told = step.t
        found.append(at)
        at += step.pause
    return found


def minute_at(steps: tuple[Step, ...], minute: float) -> float:
    """Demo seconds after the scenario's beginning at which a minute of it has come."""
    told = zip(steps, offsets(steps), strict=True)
    after = [offset for step, offset in told if step.t >= minute]
    return after[0] if after else offsets(steps)[-1]


def run_name(started_at: float, seed: int) -> str:
    """A short name of one run of the demo, part of every reference it makes."""
    return f"{datetime.fromtimestamp(started_at).astimezone():{UTC_STAMP}}-{seed}"


def plays(scenario: Scenario, cast: Cast, run: str) -> Iterator[Play]:
    """The performances of a scenario, without end."""
    number = 1
    while True:
        begins = scenario.starts + (number - 1) * scenario.again
        yield Play(scenario, cast, number, begins, run)
        number += 1


def cues(scenario: Scenario, cast: Cast, run: str) -> Iterator[Cue]:
    """Every step of every performance, without end, in order of time."""
    after = offsets(scenario.steps)
    for play in plays(scenario, cast, run):
        for offset, step in zip(after, scenario.steps, strict=True):
            yield Cue(play.begins + offset, play, step)
