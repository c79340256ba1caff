"""Supervision in words, for rows and the case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from console.domain.card import Card, rank
from console.domain.supervision import Supervision
from widgets.common.terms import Terms
from widgets.i18n.texts import Texts

_TONES: Mapping[Card | None, str] = {
    Card.REMINDER: "warn_text",
    Card.YELLOW: "warn_text",
    Card.RED: "bad_text",
}


class CardWords:
    """What stands, short and in full."""

    @staticmethod
    def tr(source: str) -> str:
        """Translate in this class's own context."""
        return QCoreApplication.translate("CardWords", source)

    @classmethod
    def short(cls, standing: Supervision) -> str:
        """For a row: the worse of card and proposal, the latter marked as one."""
        if rank(standing.proposed) > rank(standing.card) and standing.proposed:
            return CardWords.tr("{card} due").format(card=Terms.card(standing.proposed))
        return Terms.card(standing.card) if standing.card else ""

    @classmethod
    def full(cls, standing: Supervision, now: datetime) -> str:
        """For the case: card, limit, who and when, and what the hub proposes beyond it."""
        parts = []
        if standing.card:
            parts.append(Terms.card(standing.card))
        if standing.clock:
            parts.append(CardWords.tr("{clock} overrun").format(clock=Terms.clock(standing.clock)))
        at = Texts.short_clock(standing.at, now)
        parts.append(f"{standing.by} {at}" if standing.card else at)
        if standing.proposed:
            parts.append(
                CardWords.tr("proposed: {card}").format(card=Terms.card(standing.proposed))
            )
        return " · ".join(parts)

    @staticmethod
    def tone(standing: Supervision) -> str:
        """Token of the colour that goes with what is said."""
        worst = max((standing.card, standing.proposed), key=rank)
        return _TONES.get(worst, "text")
