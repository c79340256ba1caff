"""The alarms that a flood folded into one card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from console.domain.alarm import Alarm


@dataclass(frozen=True, slots=True)
class AlarmGroup:
    """Members (alarm ids, the newest first) and what the card says of them.

    `size` is how many things they stand for, `level` the worst of them, `unseen` how many wait to
    be acknowledged; `newest` is the member reported last.
    """

    id: str
    members: tuple[str, ...]
    size: int
    level: int
    unseen: int
    raised_at: datetime
    newest: Alarm

    @classmethod
    def of(cls, group: str, alarms: list[Alarm]) -> AlarmGroup:
        """The group of these alarms, at least one."""
        ordered = sorted(alarms, key=lambda one: (one.last_at, one.id), reverse=True)
        return cls(
            id=group,
            members=tuple(one.id for one in ordered),
            size=sum(one.size for one in ordered),
            level=min(one.level for one in ordered),
            unseen=sum(one.to_see for one in ordered),
            raised_at=min(one.raised_at for one in ordered),
            newest=ordered[0],
        )
