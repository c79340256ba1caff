"""A scenario as its file tells it: who and where, then what happens minute by minute."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

import msgspec

from console.domain.place import SiteKind
from console.domain.unit import UnitKind

Value = str | int | float | bool | dict[str, str] | tuple[str, ...]


class SiteRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The `nth` site of a kind; ones whose name holds `like` come first."""

    kind: SiteKind
    nth: int = 0
    like: str = ""


class UnitRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The `nth` unit of a kind; those of the scenario's street come first."""

    kind: UnitKind
    nth: int = 0


class CastRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where it happens (a site, a camera, or a grid by number) and which units take part.

    With `at_camera` it is what the nearest camera sees. `cameras` and `grids` are how many of those
    near by the scenario may name: `{camera}`, `{camera2}`…, `{grid}`, `{grid2}`…
    """

    site: SiteRule | None = None
    camera: str = ""
    grid: int = 0
    address: str = ""
    at_camera: bool = False
    cameras: int = 4
    grids: int = 1
    units: dict[str, UnitRule] = {}


class EventRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An event: what the body leaves out is filled in from the cast."""

    source: str
    type: str
    body: dict[str, Value]
    severity: int = 4
    key: str = ""
    message: str = "alert"


class DeskRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A command that the scripted desk gives, by its name on the wire.

    What the feed tells is left out: the case's number, versions, which request is answered. Another
    case goes by its name in the scenario, a deadline by its minute of the story.
    """

    command: str
    role: str
    args: dict[str, Value] = {}


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One step at `t` minutes of the story: an event, a command, or a unit sent or released.

    `pause` leaves the people at the desk that many seconds of the demo before the next step.
    `case` tells the cases of one scenario apart. A step told `times` over comes `every` so many
    minutes; `{n}` in its texts counts from `first`.
    """

    t: float
    event: EventRule | None = None
    desk: DeskRule | None = None
    send: str = ""
    release: str = ""
    pause: float = 0.0
    case: str = "main"
    times: int = 1
    first: int = 1
    every: float = 0.0


class Scenario(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A story. It first begins `starts` seconds into the demo and again after every `again`."""

    id: str
    title: str
    starts: float
    again: float
    cast: CastRule
    steps: tuple[Step, ...]


def load_scenario(path: Path) -> Scenario:
    """The scenario in `path`; raises `msgspec.ValidationError` where it breaks the contract."""
    scenario = msgspec.toml.decode(path.read_bytes(), type=Scenario)
    told = (one for step in scenario.steps for one in _repeated(step))
    return msgspec.structs.replace(scenario, steps=tuple(sorted(told, key=attrgetter("t"))))


def _repeated(step: Step) -> Iterator[Step]:
    told = msgspec.json.encode(step).decode()
    for turn in range(step.times):
        one = msgspec.json.decode(told.replace("{n}", str(step.first + turn)), type=Step)
        yield msgspec.structs.replace(one, t=step.t + turn * step.every, times=1)
