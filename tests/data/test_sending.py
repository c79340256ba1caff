"""Sending several at once, by phone, sectors and head-counts, on a real database."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from console.domain.access import Role
from console.domain.call_outcome import CallOutcome
from console.domain.case import Case, CaseState
from console.domain.case_log import Action
from console.domain.commands import AdvanceCase
from console.domain.dispatch_commands import (
    CallOutside,
    ClearSector,
    CountHeads,
    DispatchUnits,
    DrawSector,
    ListHousehold,
    ReturnUnit,
)
from console.domain.refusal import Refusal
from console.domain.unit import Unit
from console.services.hub_core import Core
from tests.data.counter import Counter
from tests.data.feeder import Feeder, Watch, facts
from tests.data.town import EAST, GRID_WEST, WEST

CONTACT, PHONE = "程志强", "13987654321"


@pytest.fixture
def counter(core: Core, watch: Watch) -> Counter:
    return Counter(core, watch)


@pytest.fixture
def number(core: Core, feeder: Feeder) -> str:
    rows = [fact.row for fact in facts(core.take([feeder.batch(feeder.report(level=2))])[1])]
    return next(row.number for row in rows if isinstance(row, Case))


def _units(counter: Counter) -> dict[str, Unit]:
    return {fact.key: fact.row for fact in counter.facts if isinstance(fact.row, Unit)}


def test_three_at_once_for_a_fallen_tree(counter: Counter, number: str) -> None:
    """S16: a patrol, the fire engine and the street office leave with one command."""
    several = DispatchUnits(number, 1, ("patrol-1", "fire-1"), (f"street:{WEST}",), "倒树")
    assert counter.why(several) == ""
    case = counter.case(number)
    assert case.units == ("patrol-1", "fire-1")
    sent = [entry.args["holder"] for entry in case.log if entry.action is Action.DISPATCHED]
    assert sent == ["巡逻1组", "消防一队", "和平街道"]
    assert {unit.case for unit in _units(counter).values()} == {number}
    assert counter.why(DispatchUnits(number, 4, ("fire-1",))) == Refusal.ALREADY_THERE.value


@pytest.mark.parametrize(
    ("office", "name"),
    [
        (f"grid:{GRID_WEST}", "g001网格团队"),
        (f"community:{WEST}001", "柳园社区"),
        (f"street:{EAST}", "东岭街道"),
        ("department:城管", "城管"),
    ],
)
def test_offices_of_every_kind(counter: Counter, number: str, office: str, name: str) -> None:
    assert counter.why(DispatchUnits(number, 1, (), (office,))) == ""
    assert counter.case(number).holder == name


def test_all_go_or_none(counter: Counter, number: str) -> None:
    for units, offices in (
        (("patrol-1", "nobody"), ()),
        (("patrol-1",), ("grid:1",)),
        (("patrol-1",), ("moon:1",)),
        ((), ()),
    ):
        assert counter.why(DispatchUnits(number, 1, units, offices)) != ""
        assert counter.case(number).version == 1
        assert not _units(counter)


def test_one_of_three_sends_its_part_back(
    core: Core, counter: Counter, feeder: Feeder, number: str
) -> None:
    counter.give(DispatchUnits(number, 1, ("patrol-1", "fire-1")))
    assert counter.why(ReturnUnit(number, 3, "fire-1", "")) == Refusal.REASON_REQUIRED.value
    assert counter.why(ReturnUnit(number, 3, "fire-1", "不属本单位")) == ""
    assert _units(counter)["fire-1"].returns == 1
    case = counter.case(number)
    assert (case.state, case.units, case.returns) == (CaseState.DISPATCHED, ("patrol-1",), 1)
    last = ReturnUnit(number, 4, "patrol-1", "也不属")
    assert counter.why(last) == Refusal.UNKNOWN_ENTITY.value
    counter.give(AdvanceCase(number, 4, Action.RETURNED, "不属"))
    assert _units(counter)["patrol-1"].returns == 1
    _, items = core.take([feeder.batch(feeder.position("patrol-1"))])
    moved = next(fact.row for fact in facts(items) if isinstance(fact.row, Unit))
    assert moved.returns == 1, "a position does not wash it away"


def test_a_unit_that_reports_a_return_takes_only_itself_out(
    core: Core, counter: Counter, feeder: Feeder, number: str
) -> None:
    counter.give(DispatchUnits(number, 1, ("patrol-1", "fire-1")))
    core.take([feeder.batch(feeder.progress(number, Action.RETURNED, "fire-1"))])
    case = counter.case(number)
    assert (case.state, case.units, case.returns) == (CaseState.DISPATCHED, ("patrol-1",), 1)
    core.take([feeder.batch(feeder.progress(number, Action.RETURNED, "patrol-1"))])
    case = counter.case(number)
    assert (case.state, case.units, case.returns) == (CaseState.REPORTED, (), 2)


def test_an_outside_unit_is_called_until_it_is_reached(
    core: Core, counter: Counter, number: str, folder: Path
) -> None:
    """S17: the railway is no unit of the district."""
    call = CallOutside(number, "铁路工务段", CONTACT, PHONE, CallOutcome.NO_ANSWER)
    assert counter.why(call) == ""
    assert counter.case(number).state is CaseState.REPORTED
    reached = CallOutside(number, "铁路工务段", CONTACT, PHONE, CallOutcome.REACHED, "已派巡道工")
    assert counter.why(reached) == ""
    case = counter.case(number)
    assert (case.state, case.holder) == (CaseState.DISPATCHED, "铁路工务段")
    calls = [entry.args for entry in case.log if entry.action is Action.CALL_MADE]
    assert [call["outcome"] for call in calls] == ["no_answer", "reached"]
    assert (calls[0]["contact"], calls[0]["phone"]) == ("程某某", "139****4321")
    told = b"".join(core.snapshot()[1]).decode()
    assert CONTACT not in told
    assert PHONE not in told
    with sqlite3.connect(folder / "hub.db") as store:
        clear = dict(store.execute("SELECT field, clear FROM personal").fetchall())
        audit = str(store.execute("SELECT * FROM audit").fetchall())
    store.close()
    assert (clear["outside"], clear["outside_phone"]) == (CONTACT, PHONE)
    assert CONTACT not in audit
    assert PHONE not in audit


def test_an_unfiled_case_of_level_3_is_not_sent_by_phone_either(
    core: Core, counter: Counter, feeder: Feeder
) -> None:
    rows = [fact.row for fact in facts(core.take([feeder.batch(feeder.report("R9"))])[1])]
    number = next(row.number for row in rows if isinstance(row, Case))
    call = CallOutside(number, "供电公司", "", "", CallOutcome.REACHED)
    assert counter.why(call) == Refusal.NOT_FILED.value
    assert counter.case(number).version == 1


def test_sectors_are_drawn_assigned_and_ticked_off(counter: Counter, number: str) -> None:
    """S01: who cleared which sector when."""
    draw = DrawSector(number, "1 山脚", (GRID_WEST,), "patrol-1")
    assert counter.why(draw) == ""
    assert counter.why(DrawSector(number, "2 河滩", ("0",))) == Refusal.UNKNOWN_ENTITY.value
    assert counter.why(DrawSector(number, "2 河滩", ())) == Refusal.INVALID.value
    assert counter.why(ClearSector(number, "1 山脚", "无发现"), "li", Role.STREET_SEAT) == ""
    [sector] = counter.case(number).sectors
    assert (sector.grids, sector.holder, sector.cleared_by) == ((GRID_WEST,), "巡逻1组", "李某某")
    assert sector.cleared_at is not None
    assert counter.why(ClearSector(number, "1 山脚")) == Refusal.ALREADY_CLEARED.value
    counter.give(draw)
    assert not counter.case(number).sectors[0].cleared, "drawn anew, searched anew"


def test_heads_are_counted_16_and_3(core: Core, counter: Counter, number: str) -> None:
    """S04: 7 households, 19 people, 16 here and 3 safe elsewhere."""
    for place, people in enumerate((3, 3, 3, 3, 3, 2, 2), start=1):
        name = f"罗建{'一二三四五六七'[place - 1]}"
        assert counter.why(ListHousehold(number, name, f"{place} 号", people)) == ""
    for line, (found, elsewhere) in enumerate(
        ((3, 0), (3, 0), (3, 0), (3, 0), (2, 1), (1, 1), (1, 1)), start=1
    ):
        assert counter.case(number).heads[line - 1].missing > 0
        assert counter.why(CountHeads(number, f"h{line}", found, elsewhere)) == ""
    heads = counter.case(number).heads
    assert sum(one.expected for one in heads) == 19
    assert (sum(one.found or 0 for one in heads), sum(one.elsewhere for one in heads)) == (16, 3)
    assert not any(one.missing for one in heads)
    assert heads[0].household == "罗某某"
    assert "罗建一" not in b"".join(core.snapshot()[1]).decode()
    assert counter.why(CountHeads(number, "h8", 1)) == Refusal.UNKNOWN_ENTITY.value
    assert counter.why(CountHeads(number, "h1", -1)) == Refusal.INVALID.value
    assert counter.why(ListHousehold(number, "罗建八", "", 0)) == Refusal.INVALID.value


def test_a_street_seat_reaches_its_own_street_only(counter: Counter, number: str) -> None:
    draw = DrawSector(number, "1", (GRID_WEST,))
    assert counter.give(draw, "wu", Role.STREET_SEAT, EAST).reason == Refusal.OTHER_STREET.value
    assert counter.give(draw, "wu", Role.STREET_SEAT, WEST).reason == ""
