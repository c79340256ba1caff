"""Supervision 督办: from a reminder to a red card."""

from __future__ import annotations

from enum import StrEnum


class Card(StrEnum):
    """What a shift leader shows whoever lets a limit run out; LIFTED takes it back."""

    REMINDER = "reminder"
    YELLOW = "yellow"
    RED = "red"
    LIFTED = "lifted"


RISING = (Card.REMINDER, Card.YELLOW, Card.RED)
"""The cards, mildest first."""


def rank(card: Card | None) -> int:
    """0 for none or a lifted one, then 1 to 3."""
    return RISING.index(card) + 1 if card in RISING else 0
