"""Shows the card of whatever the pointer rests on, with a line to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPointF

from console.client.store import Store
from widgets.map.canvas import MapCanvas
from widgets.map.card_text import CardTexts
from widgets.map.case_banner import CaseBanner
from widgets.map.hit_test import Hit
from widgets.map.hover_card import HoverCard
from widgets.map.places import Places

_EDGE = 8


class CardDesk:
    """Writes cards from the store and puts them where they hide neither banner nor subject."""

    def __init__(
        self,
        store: Store,
        canvas: MapCanvas,
        card: HoverCard,
        banner: CaseBanner,
        now: Callable[[], datetime],
    ) -> None:
        self._canvas = canvas
        self._card = card
        self._banner = banner
        self._places = Places(store)
        self._texts = CardTexts(store, canvas.content.tally, now)

    def show(self, hit: Hit | None) -> None:
        """Show the card of a row; none where there is nothing to tell."""
        text = self._texts.text(hit) if hit is not None else None
        place = self._places.place(hit.kind, hit.key) if hit is not None else None
        if text is None or place is None:
            self._card.hide()
            self._canvas.set_leader(None)
            return
        room = self._canvas.rect()
        if self._banner.isVisible():
            room.setTop(self._banner.geometry().bottom())
        about = self._canvas.view.point(*self._canvas.content.scene.projection.world(place))
        about = QPointF(
            min(max(about.x(), room.left() + _EDGE), room.right() - _EDGE),
            min(max(about.y(), _EDGE), room.bottom() - _EDGE),
        )
        self._canvas.set_leader(self._card.tell(text, about, room))
