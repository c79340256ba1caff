"""Commands about clocks: supervising whoever overruns them, and changing the limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from console.domain.card import Card
from console.domain.card_rule import CardRule
from console.domain.limit_entry import LimitEntry


@dataclass(frozen=True, slots=True)
class SuperviseCase:
    """Show a card for a case, or lift the one that is shown; lifting needs a reason."""

    entity: str
    version: int
    card: Card
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChangeLimits:
    """Make the next version of the time limits. `version` is the newest one that was looked at.

    `entity` names the table (there is one, "limits"); the version holds for cases reported from
    `effective_from` on.
    """

    entity: str
    version: int
    effective_from: datetime
    entries: tuple[LimitEntry, ...]
    cards: CardRule
    note: str = ""


ClockCommand = SuperviseCase | ChangeLimits
CLOCK_COMMANDS: tuple[type[ClockCommand], ...] = (SuperviseCase, ChangeLimits)
"""The commands of this module."""
