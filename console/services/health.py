"""What the hub measures of itself."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from console.domain.link import HubHealth
from console.services.ports import Storage, UnitOfWork
from console.services.rate import Rate

DISK_LOW_BYTES = 1 << 30
"""Less free space than this is told as low."""

_COMMITS_KEPT = 1000


def no_consoles() -> int:
    """The number of consoles before a hub counts them."""
    return 0


@dataclass(frozen=True, slots=True)
class HubInfo:
    """What the services are told of the process they run in."""

    started_at: datetime
    storage: Storage
    consoles: Callable[[], int] = no_consoles


class Health:
    """Rates, commit times, room on disk."""

    def __init__(self, info: HubInfo) -> None:
        self._info = info
        self._rate = Rate()
        self._commits: deque[float] = deque(maxlen=_COMMITS_KEPT)

    def counted(self, at: datetime, count: int) -> None:
        """New events came."""
        self._rate.add(at, count)

    def committed(self, seconds: float) -> None:
        """A transaction took this long to become durable."""
        self._commits.append(seconds)

    def now(self, uow: UnitOfWork, now: datetime) -> HubHealth:
        """The row for the consoles."""
        times = sorted(self._commits)
        p99 = times[min(len(times) - 1, int(len(times) * 0.99))] if times else 0.0
        free = self._info.storage.disk_free_bytes()
        return HubHealth(
            started_at=self._info.started_at,
            hub_epoch=uow.hub_epoch,
            events_total=uow.events.total(),
            rate=self._rate.per_second(now),
            commit_p99_ms=round(p99 * 1000, 2),
            database_bytes=self._info.storage.database_bytes(),
            disk_free_bytes=free,
            disk_low=free < DISK_LOW_BYTES,
            consoles=self._info.consoles(),
        )
