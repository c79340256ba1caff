"""Cases from reports, progress and commands, on a real database."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from console.codec import decode, encode
from console.domain.access import Role
from console.domain.attachment import PhotoGroup
from console.domain.bodies import CaseHandedOver, HandedOverStep, Report
from console.domain.case import Case, CaseState
from console.domain.case_commands import AttachFile
from console.domain.case_log import Action
from console.domain.commands import (
    AddNote,
    AdvanceCase,
    ChangeLevel,
    Command,
    DispatchCase,
    LinkCamera,
)
from console.domain.facts import Fact, Kind
from console.domain.refusal import Refusal
from console.domain.unit import Unit, UnitStatus
from console.errors import InvalidCommand, NotAllowed
from console.services.core import CommandResult, FeedItem, ResultCode
from console.services.hub_core import Core
from data.opened_core import OpenedCore
from tests.data.conftest import actor
from tests.data.feeder import PHONE, REPORTER, START, Feeder, Watch, facts, settled
from tests.data.town import CAMERA, EAST, GRID_WEST, WEST


def case_of(items: list[FeedItem]) -> Case:
    rows = [fact.row for fact in facts(items) if isinstance(fact.row, Case)]
    return rows[-1]


def reported(core: Core, feeder: Feeder, reference: str = "R1", level: int = 3) -> Case:
    [first, *_] = facts(core.take([feeder.batch(feeder.report(reference, level))])[1])
    assert isinstance(first.row, Case)
    return first.row


class Desk:
    """Gives commands one after the other."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._count = 0
        self.items: list[FeedItem] = []

    def give(
        self, command: Command, role: Role = Role.SHIFT_LEADER, user: str = "zhou"
    ) -> CommandResult:
        self._count += 1
        kind = type(command).__name__
        who = actor(role, user)
        result, self.items = self._core.command(who, f"c{self._count}", kind, encode(command))
        return result


@pytest.fixture
def desk(core: Core) -> Desk:
    return Desk(core)


def test_a_report_becomes_a_case_with_everything_masked(
    core: Core, feeder: Feeder, folder: Path
) -> None:
    _, items = core.take([feeder.batch(feeder.report())])
    case = case_of(items)
    assert case.number == "XL20211129-0001"
    assert (case.state, case.level, case.lead) == (CaseState.REPORTED, 3, "城管")
    assert (case.opening.grid, case.opening.street) == (GRID_WEST, WEST)
    assert (case.opening.reporter, case.opening.contact) == ("罗某某", "138****5678")
    everything = b"".join([items[0].data, *core.snapshot()[1]]).decode()
    assert REPORTER not in everything
    assert PHONE not in everything
    connection = sqlite3.connect(folder / "hub.db")
    clear = connection.execute("SELECT field, clear FROM personal").fetchall()
    connection.close()
    assert set(clear) == {("reporter", REPORTER), ("contact", PHONE)}


def test_numbers_count_within_the_local_day(
    core: Core,
    feeder: Feeder,
    watch: Watch,
    open_store: Callable[[], OpenedCore],
    store: OpenedCore,
) -> None:
    numbers = [reported(core, feeder, f"R{n}").number for n in range(3)]
    watch.now = START.replace(hour=15, minute=59)
    numbers.append(reported(core, feeder, "late").number)
    watch.now = START.replace(hour=16, minute=1)
    numbers.append(reported(core, feeder, "after midnight in China").number)
    store.close()
    numbers.append(reported(open_store().core, feeder, "after a restart").number)
    assert numbers == [
        "XL20211129-0001",
        "XL20211129-0002",
        "XL20211129-0003",
        "XL20211129-0004",
        "XL20211130-0001",
        "XL20211130-0002",
    ]


def test_a_second_report_of_the_same_matter_is_a_note(core: Core, feeder: Feeder) -> None:
    first = reported(core, feeder)
    again = reported(core, feeder)
    assert again.number == first.number
    assert again.log[-1].action is Action.NOTED


