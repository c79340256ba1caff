"""Whom to send: what speaks for a unit and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.area import Community, Grid, Street, StreetKind
from console.domain.case import Case
from console.domain.geo import LonLat, moved
from console.domain.recommendation import ranked_offices, ranked_units
from console.domain.timekeeper import Timekeeper
from console.domain.unit import Unit, UnitKind, UnitStatus
from console.domain.unit_fit import Fit, fit
from tests.unit.histories import MONDAY, begun

PLACE = LonLat(114.95, 30.2)


@pytest.fixture(scope="module")
def fire(timekeeper: Timekeeper) -> Case:
    case = begun(timekeeper, 2, "B01")
    codes = {"grid": "g", "community": "c", "street": "s"}
    return replace(case, opening=replace(case.opening, place=PLACE, **codes))


def unit(key: str, metres: float, kind: UnitKind = UnitKind.FIRE, **more: object) -> Unit:
    fields: dict[str, object] = {"place": moved(PLACE, 90, metres), "seen_at": MONDAY, **more}
    return replace(Unit(key, key, kind, "", 4), **fields)  # type: ignore[arg-type]


def order(case: Case, *units: Unit, **load: int) -> list[str]:
    return [one.key for one in ranked_units(case, units, load, MONDAY)]


def test_the_nearest_of_equals_comes_first(fire: Case) -> None:
    assert order(fire, unit("far", 3000), unit("near", 500)) == ["near", "far"]


def test_the_right_kind_outweighs_some_distance_but_not_any(fire: Case) -> None:
    engine = unit("engine", 2000)
    assert order(fire, unit("traffic", 300, UnitKind.TRAFFIC), engine)[0] == "engine"
    patrol = unit("patrol", 100, UnitKind.PATROL)
    assert order(fire, patrol, unit("engine", 9000))[0] == "patrol"


@pytest.mark.parametrize(
    "worse",
    [
        {"status": UnitStatus.ON_SCENE},
        {"status": UnitStatus.OFF_DUTY},
        {"seen_at": MONDAY - timedelta(minutes=11)},
        {"place": None},
        {"returns": 2},
    ],
)
def test_what_speaks_against_a_unit(fire: Case, worse: dict[str, object]) -> None:
    assert order(fire, unit("a", 500, **worse), unit("b", 550)) == ["b", "a"]
    assert order(fire, unit("a", 500), unit("b", 550)) == ["a", "b"], "nothing else decides"


def test_load_counts(fire: Case) -> None:
    assert order(fire, unit("a", 500), unit("b", 550), a=1) == ["b", "a"]


def test_who_has_the_case_already_comes_last(fire: Case) -> None:
    case = replace(fire, units=("a",))
    off = unit("b", 9000, UnitKind.TRAFFIC, status=UnitStatus.OFF_DUTY)
    ranked = ranked_units(case, [unit("a", 100), off], {}, MONDAY)
    assert [(one.key, one.here) for one in ranked] == [("b", False), ("a", True)]


@pytest.mark.parametrize(("level", "first"), [(4, "grid:g"), (3, "grid:g"), (2, "grid:g")])
def test_offices_follow_the_level(fire: Case, level: int, first: str) -> None:
    grid = Grid("g", 7, "东", "c", "s", 500, (PLACE,), PLACE, ())
    community = {"c": Community("c", "柳园", "s")}
    street = {"s": Street("s", "和平街道", StreetKind.STREET, PLACE)}
    case = replace(fire, level=level)
    found = ranked_offices(case, {"g": grid}, community, street, ("消防救援", "消防救援"))
    assert found[0].key == first
    assert {one.name for one in found} == {"g007网格团队", "柳园社区", "和平街道", "消防救援"}
    at_four = [one.key for one in found].index("community:c")
    assert at_four == (1 if level == 4 else 3)


@settings(max_examples=60, deadline=None)
@given(
    away=st.lists(st.floats(10, 20_000), min_size=1, max_size=12),
    kinds=st.lists(st.sampled_from(list(UnitKind)), min_size=12, max_size=12),
)
def test_every_unit_is_listed_once_and_nearer_is_never_worse(
    fire: Case, away: list[float], kinds: list[UnitKind]
) -> None:
    units = [unit(f"u{n}", metres, kinds[n]) for n, metres in enumerate(away)]
    ranked = ranked_units(fire, units, {}, MONDAY)
    assert sorted(one.key for one in ranked) == sorted(one.id for one in units)
    for kind in set(kinds):
        same = [one for one in ranked if one.unit is not None and one.unit.kind is kind]
        assert [one.distance_m for one in same] == sorted(one.distance_m or 0 for one in same)


def test_a_kind_suits_by_type_then_by_group() -> None:
    assert fit("A01", UnitKind.VOLUNTEERS) is Fit.MADE
    assert fit("A02", UnitKind.VOLUNTEERS) is Fit.NEITHER
    assert fit("B03", UnitKind.FIRE) is Fit.MADE
    assert fit("Z01", UnitKind.FIRE) is Fit.NEITHER
