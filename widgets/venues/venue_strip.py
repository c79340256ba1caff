"""All venues side by side."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.client.store import Changes, Store
from console.domain.facts import Kind
from widgets.common.ticker import Ticker
from widgets.theme import Theme
from widgets.venues.venue_card import VenueCard


class VenueStrip(QWidget):
    """One card a venue, in the order of their ids."""

    def __init__(self, store: Store, theme: Theme, ticker: Ticker) -> None:
        super().__init__()
        self._store = store
        self._theme = theme
        self._ticker = ticker
        self._cards: dict[str, VenueCard] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        ticker.ticked.connect(self._tick)
        self._show()

    @property
    def cards(self) -> dict[str, VenueCard]:
        """Cards by venue id."""
        return dict(self._cards)

    def apply(self, changes: Changes) -> None:
        """Follow the store."""
        if changes.touched(Kind.VENUE):
            self._show()

    def _show(self) -> None:
        now = self._ticker.now()
        venues = self._store.venues
        if sorted(venues) != sorted(self._cards):
            for card in self._cards.values():
                self._row.removeWidget(card)
                card.deleteLater()
            self._cards = {key: VenueCard(self._theme) for key in sorted(venues)}
            for card in self._cards.values():
                self._row.addWidget(card, 1)
        for key, card in self._cards.items():
            card.show_venue(venues[key], now)

    def _tick(self, now: datetime) -> None:
        for card in self._cards.values():
            card.tick(now)
