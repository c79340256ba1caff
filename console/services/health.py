"""What the hub measures of itself."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from console.domain.link import ConsoleLink, HubHealth
from console.services.ports import Storage, UnitOfWork
from console.services.rate import Rate
from console.services.records import AuditRow

DISK_LOW_BYTES = 1 << 30
"""Less free space than this is told as low."""

_COMMITS_KEPT = 1000


Attached = Callable[[], tuple[ConsoleLink, ...]]
"""Tells which consoles are attached."""


def no_consoles() -> tuple[ConsoleLink, ...]:
    """The consoles before a hub knows of any."""
    return ()


@dataclass(frozen=True, slots=True)
class HubInfo:
    """What the services are told of the process they run in."""

    started_at: datetime
    storage: Storage
    consoles: Attached = no_consoles


class Health:
    """Rates, commit times, room on disk."""

    def __init__(self, info: HubInfo) -> None:
        self._info = info
        self._rate = Rate()
        self._commits: deque[float] = deque(maxlen=_COMMITS_KEPT)
        self._totals = (0, 0)

    def counted(self, at: datetime, count: int) -> None:
        """New events came."""
        self._rate.add(at, count)

    def committed(self, seconds: float) -> None:
        """A transaction took this long to become durable."""
        self._commits.append(seconds)

    def care(self, now: datetime, last_audit: AuditRow | None) -> None:
        """Let the storage do its upkeep, outside any transaction."""
        self._info.storage.care(now, last_audit)

    def now(self, uow: UnitOfWork, now: datetime, failed: str = "") -> HubHealth:
        """The row for the consoles; `failed` is the code of what hinders writing."""
        self._totals = (uow.events.total(), uow.events.quarantined_total())
        return self.without_store(uow.hub_epoch, now, failed)

    def without_store(self, hub_epoch: int, now: datetime, failed: str) -> HubHealth:
        """The row as far as it is known without asking the store; `failed` says why."""
        times = sorted(self._commits)
        p99 = times[min(len(times) - 1, int(len(times) * 0.99))] if times else 0.0
        storage = self._info.storage
        free = storage.disk_free_bytes()
        backup = storage.backup_state()
        attached = self._info.consoles()
        return HubHealth(
            started_at=self._info.started_at,
            hub_epoch=hub_epoch,
            events_total=self._totals[0],
            rate=self._rate.per_second(now),
            commit_p99_ms=round(p99 * 1000, 2),
            database_bytes=storage.database_bytes(),
            disk_free_bytes=free,
            disk_low=free < DISK_LOW_BYTES,
            consoles=len(attached),
            wal_bytes=storage.wal_bytes(),
            quarantined_total=self._totals[1],
            write_failed=failed,
            last_backup_at=backup.at,
            backup_failed=backup.failed,
            audit_fault=storage.audit_fault(),
            attached=attached,
            server=storage.server(),
        )