def test_the_field_reports_by_number_or_reference(core: Core, feeder: Feeder) -> None:
    case = reported(core, feeder)
    _, items = core.take(
        [
            feeder.batch(
                feeder.progress("R1", Action.FILED),
                feeder.progress(case.number, Action.DISPATCHED, unit="patrol-1"),
                feeder.progress("R1", Action.SET_OUT, "patrol-1"),
            )
        ]
    )
    case = case_of(items)
    assert case.state is CaseState.EN_ROUTE
    filed = case.log[1]
    assert (filed.by, filed.args["who"]) == ("网格员李某某", "p3")
    assert case.log[-1].by == "巡逻1组"


def test_progress_that_is_not_possible_is_noted_and_not_lost(core: Core, feeder: Feeder) -> None:
    reported(core, feeder)
    _, items = core.take([feeder.batch(feeder.progress("R1", Action.ARRIVED))])
    case = case_of(items)
    assert case.state is CaseState.REPORTED
    entry = case.log[-1]
    assert (entry.action, entry.note) == (Action.NOTED, "说明")
    assert entry.args["refused"] == "arrived"
    assert entry.args["why"] == Refusal.WRONG_STATE.value


def test_units_follow_their_case(core: Core, feeder: Feeder, desk: Desk) -> None:
    case = reported(core, feeder, level=2)
    desk.give(DispatchCase(case.number, 1, "patrol-1", ""))
    assert _units(desk.items)["patrol-1"].case == case.number
    desk.give(DispatchCase(case.number, 2, "fire-1", "消防"))
    _, items = core.take([feeder.batch(feeder.progress("R1", Action.SET_OUT, "fire-1"))])
    assert {name: unit.status for name, unit in _units(items).items()} == {
        "fire-1": UnitStatus.EN_ROUTE
    }
    _, items = core.take([feeder.batch(feeder.position("patrol-1", 114.96))])
    moved = _units(items)["patrol-1"]
    assert (moved.case, moved.status) == (case.number, UnitStatus.ON_PATROL)
    _, items = core.take(
        [
            feeder.batch(
                feeder.progress("R1", Action.ARRIVED, "fire-1"),
                feeder.progress("R1", Action.HANDLED, "fire-1"),
            )
        ]
    )
    freed = _units(items)
    assert (freed["fire-1"].case, freed["fire-1"].status) == ("", UnitStatus.STANDBY)
    assert freed["patrol-1"].case == ""


def _units(items: list[FeedItem]) -> dict[str, Unit]:
    return {fact.key: fact.row for fact in facts(items) if isinstance(fact.row, Unit)}


@pytest.mark.both_engines
def test_a_case_worked_from_the_desk_to_its_end(core: Core, feeder: Feeder, desk: Desk) -> None:
    number = reported(core, feeder).number
    for version, command in enumerate(
        (
            AdvanceCase(number, 1, Action.FILED, "属实"),
            DispatchCase(number, 2, "patrol-1", "", "请前往"),
            AdvanceCase(number, 3, Action.ACCEPTED),
            AdvanceCase(number, 4, Action.ARRIVED),
            ChangeLevel(number, 5, 2, "积水上涨"),
            LinkCamera(number, CAMERA),
            AddNote(number, "已围挡"),
            AdvanceCase(number, 8, Action.HANDLED),
        ),
        start=2,
    ):
        result = desk.give(command)
        assert (result.code, result.version) == (ResultCode.OK, version), command
    refused = desk.give(AdvanceCase(number, 9, Action.CLOSED))
    assert (refused.code, refused.reason) == (ResultCode.ILLEGAL, Refusal.SAME_PERSON.value)
    refused = desk.give(AdvanceCase(number, 9, Action.CLOSED), Role.VERIFIER, "wu")
    assert (refused.code, refused.reason) == (ResultCode.ILLEGAL, Refusal.PHOTOS_MISSING.value)
    for group in PhotoGroup:
        desk.give(AttachFile(number, group, f"{group}.jpg", "ab" * 32, 240_000))
    result = desk.give(AdvanceCase(number, 12, Action.CLOSED), Role.VERIFIER, "wu")
    assert result.code is ResultCode.OK
    assert facts(desk.items)[0].name == "CaseClosed"
    [row] = core.query(actor(), "closed_today", b"{}")
    assert decode(row, Case).number == number


def test_a_command_decided_on_an_old_version_is_refused(
    core: Core, feeder: Feeder, desk: Desk
) -> None:
    number = reported(core, feeder).number
    desk.give(AdvanceCase(number, 1, Action.FILED))
    late = desk.give(DispatchCase(number, 1, "patrol-1", ""))
    assert late.code is ResultCode.VERSION_CONFLICT
    assert desk.items == []
    # A note is never in anybody's way.
    assert desk.give(AddNote(number, "注意")).code is ResultCode.OK


