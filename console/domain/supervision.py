"""Whether a case stands under supervision 督办, worked out from its log and its clocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from console.domain.card import Card, rank
from console.domain.case_log import Action, LogEntry
from console.domain.sla import Clock, ClockKind

PROPOSED = "proposed"
"""Argument of a line that the hub wrote by itself: a proposal, not a card."""

_CLEARING = frozenset(
    {
        Action.HANDLED,
        Action.SELF_HANDLED,
        Action.CLOSED,
        Action.REJECTED,
        Action.MERGED,
        Action.VOIDED,
    }
)


@dataclass(frozen=True, slots=True)
class Supervision:
    """The worst card shown and the worst one that is proposed beyond it; one of them at least.

    `at` and `by` are those of the card, of the proposal where there is no card yet; `clock` is the
    limit that was overrun, None where the shift leader had another cause.
    """

    card: Card | None
    proposed: Card | None
    at: datetime
    by: str
    clock: ClockKind | None = None


def supervision(log: Sequence[LogEntry], clocks: Sequence[Clock]) -> Supervision | None:
    """What stands after `log`.

    A card goes when what it was shown for is done (its clock was met, or the case was handled or
    ended) or when it is lifted; a proposal goes the same way or when a card as bad is shown.
    """
    shown: LogEntry | None = None
    proposed: LogEntry | None = None
    for entry in log:
        if entry.action in _CLEARING:
            shown = proposed = None
        if entry.action is not Action.SUPERVISED:
            continue
        if card_of(entry) is Card.LIFTED:
            shown = proposed = None
        elif PROPOSED in entry.args:
            proposed = entry
        else:
            shown = entry
    shown = shown if shown and _stands(shown, clocks) else None
    proposed = proposed if proposed and _stands(proposed, clocks) else None
    if shown and proposed and rank(card_of(proposed)) <= rank(card_of(shown)):
        proposed = None
    told = shown or proposed
    if told is None:
        return None
    return Supervision(
        card=card_of(shown) if shown else None,
        proposed=card_of(proposed) if proposed else None,
        at=told.at,
        by=told.by,
        clock=clock_of(told),
    )


def card_of(entry: LogEntry) -> Card:
    """The card a SUPERVISED line speaks of."""
    return Card(entry.args["card"])


def clock_of(entry: LogEntry) -> ClockKind | None:
    """The limit a SUPERVISED line speaks of, None where it names none."""
    kind = entry.args.get("clock", "")
    return ClockKind(kind) if kind in set(ClockKind) else None


def _stands(entry: LogEntry, clocks: Sequence[Clock]) -> bool:
    kind = clock_of(entry)
    if kind is None:
        return True
    return any(
        one.kind is kind and one.met_at is None and one.started_at <= entry.at for one in clocks
    )
