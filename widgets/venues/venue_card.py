"""One venue: its name, a lamp, and since when it is as it is."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from console.domain.venue import Venue, VenueState
from widgets.common.elided_label import ElidedLabel
from widgets.common.lamp import Lamp, LampState
from widgets.common.terms import Terms
from widgets.i18n.texts import Texts
from widgets.theme import Theme

_LAMPS = {
    VenueState.UNKNOWN: LampState.OFF,
    VenueState.ONLINE: LampState.OK,
    VenueState.WEAK: LampState.WARN,
    VenueState.OFFLINE: LampState.BAD,
    VenueState.RINGING: LampState.WARN,
    VenueState.IN_CALL: LampState.OK,
}


class VenueCard(QFrame):
    """Follows one venue."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("venueCard")
        self._venue: Venue | None = None
        self._name = ElidedLabel()
        self._name.setObjectName("venueName")
        self.lamp = Lamp(theme)
        self.lamp.setObjectName("small")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        column.addStretch(1)
        column.addWidget(self._name)
        column.addWidget(self.lamp, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_venue(self, venue: Venue, now: datetime) -> None:
        """Change the venue, or bring it up to date."""
        self._venue = venue
        self._name.setText(venue.name)
        in_call = venue.state is VenueState.IN_CALL
        if self.property("inCall") != in_call:
            self.setProperty("inCall", in_call)
            self.style().unpolish(self)
            self.style().polish(self)
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Bring the time up to date."""
        if self._venue is not None:
            self.lamp.show_state(_LAMPS[self._venue.state], self._words(self._venue, now))

    def _words(self, venue: Venue, now: datetime) -> str:
        state = Terms.venue_state(venue.state)
        since = venue.state_since
        if venue.state is VenueState.WEAK:
            return f"{state} {venue.rtt_ms:.0f} ms"
        if since is None:
            return state
        seconds = (now - since).total_seconds()
        if venue.state is VenueState.IN_CALL:
            return f"{state} {Texts.duration(seconds)}"
        if venue.state in (VenueState.OFFLINE, VenueState.RINGING):
            return f"{state} {Texts.rough(seconds)}"
        return state