def test_what_does_not_exist_or_does_not_read_is_refused(
    core: Core, feeder: Feeder, desk: Desk
) -> None:
    number = reported(core, feeder, level=2).number
    assert desk.give(AddNote("XL1", "x")).code is ResultCode.UNKNOWN_ENTITY
    assert desk.give(LinkCamera(number, "1")).code is ResultCode.UNKNOWN_ENTITY
    assert desk.give(DispatchCase(number, 1, "nobody", "")).code is ResultCode.UNKNOWN_ENTITY
    assert desk.give(DispatchCase(number, 1, "", "")).code is ResultCode.INVALID
    assert desk.give(AddNote(number, " ")).code is ResultCode.INVALID
    for kind, args in (("AddNote", b"{"), ("AddNote", b'{"entity":1}'), ("Nothing", b"{}")):
        result, items = core.command(actor(), f"{kind}{args!r}", kind, args)
        assert (result.code, items) == (ResultCode.INVALID, [])


@pytest.mark.both_engines
def test_a_repeated_command_gets_the_same_answer_and_is_done_once(
    core: Core, feeder: Feeder, watch: Watch
) -> None:
    number = reported(core, feeder).number
    args = encode(AddNote(number, "一次"))
    first, items = core.command(actor(), "same", "AddNote", args)
    again, nothing = core.command(actor(), "same", "AddNote", args)
    assert first == again
    assert (len(items), nothing) == (1, [])
    watch.on(days=8)
    core.tick(watch())
    core.command(actor(), "same", "AddNote", args)
    case = decode(core.query(actor(), "case", encode({"number": number}))[0], Case)
    assert [entry.note for entry in case.log if entry.action is Action.NOTED] == ["一次", "一次"]


def test_a_street_seat_works_in_its_own_street_only(core: Core, feeder: Feeder) -> None:
    number = reported(core, feeder).number
    args = encode(AddNote(number, "我街道"))
    there = actor(Role.STREET_SEAT, street=EAST)
    result, _ = core.command(there, "1", "AddNote", args)
    assert (result.code, result.reason) == (ResultCode.NOT_ALLOWED, Refusal.OTHER_STREET.value)
    assert core.query(there, "case", encode({"number": number})) == []
    here = actor(Role.STREET_SEAT, street=WEST)
    assert core.command(here, "2", "AddNote", args)[0].code is ResultCode.OK


