"""The clock of a case that matters next."""

from __future__ import annotations

from datetime import UTC, datetime

from console.domain.case import Case
from console.domain.sla import Clock

NEVER = datetime.max.replace(tzinfo=UTC)
"""Sorts after every deadline."""


def next_clock(case: Case) -> Clock | None:
    """The running clock that runs out first."""
    return min(
        (clock for clock in case.clocks if clock.running),
        key=lambda clock: clock.due_at,
        default=None,
    )


def next_due(case: Case) -> datetime:
    """When the next running clock runs out; `NEVER` where none runs."""
    clock = next_clock(case)
    return clock.due_at if clock else NEVER


def overdue(case: Case, now: datetime) -> bool:
    """Whether a running clock of an open case has run out."""
    return case.open and next_due(case) < now
