"""Cases that were open, or closed today, before the demo began: handed over on the first run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from console.domain.bodies import CaseHandedOver, HandedOverStep, Report
from console.domain.case import CaseSource
from console.domain.case_log import Action
from console.sim.catalogue import MATTERS
from console.sim.dice import dice
from console.sim.matter import Matter
from console.sim.names import person, short_name
from console.sim.planned import Planned
from console.sim.spots import Spot, Spots

OPEN_CASES = 37
CLOSED_TODAY = 30
LEVEL_2 = 1
LEVEL_3 = 5
OVERDUE = 2
"""Among the open ones of level 3: dispatched long after they should have been accepted."""
HOTLINE_EVERY = 8

_SOURCES = {"grid-app": CaseSource.GRID_APP, "hotline-12345": CaseSource.HOTLINE_12345}

_PATH = (
    Action.REPORTED,
    Action.FILED,
    Action.DISPATCHED,
    Action.ACCEPTED,
    Action.SET_OUT,
    Action.ARRIVED,
    Action.HANDLING,
    Action.HANDLED,
    Action.CHECKING,
    Action.CLOSED,
)
_NOTES = {
    Action.FILED: "核实属实，予以立案",
    Action.DISPATCHED: "请及时处置并反馈",
    Action.ACCEPTED: "已接单",
    Action.SET_OUT: "已出发",
    Action.ARRIVED: "到场，处置前照片已上传",
    Action.HANDLING: "正在处置",
    Action.HANDLED: "处置完毕，处置后照片已上传",
    Action.CHECKING: "现场核查",
    Action.CLOSED: "情况属实，结案",
}
# Minutes that pass before each step: the limits of the domain guide are kept with room to spare.
_MINUTES = {
    Action.REPORTED: 0.0,
    Action.FILED: 8.0,
    Action.DISPATCHED: 14.0,
    Action.ACCEPTED: 9.0,
    Action.SET_OUT: 6.0,
    Action.ARRIVED: 17.0,
    Action.HANDLING: 8.0,
    Action.HANDLED: 70.0,
    Action.CHECKING: 25.0,
    Action.CLOSED: 12.0,
}


@dataclass(frozen=True, slots=True)
class _Past:
    """How far a case has come (`steps` of the path) and how long ago its last step was."""

    matter: Matter
    steps: int
    quiet: timedelta


def history(spots: Spots, run: str, seed: int, now: datetime, source: str) -> Iterator[Planned]:
    """The `case.handed_over` events of `source` (grid-app or hotline-12345); oldest case first."""
    chance = dice(seed, "history")
    pasts = [(index, past, spots.draw(chance)) for index, past in enumerate(_pasts(chance))]
    bodies = [
        (
            _sender(index, past),
            _case(
                f"{run}-H{index:03d}",
                _sender(index, past),
                past,
                spot,
                now=now,
                chance=dice(seed, f"history/{index}"),
            ),
        )
        for index, past, spot in pasts
    ]
    bodies.sort(key=lambda one: one[1].steps[0].at)
    for sender, body in bodies:
        if sender == source:
            key = body.report.reference
            yield Planned(0.0, source, "case.handed_over", key, body.report.level, body)


def _pasts(chance: Random) -> Iterator[_Past]:
    by_level = {
        level: [one for one in MATTERS if one.level == level and _told(one)] for level in (2, 3, 4)
    }
    for number in range(OPEN_CASES):
        if number < LEVEL_2:
            yield _Past(by_level[2][1], 7, timedelta(minutes=24))
        elif number < LEVEL_2 + LEVEL_3:
            late = number < LEVEL_2 + OVERDUE
            steps = 3 if late else chance.randint(4, 7)
            quiet = timedelta(minutes=chance.uniform(40, 55) if late else chance.uniform(4, 12))
            yield _Past(by_level[3][number % len(by_level[3])], steps, quiet)
        else:
            steps = chance.choice((1, 2, 3, 4, 4, 5, 6, 7, 7, 7, 7, 8, 9))
            yield _Past(by_level[4][number % len(by_level[4])], steps, _quiet(steps, chance))
    for number in range(CLOSED_TODAY):
        level = 3 if number % 6 == 0 else 4
        matters = by_level[level]
        matter = matters[(number * 7 + 3) % len(matters)]
        yield _Past(matter, len(_PATH), timedelta(minutes=chance.uniform(5, 420)))


def _told(matter: Matter) -> bool:
    return bool({CaseSource.GRID_APP, CaseSource.HOTLINE_12345} & set(matter.sources))


def _quiet(steps: int, chance: Random) -> timedelta:
    """Young steps are minutes old, work in hand may have lasted for days."""
    if steps <= 3:
        return timedelta(minutes=chance.uniform(2, 18))
    if steps == 7:
        return timedelta(hours=chance.uniform(1, 50))
    return timedelta(minutes=chance.uniform(5, 150))


def _sender(index: int, past: _Past) -> str:
    hotline = CaseSource.HOTLINE_12345 in past.matter.sources
    only = CaseSource.GRID_APP not in past.matter.sources
    return "hotline-12345" if only or (hotline and index % HOTLINE_EVERY == 0) else "grid-app"


def _case(
    reference: str, sender: str, past: _Past, spot: Spot, *, now: datetime, chance: Random
) -> CaseHandedOver:
    matter = past.matter
    name, phone = person(chance)
    report = Report(
        reference=reference,
        source=_SOURCES[sender],
        title=matter.title,
        case_type=matter.case_type,
        level=matter.level,
        lon=round(spot.place.lon, 7),
        lat=round(spot.place.lat, 7),
        address=spot.address + matter.place,
        description=matter.detail,
        reporter=name,
        contact=phone,
        grid=spot.grid.code,
    )
    return CaseHandedOver(report, _steps(past, spot, now, name, chance))


def _steps(
    past: _Past, spot: Spot, now: datetime, reporter: str, chance: Random
) -> tuple[HandedOverStep, ...]:
    path = _PATH[: past.steps]
    gaps = [_MINUTES[action] * chance.uniform(0.5, 1.1) for action in path]
    if past.matter.level <= 2:
        gaps = [gap / 10 for gap in gaps]
    at = now - past.quiet - timedelta(minutes=sum(gaps))
    member = f"网格员{short_name(chance)}"
    people = {
        Action.REPORTED: (reporter, "grid_member"),
        Action.FILED: ("受理员陈某", "operator"),
        Action.DISPATCHED: ("值班长陈某", "shift_leader"),
        Action.CHECKING: ("核查员周某", "verifier"),
        Action.CLOSED: ("核查员周某", "verifier"),
    }
    steps = []
    for action, gap in zip(path, gaps, strict=True):
        at += timedelta(minutes=gap)
        by, role = people.get(action, (member, "grid_member"))
        args = {"holder": f"{spot.grid.label}网格员"} if action is Action.DISPATCHED else {}
        steps.append(HandedOverStep(at, action, by, role, _NOTES.get(action, ""), args))
        if action is Action.HANDLING and past.matter.level <= 2:
            first_report = "已疏散、通风，燃气公司正在查漏"
            steps.append(HandedOverStep(at, Action.REPORT_SENT, by, role, first_report))
    return tuple(steps)
