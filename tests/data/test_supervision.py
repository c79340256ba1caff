"""Cards that the hub proposes and the shift leader shows, through the real core."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from console.domain.access import Role
from console.domain.card import Card
from console.domain.case import Case
from console.domain.case_log import Action
from console.domain.clock_commands import SuperviseCase
from console.domain.commands import AdvanceCase
from console.domain.facts import Fact
from console.domain.refusal import Refusal
from console.domain.sla import ClockKind
from console.services.hub_core import Core
from data.opened_core import OpenedCore
from tests.data.feeder import Feeder, Watch, facts
from tests.data.test_cases import Desk, reported


def told(core: Core, watch: Watch) -> list[Fact]:
    """What a tick tells of supervision."""
    return [one for one in facts(core.tick(watch())) if one.name == "CaseSupervised"]


def case_in(fact: Fact) -> Case:
    assert isinstance(fact.row, Case)
    return fact.row


def test_the_hub_proposes_worse_cards_the_longer_a_limit_is_overrun(
    core: Core, feeder: Feeder, watch: Watch
) -> None:
    reported(core, feeder, level=2)  # to be taken in within 2 minutes
    core.tick(watch())
    watch.on(seconds=119)
    assert told(core, watch) == []
    watch.on(seconds=2)
    (reminder,) = told(core, watch)
    standing = case_in(reminder).supervision
    assert standing is not None
    assert (standing.proposed, standing.card, standing.clock) == (
        Card.REMINDER,
        None,
        ClockKind.TAKE_IN,
    )
    watch.on(minutes=5)
    assert told(core, watch) == []
    watch.on(minutes=5)
    assert case_in(told(core, watch)[0]).supervision.proposed is Card.YELLOW  # type: ignore[union-attr]
    watch.on(minutes=10)
    assert case_in(told(core, watch)[0]).supervision.proposed is Card.RED  # type: ignore[union-attr]
    watch.on(minutes=5)
    assert told(core, watch) == []


def test_what_is_done_in_time_gets_no_card(core: Core, feeder: Feeder, watch: Watch) -> None:
    case = reported(core, feeder, level=2)
    core.tick(watch())
    desk = Desk(core)
    assert desk.give(AdvanceCase(case.number, case.version, Action.FILED)).version == 2
    watch.on(minutes=4)
    assert told(core, watch) == []
    watch.on(minutes=2)  # but it was not dispatched
    (late,) = told(core, watch)
    assert case_in(late).supervision.clock is ClockKind.DISPATCH  # type: ignore[union-attr]


def test_the_shift_leader_shows_the_card_and_work_clears_it(
    core: Core, feeder: Feeder, watch: Watch
) -> None:
    case = reported(core, feeder, level=2)
    core.tick(watch())
    watch.on(minutes=3)
    late = case_in(told(core, watch)[0])
    desk = Desk(core)
    yellow = SuperviseCase(case.number, late.version, Card.YELLOW, "已超时")
    assert desk.give(yellow, Role.OPERATOR).reason == Refusal.NOT_ALLOWED
    assert desk.give(yellow).version == late.version + 1
    carded = case_in(facts(desk.items)[0])
    assert carded.supervision is not None
    assert (carded.supervision.card, carded.supervision.clock) == (Card.YELLOW, ClockKind.TAKE_IN)
    assert carded.supervision.by == "周某某"
    stale = SuperviseCase(case.number, late.version, Card.RED)
    assert desk.give(stale).reason == Refusal.VERSION_CONFLICT
    assert desk.give(AdvanceCase(case.number, carded.version, Action.FILED)).reason == ""
    assert case_in(facts(desk.items)[0]).supervision is None


def test_a_restart_proposes_nothing_twice_and_misses_nothing(
    core: Core,
    feeder: Feeder,
    watch: Watch,
    store: OpenedCore,
    open_store: Callable[[], OpenedCore],
) -> None:
    reported(core, feeder, level=2)
    core.tick(watch())
    watch.on(minutes=3)
    assert len(told(core, watch)) == 1
    store.close()
    again = open_store().core
    assert told(again, watch) == []
    watch.on(minutes=20)
    # While nothing ran yellow and red came due: one line says the worst of them.
    (only,) = told(again, watch)
    assert case_in(only).supervision.proposed is Card.RED  # type: ignore[union-attr]


def test_a_clock_that_jumps_tells_every_limit_once(
    core: Core, feeder: Feeder, watch: Watch
) -> None:
    reported(core, feeder, level=2)
    core.tick(watch())
    watch.on(hours=3)  # the machine slept
    items = facts(core.tick(watch()))
    assert [one.name for one in items if one.name == "ClockRanOut"] == ["ClockRanOut"] * 2
    assert len([one for one in items if one.name == "CaseSupervised"]) == 2
    watch.now -= timedelta(hours=2)  # and the clock was put right
    assert [one.name for one in facts(core.tick(watch())) if one.gseq] == []
    watch.on(hours=3)
    assert [one.name for one in facts(core.tick(watch())) if one.gseq] == []
