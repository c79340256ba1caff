"""Whom to send to a case, best first.

A console ranks over its own store: it has every row this needs, the order is as fresh as what it
shows, F4 opens without a round trip and works while the hub is away. The hub only checks the order
that is given in the end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from console.domain.area import Community, Grid, Street
from console.domain.candidate import Candidate
from console.domain.case import Case
from console.domain.geo import distance_m
from console.domain.office import Office, OfficeKind, office_name
from console.domain.unit import Unit, UnitStatus
from console.domain.unit_fit import Fit, fit

MINUTES_PER_KM = 2.5
"""About 24 km/h through a town."""
STALE_S = 600.0
"""A position older than that is doubted."""

_UNKNOWN_PLACE = 20.0
_FIT = {Fit.MADE: 0.0, Fit.HELPS: 6.0, Fit.NEITHER: 25.0}
_BUSY = 15.0
_OFF_DUTY = 240.0
_PER_CASE = 4.0
_DOUBT = 5.0
_PER_RETURN, _MOST_RETURNS = 1.0, 5.0
_HERE = 500.0
_AT_WORK = (UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE)
_OFFICE_COST = {
    OfficeKind.GRID: {1: 12.0, 2: 9.0, 3: 5.0, 4: 0.0},
    OfficeKind.COMMUNITY: {1: 26.0, 2: 22.0, 3: 14.0, 4: 3.0},
    OfficeKind.STREET: {1: 20.0, 2: 16.0, 3: 8.0, 4: 12.0},
    OfficeKind.DEPARTMENT: {1: 14.0, 2: 12.0, 3: 10.0, 4: 10.0},
}
"""The level says who handles: 4 the grid, 3 the street, 2 and 1 units and departments."""


def loads(cases: Iterable[Case]) -> Mapping[str, int]:
    """How many open cases name each unit."""
    return Counter(unit for case in cases if case.open for unit in case.units)


def ranked_units(
    case: Case, units: Iterable[Unit], load: Mapping[str, int], now: datetime
) -> list[Candidate]:
    """The units, best first; those that have the case already come last."""
    found = [_of_unit(case, unit, load.get(unit.id, 0), now) for unit in units]
    return sorted(found, key=lambda one: (one.cost, one.name))


def _of_unit(case: Case, unit: Unit, load: int, now: datetime) -> Candidate:
    place = case.opening.place
    away = distance_m(place, unit.place) if place and unit.place else None
    age = max(0.0, (now - unit.seen_at).total_seconds()) if unit.seen_at else None
    suits = fit(case.opening.case_type, unit.kind)
    here = unit.id in case.units
    cost = away / 1000 * MINUTES_PER_KM if away is not None else _UNKNOWN_PLACE
    cost += _FIT[suits] + _PER_CASE * load
    cost += _BUSY * (unit.status in _AT_WORK) + _OFF_DUTY * (unit.status is UnitStatus.OFF_DUTY)
    cost += _DOUBT * (age is None or age > STALE_S)
    cost += min(_MOST_RETURNS, _PER_RETURN * unit.returns) + _HERE * here
    return Candidate(
        name=unit.name,
        cost=cost,
        unit=unit,
        distance_m=away,
        age_s=age,
        fit=suits,
        load=load,
        here=here,
    )


def ranked_offices(
    case: Case,
    grids: Mapping[str, Grid],
    communities: Mapping[str, Community],
    streets: Mapping[str, Street],
    departments: Sequence[str],
) -> list[Candidate]:
    """The grid's team, the community, the street and these departments, best first."""
    opening = case.opening
    offices = [
        Office(OfficeKind.GRID, opening.grid),
        Office(OfficeKind.COMMUNITY, opening.community),
        Office(OfficeKind.STREET, opening.street),
        *(Office(OfficeKind.DEPARTMENT, name) for name in dict.fromkeys(departments)),
    ]
    sent = {entry.args.get("office", "") for entry in case.log}
    found = []
    for place, office in enumerate(offices):
        name = office_name(office, grids, communities, streets)
        if name:
            here = office.text in sent
            cost = _OFFICE_COST[office.kind][case.level] + place / 10 + _HERE * here
            found.append(Candidate(name=name, cost=cost, office=office, here=here))
    return sorted(found, key=lambda one: (one.cost, one.name))
