"""Time limits of a case and the light they show (domain guide, time limits)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

AMBER_SHARE = 0.8
"""Share of a limit from which its light is amber; over 1 it is red."""


class ClockKind(StrEnum):
    """The eight limits of the table."""

    TAKE_IN = "take_in"
    DISPATCH = "dispatch"
    ACCEPT = "accept"
    ON_SCENE = "on_scene"
    FIRST_REPORT = "first_report"
    FOLLOW_UP = "follow_up"
    HANDLED = "handled"
    VERIFIED = "verified"


class Light(StrEnum):
    """Traffic light of a running clock."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Clock:
    """One limit of one case. `met_at` is when it was met; `paused` while the case is suspended.

    `limit_s` is the length shown to the user, in seconds of the clock that applies (wall or
    working time); `due_at` is the wall-clock moment it runs out. After an extension `first_due_at`
    is the deadline before it. `guessed` says that the deadline was counted over days whose
    holidays are not known: weekdays were counted.
    """

    kind: ClockKind
    started_at: datetime
    due_at: datetime
    limit_s: int
    met_at: datetime | None = None
    paused: bool = False
    first_due_at: datetime | None = None
    guessed: bool = False

    @property
    def running(self) -> bool:
        """Whether the clock still counts."""
        return self.met_at is None and not self.paused

    def light(self, now: datetime) -> Light:
        """The light at `now`; a met clock shows the light it was met under."""
        at = self.met_at or now
        total = (self.due_at - self.started_at).total_seconds()
        used = (at - self.started_at).total_seconds()
        if total <= 0 or used > total:
            return Light.RED
        return Light.AMBER if used >= AMBER_SHARE * total else Light.GREEN
