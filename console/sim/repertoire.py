"""The scenarios of a demo with their casts, in the order of their ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from console.domain.district import District
from console.domain.geo import LonLat
from console.sim.cast import Cast, find_cast
from console.sim.scenario import Scenario, Step, load_scenario
from console.sim.timeline import Cue, cues


@dataclass(frozen=True, slots=True)
class Production:
    """A scenario and the cast found for it."""

    scenario: Scenario
    cast: Cast


class Repertoire:
    """The scenarios `ids` from `folder`, cast in `district`.

    `left_out` says why a scenario cannot be played here: a district may have no water gauge, say.
    Raises `msgspec.ValidationError` where a file breaks the contract, `OSError` where it cannot be
    read.
    """

    def __init__(self, folder: Path, ids: Sequence[str], district: District) -> None:
        scenarios = [load_scenario(folder / f"{name}.toml") for name in sorted(ids)]
        found: list[Production] = []
        self.left_out: dict[str, str] = {}
        for one in scenarios:
            try:
                found.append(Production(one, find_cast(one.cast, district)))
            except LookupError as error:
                self.left_out[one.id] = str(error)
        self.productions = tuple(found)

    def cues(self, run: str, wanted: Callable[[Step], bool]) -> list[Iterator[Cue]]:
        """The endless cues of every scenario that has a wanted step, one iterator each."""
        return [
            cues(each.scenario, each.cast, run)
            for each in self.productions
            if any(wanted(step) for step in each.scenario.steps)
        ]

    def cameras(self) -> frozenset[str]:
        """Ids of the cameras that the scenarios show; they should have a picture."""
        return frozenset(one.id for each in self.productions for one in each.cast.cameras)

    def titles(self) -> frozenset[str]:
        """Titles of the cases that the scenarios' own desk steps are about."""
        found = set()
        for each in self.productions:
            steps = each.scenario.steps
            worked = {step.case for step in steps if step.desk is not None}
            for step in steps:
                rule = step.event.body if step.event else step.desk.args if step.desk else {}
                if step.case in worked and "title" in rule:
                    found.add(str(rule["title"]))
        return frozenset(found)

    def keys(self) -> frozenset[str]:
        """Keys of the alarms that the scenarios are about."""
        return frozenset(
            step.event.key.format_map(each.cast.words())
            for each in self.productions
            for step in each.scenario.steps
            if step.event is not None and step.event.key
        )

    def beats(self) -> dict[str, LonLat]:
        """Where each unit of a scenario is first needed, by unit id."""
        found: dict[str, LonLat] = {}
        for each in sorted(self.productions, key=lambda one: one.scenario.starts):
            for unit in each.cast.units.values():
                found.setdefault(unit.id, each.cast.place)
        return found
