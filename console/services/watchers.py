"""Who sits at which console, and which case lies open there: told, never stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from console.domain.access import Actor
from console.domain.masking import mask_person
from console.domain.watcher import Watcher

GONE_AFTER = timedelta(seconds=15)
"""A console that was not heard for so long is gone; consoles speak up every 5 s."""


class Watchers:
    """Remembers what the consoles say, and what the others still have to be told."""

    def __init__(self) -> None:
        self._by_console: dict[str, Watcher] = {}
        self._to_tell: set[str] = set()

    def saw(self, actor: Actor, case: str, street: str, now: datetime) -> Watcher:
        """A console says which case (empty: none) lies open in front of whom."""
        known = self._by_console.get(actor.console)
        same = known is not None and (known.user, known.case) == (actor.user, case)
        since = known.since if known is not None and same else now
        name = mask_person(actor.name)
        seen = Watcher(actor.console, actor.user, name, actor.role, case, street, since, now)
        self._by_console[actor.console] = seen
        self._to_tell.add(actor.console)
        return seen

    def find(self, user: str, now: datetime) -> Watcher | None:
        """Where somebody sits now, None where nowhere."""
        return next((one for one in self.current(now) if one.user == user), None)

    def current(self, now: datetime) -> list[Watcher]:
        """Everybody who was heard lately."""
        return [one for one in self._by_console.values() if now - one.seen_at < GONE_AFTER]

    def news(self, now: datetime) -> list[tuple[str, Watcher | None]]:
        """What changed or was renewed since the last call, by console; None: gone."""
        gone = [key for key, one in self._by_console.items() if now - one.seen_at >= GONE_AFTER]
        for key in gone:
            del self._by_console[key]
        told: list[tuple[str, Watcher | None]] = [(key, None) for key in gone]
        told += [
            (key, replace(self._by_console[key]))
            for key in sorted(self._to_tell)
            if key in self._by_console
        ]
        self._to_tell.clear()
        return told
