"""Supervision cards: what stands, when it goes, and when the next one is due."""

from __future__ import annotations

from datetime import timedelta

import pytest

from console.domain.card import Card
from console.domain.card_rule import CardRule
from console.domain.case import Case
from console.domain.case_log import Action
from console.domain.refusal import Refusal
from console.domain.sla import ClockKind
from console.domain.timekeeper import Timekeeper
from console.domain.transitions import refusal
from tests.unit.histories import MONDAY, begun, line, walked

A = Action


@pytest.fixture
def case(timekeeper: Timekeeper) -> Case:
    return walked(begun(timekeeper, 3), timekeeper, line(A.FILED), line(A.DISPATCHED))


def shown(card: str, minutes: float = 20, **args: str) -> object:
    return line(A.SUPERVISED, minutes, card=card, **args)


def test_a_card_stands_until_its_limit_is_met(case: Case, timekeeper: Timekeeper) -> None:
    carded = walked(case, timekeeper, shown("yellow", clock="accept"))
    assert carded.supervision is not None
    assert (carded.supervision.card, carded.supervision.clock) == (Card.YELLOW, ClockKind.ACCEPT)
    assert walked(carded, timekeeper, line(A.NOTED, 25)).supervision == carded.supervision
    assert walked(carded, timekeeper, line(A.ACCEPTED, 30)).supervision is None


def test_a_card_without_a_limit_stands_until_the_case_is_handled(
    case: Case, timekeeper: Timekeeper
) -> None:
    carded = walked(case, timekeeper, shown("red"), line(A.ACCEPTED, 30))
    assert carded.supervision is not None
    assert carded.supervision.card is Card.RED
    assert walked(carded, timekeeper, line(A.HANDLED, 40)).supervision is None


def test_a_proposal_is_not_a_card_and_goes_when_one_is_shown(
    case: Case, timekeeper: Timekeeper
) -> None:
    proposed = walked(case, timekeeper, shown("yellow", clock="accept", proposed="1"))
    assert proposed.supervision is not None
    assert (proposed.supervision.card, proposed.supervision.proposed) == (None, Card.YELLOW)
    reminded = walked(proposed, timekeeper, shown("reminder", clock="accept"))
    assert reminded.supervision is not None
    assert reminded.supervision.proposed is Card.YELLOW
    carded = walked(reminded, timekeeper, shown("yellow", clock="accept"))
    assert carded.supervision is not None
    assert (carded.supervision.card, carded.supervision.proposed) == (Card.YELLOW, None)


def test_cards_only_get_worse_and_are_lifted_with_a_reason(
    case: Case, timekeeper: Timekeeper
) -> None:
    assert refusal(case, line(A.SUPERVISED, card="lifted")) is Refusal.NO_CARD
    assert refusal(case, line(A.SUPERVISED, card="green")) is Refusal.INVALID
    carded = walked(case, timekeeper, shown("yellow"))
    assert refusal(carded, line(A.SUPERVISED, card="reminder")) is Refusal.SAME_CARD
    assert refusal(carded, line(A.SUPERVISED, card="yellow")) is Refusal.SAME_CARD
    unreasoned = line(A.SUPERVISED, note="", card="lifted")
    assert refusal(carded, unreasoned) is Refusal.REASON_REQUIRED
    assert walked(carded, timekeeper, shown("lifted")).supervision is None


def test_shares_of_the_limit_say_when_the_next_card_is_due(timekeeper: Timekeeper) -> None:
    case = begun(timekeeper, 1)  # first report: 15 minutes by the wall clock
    clock = next(one for one in case.clocks if one.kind is ClockKind.FIRST_REPORT)
    dues = timekeeper.cards_due(case, clock)
    minutes = [(due.card, (due.at - MONDAY) / timedelta(minutes=1)) for due in dues]
    assert minutes == [(Card.REMINDER, 15), (Card.YELLOW, 25), (Card.RED, 35)]


def test_cards_of_short_limits_lie_ten_minutes_apart() -> None:
    rule = CardRule()
    assert [rule.delay_s(card, 60) for card in (Card.REMINDER, Card.YELLOW, Card.RED)] == [
        0,
        600,
        1200,
    ]
    assert rule.delay_s(Card.RED, 36_000) == 36_000


@pytest.mark.parametrize("rule", [(90, 150, 200), (100, 200, 150), (100, 100, 1001)])
def test_shares_that_make_no_sense_are_not_sound(rule: tuple[int, int, int]) -> None:
    assert not CardRule(*rule).sound