@pytest.mark.expects_log("handler failed: ZeroDivisionError")
def test_a_broken_command_changes_nothing_and_may_be_repeated(
    core: Core, feeder: Feeder, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = reported(core, feeder).number
    args = encode(DispatchCase(number, 1, "patrol-1", ""))
    core.command(actor(), "f", "AdvanceCase", encode(AdvanceCase(number, 1, Action.FILED)))
    args = encode(DispatchCase(number, 2, "patrol-1", ""))
    before = settled(core)
    with monkeypatch.context() as broken:
        broken.setattr("console.services.audit_log.digest", _divide)
        result, items = core.command(actor(), "d", "DispatchCase", args)
    assert (result.code, items) == (ResultCode.INTERNAL, [])
    assert settled(core) == before
    assert core.command(actor(), "d", "DispatchCase", args)[0].code is ResultCode.OK


def _divide(_row: object) -> str:
    return str(1 // 0)


def test_a_long_log_travels_in_part_and_is_asked_for_whole(
    core: Core, feeder: Feeder, desk: Desk
) -> None:
    number = reported(core, feeder).number
    for _ in range(60):
        desk.give(AddNote(number, "一行"))
    assert len(case_of(desk.items).log) == 50
    [row] = core.query(actor(), "case", encode({"number": number}))
    whole = decode(row, Case)
    assert len(whole.log) == whole.version == 61
    assert desk.give(AdvanceCase(number, 61, Action.FILED)).code is ResultCode.OK


def _handed_over(feeder: Feeder) -> CaseHandedOver:
    report = feeder.report("OLD-1", 4).event.body
    assert isinstance(report, Report)
    begun = START - timedelta(days=3)
    steps = (Action.REPORTED, Action.FILED, Action.DISPATCHED, Action.ACCEPTED, Action.CLOSED)
    return CaseHandedOver(
        report,
        tuple(
            HandedOverStep(begun + timedelta(hours=n), action, "网格员王某", "grid", "", _holder(n))
            for n, action in enumerate(steps)
        ),
    )


def _holder(step: int) -> dict[str, str]:
    return {"holder": "g001网格员"} if step == 2 else {}


def test_a_case_handed_over_keeps_its_history(core: Core, feeder: Feeder, watch: Watch) -> None:
    body = _handed_over(Feeder(watch, "x"))
    item = feeder.item("case.handed_over", body, key="OLD-1")
    _, items = core.take([feeder.batch(item)])
    [fact] = facts(items)
    case = case_of(items)
    assert (fact.name, case.number) == ("CaseHandedOver", "XL20211126-0001")
    assert case.state is CaseState.ACCEPTED
    assert [entry.at - START for entry in case.log] == [
        timedelta(days=-3, hours=hours) for hours in range(5)
    ]
    # Closing straight after accepting is not a step of ours: it is kept as a note.
    assert case.log[-1].args["refused"] == "closed"
    _, items = core.take([feeder.batch(feeder.item("case.handed_over", body, key="OLD-1"))])
    assert facts(items)[0].name == "EventTaken"


@pytest.mark.both_engines
def test_the_snapshot_is_what_the_facts_add_up_to(
    core: Core, feeder: Feeder, desk: Desk, watch: Watch
) -> None:
    shown = _rows(core)
    number = reported(core, feeder, level=2).number
    events = [
        feeder.level(),
        feeder.position(),
        feeder.progress("R1", Action.DISPATCHED, unit="fire-1"),
    ]
    told = core.facts_after(0, 100)
    _, more = core.take([feeder.batch(*events)])
    desk.give(AddNote(number, "x"))
    for fact in facts([*told, *more, *desk.items]):
        if fact.row is not None:
            shown[fact.kind, fact.key] = fact
    now = _rows(core)
    kinds = {Kind.CASE, Kind.ALARM, Kind.UNIT, Kind.CAMERA, Kind.GRID}
    assert {key: fact.row for key, fact in now.items() if key[0] in kinds} == {
        key: fact.row for key, fact in shown.items() if key[0] in kinds
    }


def _rows(core: Core) -> dict[tuple[Kind, str], Fact]:
    head, rows = core.snapshot()
    assert head == core.head
    return {
        (fact.kind, fact.key): fact for fact in facts([FeedItem(0, row, False) for row in rows])
    }


@pytest.mark.both_engines
def test_cases_fold_the_same_after_a_restart(
    store: OpenedCore, feeder: Feeder, open_store: Callable[[], OpenedCore]
) -> None:
    core, desk = store.core, Desk(store.core)
    number = reported(core, feeder, level=2).number
    desk.give(DispatchCase(number, 1, "patrol-1", ""))
    desk.give(ChangeLevel(number, 2, 1, "被困"))
    question = encode({"number": number})
    before = core.query(actor(), "case", question)
    store.close()
    again = open_store().core
    assert again.query(actor(), "case", question) == before
    result, _ = again.command(actor(), "n", "AddNote", encode(AddNote(number, "继续")))
    assert (result.code, result.version) == (ResultCode.OK, 4)


def test_a_clock_that_runs_out_is_told_once(core: Core, feeder: Feeder, watch: Watch) -> None:
    reported(core, feeder, level=1)
    names = []
    for _ in range(6):
        told = facts(core.tick(watch.on(seconds=30)))
        names += [fact.name for fact in told if fact.name == "ClockRanOut"]
    assert names == ["ClockRanOut"]


def test_figures_and_questions_of_others(core: Core, feeder: Feeder) -> None:
    reported(core, feeder)
    [row] = core.query(actor(), "figures", b"")
    assert b'"cases_open":1' in row
    for role in (Role.AUDITOR, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            core.query(actor(role), "case", b'{"number":"x"}')
    with pytest.raises(InvalidCommand):
        core.query(actor(), "case", b"{}")
    with pytest.raises(InvalidCommand):
        core.query(actor(), "everything", b"{}")
