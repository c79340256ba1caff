"""Who else is at a console, as this one shows it."""

from __future__ import annotations

from datetime import datetime, timedelta

from console.client.store import Store
from console.domain.access import Role
from console.domain.watcher import Watcher

SILENT = timedelta(seconds=25)
"""A row that was not renewed for so long is passed over, whatever the hub may still say."""
_DESK = (Role.OPERATOR, Role.SHIFT_LEADER)


class Colleagues:
    """Reads presence rows; `console` is this one and never listed."""

    def __init__(self, store: Store, console: str) -> None:
        self._store = store
        self._console = console

    def present(self, now: datetime) -> list[Watcher]:
        """Everybody else at a console, by name."""
        rows = [
            one
            for one in self._store.watchers.values()
            if one.console != self._console and now - one.seen_at < SILENT
        ]
        return sorted(rows, key=lambda one: (one.name, one.console))

    def watching(self, case: str, now: datetime) -> list[Watcher]:
        """Who else has this case open."""
        return [one for one in self.present(now) if one.case == case]

    def takers(self, owner: str, now: datetime) -> list[Watcher]:
        """Who could take a case over from `owner`."""
        return [one for one in self.present(now) if one.role in _DESK and one.user != owner]
