"""How long the hub keeps what, and the forgetting of it in small steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from console.services.ports import UnitOfWork

STEP = 2_000
"""Rows of each kind forgotten at a time, once a second, unless more came in meanwhile."""
MOST_AT_ONCE = 15_000
_TIDY_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Retention:
    """Cases, alarms, accounts and the audit log are kept for ever; this is for the rest.

    `facts` is how many are kept for consoles that were away; one further behind takes a snapshot.
    Events go after `event_days`, or earlier where there are more than `events`.
    """

    facts: int = 500_000
    events: int = 20_000_000
    event_days: int = 30
    quarantine_days: int = 90
    result_days: int = 7


class Tidying:
    """Forgets what the retention no longer covers, never much at once."""

    def __init__(self, retention: Retention) -> None:
        self._retention = retention
        self._tidied_at: datetime | None = None
        self._total: int | None = None

    def tidy(self, uow: UnitOfWork, now: datetime) -> None:
        """One step, inside the transaction of `uow`."""
        keep = self._retention
        total = uow.events.total()
        came = total - (total if self._total is None else self._total)
        self._total = total
        most = max(STEP, min(MOST_AT_ONCE, 2 * came))
        uow.facts.prune(keep.facts, most)
        uow.events.prune(now - timedelta(days=keep.event_days), keep.events, most)
        if self._tidied_at is None or now - self._tidied_at >= _TIDY_EVERY:
            self._tidied_at = now
            uow.events.prune_quarantine(now - timedelta(days=keep.quarantine_days), most)
            uow.results.prune(now - timedelta(days=keep.result_days), most)
