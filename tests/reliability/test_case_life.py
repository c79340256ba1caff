"""R8: the life cycle of cases as a state machine, every role against the real core."""

from __future__ import annotations

import json
import sqlite3
import tomllib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from console.codec import decode, encode
from console.domain import transitions
from console.domain.access import Actor, Role
from console.domain.approval import NEED_APPROVAL
from console.domain.case import ENDED, Case, CaseState
from console.domain.case_commands import (
    AddCoHandler,
    AdvanceCoHandler,
    AnswerApproval,
    AttachFile,
    CorrectCase,
    LinkCase,
    MarkCall,
    MergeCase,
    RequestApproval,
    ReviewCase,
    TickItem,
)
from console.domain.case_fold import fold
from console.domain.case_log import Action
from console.domain.case_steps import HANDS_ON, RANK
from console.domain.case_types import CaseTypes
from console.domain.commands import (
    AddNote,
    AdvanceCase,
    ChangeLevel,
    Command,
    DispatchCase,
    LinkCamera,
)
from console.domain.limit_table import LimitTable
from console.domain.time_limits import TimeLimits
from console.domain.timekeeper import Timekeeper
from console.domain.working_time import WorkingTime
from console.services.chinese_workdays import ChineseWorkdays
from console.services.core import CommandResult, ResultCode
from console.services.hub_core import Core
from data.opened_core import OpenedCore
from tests.data.conftest import QuickPasswords
from tests.data.feeder import Feeder, Watch, facts
from tests.data.town import CAMERA, EAST, WEST, town
from tests.reliability.real_site import RESOURCES

SILENT = {Role.AUDITOR, Role.ADMINISTRATOR}
"""Roles that never touch a case."""
MAY_END = {Action.CLOSED: {Role.SHIFT_LEADER, Role.VERIFIER}, Action.VOIDED: {Role.SHIFT_LEADER}}
STEPS_ASKED = (
    *(Action.FILED, Action.ACCEPTED, Action.SET_OUT, Action.ARRIVED, Action.HANDLING),
    *(Action.HANDLED, Action.CHECKING, Action.CLOSED, Action.REVIEWED, Action.RETURNED),
    *(Action.REOPENED, Action.SUSPENDED, Action.RESUMED, Action.VOIDED, Action.REJECTED),
    *(Action.SELF_HANDLED, Action.REPORT_SENT, Action.MERGED, Action.REPORTED),
    *(Action.RESPONSE_LIFTED, Action.EXTENDED, Action.MEMBER_MERGED, Action.CORRECTED),
)
IN_ORDER = (
    (Action.FILED, CaseState.FILED),
    (Action.ACCEPTED, CaseState.ACCEPTED),
    (Action.ARRIVED, CaseState.ON_SCENE),
    (Action.HANDLED, CaseState.REPORTED_DONE),
    (Action.CHECKING, CaseState.VERIFYING),
    (Action.CLOSED, CaseState.CLOSED),
)
CHECKS = {Action.CHECKING, Action.CLOSED}
PEOPLE = st.builds(
    lambda role, one: Actor(f"{role.value}-{one}", "周建军", role, WEST, "console-1"),
    st.sampled_from([*Role, *[Role.OPERATOR] * 3, *[Role.SHIFT_LEADER] * 4, Role.VERIFIER]),
    st.sampled_from("ab"),
)
LEADER = Actor("reader", "周建军", Role.SHIFT_LEADER, "", "console-1")


def _person(role: Role) -> Actor:
    """Somebody who does nothing but what `role` is for."""
    return Actor(f"{role.value}-c", "周建军", role, WEST, "console-1")


class Store:
    """One store for all histories; each history is a case of its own."""

    def __init__(self, folder: Path) -> None:
        self.watch = Watch()
        self.feeder = Feeder(self.watch)
        self.opened = OpenedCore(folder, RESOURCES, self.watch, passwords=QuickPasswords())
        self.core: Core = self.opened.core
        self.core.import_district(town())
        self._reader = sqlite3.connect(folder / "hub.db", isolation_level=None)
        self.count = 0
        self.reached: set[CaseState] = set()
        types = CaseTypes.from_table(_table("case_types.toml"))
        first = LimitTable.from_toml(_table("time_limits.toml"), types.own_limits())
        self.timekeeper = Timekeeper(TimeLimits([first]), WorkingTime(ChineseWorkdays()))

    def case(self, number: str) -> Case:
        [row] = self.core.query(LEADER, "case", encode({"number": number}))
        return decode(row, Case)

    def stored(self, number: str) -> tuple[tuple[str, int], list[tuple[int, str, str, str]]]:
        """State and level, and the log, as another reader of the file sees them."""
        reader = self._reader
        query = "SELECT state, level FROM case_file WHERE number = ?"
        row = reader.execute(query, (number,)).fetchone()
        query = "SELECT sequence, action, by, args FROM case_log WHERE number = ? ORDER BY sequence"
        return row, reader.execute(query, (number,)).fetchall()

    def newest_audit(self) -> tuple[int, str, str, str]:
        """Sequence, user, action and outcome of the newest line of the audit log."""
        query = "SELECT sequence, user, action, outcome FROM audit ORDER BY sequence DESC LIMIT 1"
        found: tuple[int, str, str, str] = self._reader.execute(query).fetchone()
        return found

    def close(self) -> None:
        self._reader.close()
        self.opened.close()


