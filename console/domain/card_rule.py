"""At which share of an overrun limit the hub proposes which card."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.card import RISING, Card

LEAST_STEP_S = 600
"""Cards of very short limits lie at least this far apart, seconds of the limit's own clock."""

MOST_PERCENT = 1000


@dataclass(frozen=True, slots=True)
class CardRule:
    """Percent of the limit used up at which each card is proposed; 100 is the deadline itself."""

    reminder: int = 100
    yellow: int = 150
    red: int = 200

    @property
    def sound(self) -> bool:
        """Whether the shares rise from the deadline on."""
        return 100 <= self.reminder <= self.yellow <= self.red <= MOST_PERCENT

    def delay_s(self, card: Card, limit_s: int) -> float:
        """How long after the deadline of a limit of `limit_s` seconds `card` is proposed."""
        percent = {Card.REMINDER: self.reminder, Card.YELLOW: self.yellow, Card.RED: self.red}
        share = (percent[card] - 100) / 100 * limit_s
        return max(share, RISING.index(card) * LEAST_STEP_S)
