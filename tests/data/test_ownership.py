"""Owning a case: claiming it, handing it over with consent in 15 s, and who has it open."""

from __future__ import annotations

import pytest

from console.codec import decode_fact
from console.domain.access import Role
from console.domain.case import Case
from console.domain.case_log import Action
from console.domain.commands import AdvanceCase
from console.domain.dispatch_commands import AnswerTransfer, AskTransfer, ClaimCase
from console.domain.facts import Fact, Kind
from console.domain.refusal import Refusal
from console.domain.transfer import Transfer, TransferState
from console.domain.watcher import Watcher
from console.services.core import ResultCode
from console.services.hub_core import Core
from tests.data.counter import Counter
from tests.data.feeder import Feeder, Watch, facts


@pytest.fixture
def counter(core: Core, watch: Watch) -> Counter:
    return Counter(core, watch)


@pytest.fixture
def number(core: Core, feeder: Feeder) -> str:
    rows = [fact.row for fact in facts(core.take([feeder.batch(feeder.report())])[1])]
    return next(row.number for row in rows if isinstance(row, Case))


def _offers(told: list[Fact]) -> list[TransferState]:
    return [fact.row.state for fact in told if isinstance(fact.row, Transfer)]


def test_one_of_two_claims_a_case(counter: Counter, number: str) -> None:
    assert counter.give(ClaimCase(number, 1)).code is ResultCode.OK
    assert (counter.case(number).owner, counter.case(number).owner_name) == ("chen", "陈某某")
    assert counter.give(ClaimCase(number, 1), "li").code is ResultCode.VERSION_CONFLICT
    assert counter.why(ClaimCase(number, 2), "li") == Refusal.OWNED.value
    assert counter.why(ClaimCase(number, 2)) == Refusal.ALREADY_OWNED.value


def test_who_files_a_case_nobody_owns_owns_it(counter: Counter, number: str) -> None:
    counter.give(AdvanceCase(number, 1, Action.FILED), "li")
    assert counter.case(number).owner == "li"


def test_the_leader_takes_a_case_only_from_who_is_away(
    counter: Counter, number: str, watch: Watch
) -> None:
    counter.sit("chen", number)
    counter.give(ClaimCase(number, 1))
    lead = (ClaimCase(number, 2), "zhou", Role.SHIFT_LEADER)
    assert counter.why(*lead) == Refusal.OWNED.value
    watch.on(seconds=16)
    assert counter.why(ClaimCase(number, 2), "li") == Refusal.OWNED.value
    assert counter.why(*lead) == ""
    assert counter.case(number).owner == "zhou"


def test_a_transfer_needs_consent(counter: Counter, number: str) -> None:
    counter.give(ClaimCase(number, 1))
    assert counter.why(AskTransfer(number, "li")) == Refusal.NOT_PRESENT.value
    counter.sit("li")
    assert counter.why(AskTransfer(number, "li"), "zhou") == Refusal.NOT_OWNER.value
    assert counter.why(AskTransfer(number, "li")) == ""
    assert _offers(counter.facts) == [TransferState.ASKED]
    assert counter.case(number).owner == "chen"
    assert counter.why(AskTransfer(number, "li")) == Refusal.TRANSFER_ASKED.value
    stranger = AnswerTransfer(number, accept=True)
    assert counter.why(stranger, "zhou", Role.SHIFT_LEADER) == Refusal.TRANSFER_OVER.value
    assert counter.why(AnswerTransfer(number, accept=True), "li") == ""
    case = counter.case(number)
    assert (case.owner, case.owner_name, case.log[-1].action) == (
        "li",
        "李某某",
        Action.TRANSFERRED,
    )
    assert case.log[-1].args["from"] == "chen"


def test_who_declines_or_is_silent_leaves_the_owner(
    counter: Counter, number: str, watch: Watch
) -> None:
    counter.give(ClaimCase(number, 1))
    counter.sit("li")
    counter.give(AskTransfer(number, "li"))
    assert counter.why(AnswerTransfer(number, accept=False), "li") == ""
    assert _offers(counter.facts) == [TransferState.DECLINED]
    counter.tick()
    counter.give(AskTransfer(number, "li"))
    watch.on(seconds=14.9)
    assert _offers(counter.tick()) == []
    watch.on(seconds=0.2)
    late = AnswerTransfer(number, accept=True)
    assert counter.why(late, "li") == Refusal.TRANSFER_OVER.value
    assert _offers(counter.tick()) == [TransferState.TIMED_OUT]
    assert counter.case(number).owner == "chen"
    assert _offers(counter.tick()) == []


def test_a_verifier_cannot_be_given_a_case(counter: Counter, number: str) -> None:
    counter.give(ClaimCase(number, 1))
    counter.sit("hu", role=Role.VERIFIER)
    assert counter.why(AskTransfer(number, "hu")) == Refusal.NOT_PRESENT.value


def test_who_has_a_case_open_is_told_and_ages_out(
    core: Core, counter: Counter, number: str, watch: Watch
) -> None:
    head = core.head
    counter.sit("chen", number)
    told = [fact for fact in counter.tick() if fact.kind is Kind.WATCHER]
    [row] = [fact.row for fact in told if isinstance(fact.row, Watcher)]
    assert (row.case, row.name, row.console) == (number, "陈某某", "desk-chen")
    assert [fact.gseq for fact in told] == [0]
    assert core.head == head, "presence is never stored"
    snapshot = [decode_fact(one) for one in core.snapshot()[1]]
    assert [fact.row for fact in snapshot if fact.kind is Kind.WATCHER] == [row]
    watch.on(seconds=16)
    gone = [fact for fact in counter.tick() if fact.kind is Kind.WATCHER]
    assert [(fact.key, fact.row) for fact in gone] == [("desk-chen", None)]


def test_who_may_not_see_a_case_has_none_open(core: Core, counter: Counter, number: str) -> None:
    counter.sit("wu", number, Role.STREET_SEAT, "420299002")
    counter.sit("shen", number, Role.AUDITOR)
    told = [fact.row for fact in counter.tick() if isinstance(fact.row, Watcher)]
    assert [row.case for row in told] == ["", ""]
