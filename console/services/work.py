"""One transaction as the services see it: its storage, its moment, and the facts it makes."""

from __future__ import annotations

from datetime import datetime

from console.codec import encode_fact
from console.domain.alarm import Alarm, AlarmState
from console.domain.case import Case
from console.domain.event import Event
from console.domain.facts import Kind, Row
from console.services.core import FeedItem
from console.services.ports import UnitOfWork

URGENT_LEVEL = 2
"""Alarms and cases up to this level overtake a replay."""


class Work:
    """Hands out gseq and sees to it that an accepted event has exactly one fact with its origin."""

    def __init__(self, uow: UnitOfWork, now: datetime) -> None:
        self.uow = uow
        self.now = now
        self.items: list[FeedItem] = []
        self._gseq = uow.facts.head
        self._cause: Event | None = None

    def tell(self, name: str, kind: Kind, key: str, row: Row | None, by: str = "") -> int:
        """Record a fact; its gseq comes back. The first one of an event carries the origin."""
        gseq = self._gseq = self._gseq + 1
        cause, self._cause = self._cause, None
        data = encode_fact(gseq, name, self.now, kind, key, row, by, cause)
        item = FeedItem(gseq, data, row is not None and urgent(row))
        self.uow.facts.add(item, self.now)
        self.items.append(item)
        return gseq

    def begin_event(self, event: Event) -> int:
        """From here on facts are consequences of `event`; the gseq of its own fact comes back."""
        self._cause = event
        return self._gseq + 1

    def end_event(self, event: Event) -> None:
        """Where nothing came of the event, a fact without a row says that it was taken in."""
        if self._cause is not None:
            # The event's id is the key: it names no row, so no console drops one.
            self.tell("EventTaken", Kind.LINK, event.id, None)


def urgent(row: Row | None) -> bool:
    """Whether a row is worth overtaking a replay."""
    if isinstance(row, Alarm):
        return row.level <= URGENT_LEVEL and row.state is AlarmState.UNACKNOWLEDGED
    return isinstance(row, Case) and row.pressing_level <= URGENT_LEVEL and row.open