def _table(name: str) -> dict[str, object]:
    return tomllib.loads((RESOURCES / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module", autouse=True)
def _store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    CaseLife.store = Store(tmp_path_factory.mktemp("cases"))
    yield
    CaseLife.store.close()


class CaseLife(RuleBasedStateMachine):
    """Commands legal and illegal by everybody, and progress from the field."""

    store: Store

    @initialize(level=st.integers(1, 4))
    def report(self, level: int) -> None:
        store = self.store
        store.count += 1
        self.reference = f"R{store.count}"
        batch = store.feeder.batch(store.feeder.report(self.reference, level))
        self.number = facts(store.core.take([batch])[1])[0].key
        batch = store.feeder.batch(store.feeder.report(f"{self.reference}-other", 1))
        self.other = facts(store.core.take([batch])[1])[0].key
        self.case = store.case(self.number)
        self.given: tuple[Actor, str, Command, CommandResult] | None = None
        self.audited = store.newest_audit()[0]

    @rule(person=PEOPLE, action=st.sampled_from(STEPS_ASKED), note=st.sampled_from(["", "事由"]),
          stale=st.sampled_from([0, 0, 0, 0, 1]))  # fmt: skip
    def ask(self, person: Actor, action: Action, note: str, stale: int) -> None:
        self.give(person, AdvanceCase(self.number, self.case.version - stale, action, note))

    @rule(far=st.integers(1, 6))
    def go_on(self, far: int) -> None:
        """A few steps of an ordinary life, so that late states are reached."""
        for _ in range(far):
            if self.case.state is CaseState.FILED:
                self.send(_person(Role.SHIFT_LEADER), "patrol-1")
            elif self.case.state is CaseState.REPORTED_DONE:
                self.settle_up(_person(Role.SHIFT_LEADER))
            rank = RANK.get(self.case.state, len(RANK))
            later = [step for step, leads_to in IN_ORDER if RANK[leads_to] > rank]
            if later:
                role = Role.VERIFIER if later[0] in CHECKS else Role.SHIFT_LEADER
                version = self.case.version
                self.give(_person(role), AdvanceCase(self.number, version, later[0], "事由"))

    @rule(person=PEOPLE)
    def settle_up(self, person: Actor) -> None:
        """Whatever the type and the response ask for."""
        for line in self.case.items_due:
            self.give(person, TickItem(self.number, line.item.text))
        for group in self.case.photos_missing:
            self.give(person, AttachFile(self.number, group, "1.jpg", "0" * 64, 9))

    @rule(person=PEOPLE, action=st.sampled_from([*NEED_APPROVAL, Action.CLOSED]),
          days=st.sampled_from([0, 3]), reason=st.sampled_from(["", "待鉴定"]))  # fmt: skip
    def request(self, person: Actor, action: Action, days: int, reason: str) -> None:
        command = RequestApproval(self.number, self.case.version, action, reason, days)
        self.give(person, command)

    @rule(person=PEOPLE, approve=st.booleans(), off=st.sampled_from([0, 0, 0, 1]))
    def decide(self, person: Actor, approve: bool, off: int) -> None:
        asked = self.case.approvals
        request = (asked[0].request if asked else 1) + off
        result = self.give(person, AnswerApproval(self.number, request, approve, "依规"))
        if result.code is ResultCode.OK and approve:
            [one] = [each for each in asked if each.request == request]
            assert one.who != f"user:{person.user}", "one person asked and approved"

    @rule(person=PEOPLE, holder=st.sampled_from(["交警", "消防一队", ""]),
          step=st.sampled_from(["add", "accept", "done"]), level=st.integers(0, 5))  # fmt: skip
    def co_handle(self, person: Actor, holder: str, step: str, level: int) -> None:
        if step == "add":
            self.give(person, AddCoHandler(self.number, holder, "", "协助", level))
        else:
            self.give(person, AdvanceCoHandler(self.number, holder, done=step == "done"))

    @rule(person=PEOPLE, item=st.sampled_from(["设置围挡", "通知权属单位", "没有的"]),
          waived=st.booleans(), note=st.sampled_from(["", "不适用"]))  # fmt: skip
    def tick(self, person: Actor, item: str, waived: bool, note: str) -> None:
        self.give(person, TickItem(self.number, item, waived, note))

    @rule(person=PEOPLE, party=st.sampled_from(["属地街道", "某人"]), reached=st.booleans())
    def call(self, person: Actor, party: str, reached: bool) -> None:
        self.give(person, MarkCall(self.number, party, reached))

    @rule(person=PEOPLE, title=st.sampled_from(["", "井盖移位"]),
          case_type=st.sampled_from(["", "B01", "X9"]))  # fmt: skip
    def correct(self, person: Actor, title: str, case_type: str) -> None:
        command = CorrectCase(self.number, self.case.version, "报错", title, case_type)
        self.give(person, command)

    @rule(person=PEOPLE, satisfaction=st.integers(-1, 6))
    def review(self, person: Actor, satisfaction: int) -> None:
        self.give(person, ReviewCase(self.number, self.case.version, satisfaction))

    @rule(person=PEOPLE, dice=st.integers(0, 9))
    def merge(self, person: Actor, dice: int) -> None:
        """Seldom, because it ends the history."""
        if dice == 0:
            into = self.number if person.user.endswith("a") else self.other
            result = self.give(person, MergeCase(self.number, self.case.version, into))
            if result.code is ResultCode.OK:
                assert self.case.merged_into == self.other
                assert self.number in self.store.case(self.other).members

    @rule(person=PEOPLE)
    def tie(self, person: Actor) -> None:
        result = self.give(person, LinkCase(self.number, self.other))
        if result.code is ResultCode.OK:
            assert self.number in self.store.case(self.other).linked

    @rule(person=PEOPLE, unit=st.sampled_from(["patrol-1", "fire-1", "nobody", ""]))
    def send(self, person: Actor, unit: str) -> None:
        self.give(person, DispatchCase(self.number, self.case.version, unit, ""))

    @rule(person=PEOPLE, level=st.integers(0, 5), reason=st.sampled_from(["", "积水"]))
    def change_level(self, person: Actor, level: int, reason: str) -> None:
        self.give(person, ChangeLevel(self.number, self.case.version, level, reason))

    @rule(person=PEOPLE, text=st.sampled_from(["", "注意"]))
    def note(self, person: Actor, text: str) -> None:
        self.give(person, AddNote(self.number, text))

    @rule(person=PEOPLE, camera=st.sampled_from([CAMERA, "1"]))
    def link(self, person: Actor, camera: str) -> None:
        self.give(person, LinkCamera(self.number, camera))

    @rule(person=PEOPLE)
    def elsewhere(self, person: Actor) -> None:
        """A street seat of the other street."""
        away = Actor("away", "王", Role.STREET_SEAT, EAST, "console-2")
        result = self.give(away, AddNote(self.number, "x"))
        assert result.code is ResultCode.NOT_ALLOWED

    @rule(action=st.sampled_from([*STEPS_ASKED, Action.DISPATCHED, Action.CO_HANDLER_ADDED,
                                  Action.CO_HANDLER_DONE, Action.SECTOR_ADDED]),
          by=st.sampled_from(["patrol-1", "网格员李建国", "核查员王芳"]),
          named=st.booleans())  # fmt: skip
    def progress(self, action: Action, by: str, named: bool) -> None:
        """The field reports; what is not possible becomes a note and nothing is lost."""
        store, before = self.store, self.case
        case = self.number if named else self.reference
        args = {"unit": "patrol-1", "holder": "交警", "sector": "1"}
        store.core.take([store.feeder.batch(store.feeder.progress(case, action, by, **args))])
        after = store.case(self.number)
        if before.merged_into:
            assert after == before, "what is reported of a merged case is its parent's"
            return
        assert after.version == before.version + 1
        entry = after.log[-1]
        if entry.action is not action:
            assert (entry.action, entry.args["refused"]) == (Action.NOTED, action.value)
        self.stepped(before, after)

    @rule()
    def repeat(self) -> None:
        """The same command again, because its answer was lost."""
        if self.given is not None:
            person, cmd_id, command, result = self.given
            kind = type(command).__name__
            again, items = self.store.core.command(person, cmd_id, kind, encode(command))
            assert (again, items) == (result, [])

    @rule(minutes=st.integers(1, 600))
    def wait(self, minutes: int) -> None:
        self.store.watch.now += timedelta(minutes=minutes)

    def give(self, person: Actor, command: Command) -> CommandResult:
        store, before = self.store, self.case
        store.count += 1
        cmd_id, kind = f"c{store.count}", type(command).__name__
        result, items = store.core.command(person, cmd_id, kind, encode(command))
        self.given = (person, cmd_id, command, result)
        after = store.case(self.number)
        if result.code is ResultCode.OK:
            assert result.version == after.version == before.version + 1
            assert items
            assert person.role not in SILENT
            assert getattr(command, "version", before.version) == before.version, "decided on old"
            assert person.role in MAY_END.get(after.log[-1].action, {person.role})
            assert after.log[-1].args["who"] == f"user:{person.user}"
        else:
            assert (after, items) == (before, [])
        self.stepped(before, after)
        self.audited += 1
        told = (self.audited, person.user, kind, result.code.value)
        assert store.newest_audit() == told, "one line for every command, refused or not"
        return result

    def stepped(self, before: Case, after: Case) -> None:
        """No step leads where the life cycle has no way."""
        self.case = after
        self.store.reached.add(after.state)
        assert after.log[: len(before.log)] == before.log, "a log only grows"
        back = after.log[-1].action in {Action.REOPENED, Action.RETURNED}
        if before.state in {CaseState.REVIEWED, CaseState.VOIDED, CaseState.REJECTED,
                            CaseState.MERGED}:  # fmt: skip
            assert after.state is before.state, "what has ended stays ended"
        elif before.state is CaseState.CLOSED:
            assert after.state in {CaseState.CLOSED, CaseState.REVIEWED, CaseState.HANDLING}
        elif after.state in RANK and not back:
            assert RANK[after.state] >= RANK[before.state]

    @invariant()
    def fold_is_what_is_stored(self) -> None:
        case = self.case
        assert fold(case.opening, case.log, self.store.timekeeper) == case
        assert (case.opening.title == "井盖移位") <= (
            Action.CORRECTED in {entry.action for entry in case.log}
        )
        row, log = self.store.stored(self.number)
        assert row == (case.state.value, case.level)
        assert [(seq, action, by, json.loads(args)) for seq, action, by, args in log] == [
            (entry.sequence, entry.action.value, entry.by, dict(entry.args)) for entry in case.log
        ]
        assert [entry.sequence for entry in case.log] == list(range(1, len(case.log) + 1))

    @invariant()
    def handler_has_not_verified(self) -> None:
        check_verifier(self.case)

    @invariant()
    def what_is_owed_keeps_it_open(self) -> None:
        if self.case.state in {CaseState.CLOSED, CaseState.REVIEWED}:
            assert not self.case.co_handlers_open
            assert not self.case.paperwork_due
            assert not self.case.photos_missing
        assert self.case.open == (self.case.state not in ENDED)

    def teardown(self) -> None:
        self.given = None


def check_verifier(case: Case) -> None:
    """Whoever closed it had no hand in it before."""
    for at, closing_ in enumerate(case.log):
        if closing_.action is Action.CLOSED:
            handlers = {entry.who for entry in case.log[:at] if entry.action in HANDS_ON}
            assert closing_.who not in handlers, "handled and verified by the same person"


def test_case_life_cycle(soak: bool) -> None:
    examples, steps = (2000, 80) if soak else (40, 25)
    run_state_machine_as_test(
        CaseLife,
        settings=settings(max_examples=examples, stateful_step_count=steps, deadline=None),
    )
    late = {CaseState.VERIFYING, CaseState.CLOSED}
    assert late <= CaseLife.store.reached, "the histories were too short to prove anything"


def test_a_missing_rule_would_be_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control: without the rule on verifiers the invariant fails."""
    monkeypatch.setattr(transitions, "_RULES", {})
    life = CaseLife()
    life.report(3)
    leader = Actor("one", "周建军", Role.SHIFT_LEADER, "", "console-1")
    for action in (Action.FILED, Action.HANDLED, Action.CLOSED):
        if action is Action.HANDLED:
            life.send(leader, "patrol-1")
            life.give(leader, AdvanceCase(life.number, life.case.version, Action.ACCEPTED))
        result = life.give(leader, AdvanceCase(life.number, life.case.version, action))
        assert result.code is ResultCode.OK
    with pytest.raises(AssertionError, match="by the same person"):
        life.handler_has_not_verified()
