"""When the present shift began."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from console.domain.working_time import ZONE
from console.services.ports import UnitOfWork

CHANGES_AT = (time(8), time(20))
"""When shifts change where no handover was signed, local time."""

LONGEST = timedelta(hours=24)
"""A handover older than this began no shift that still lasts."""


def shift_began(uow: UnitOfWork, now: datetime) -> datetime:
    """The last handover both leaders signed, else the last 08:00 or 20:00."""
    last = uow.handovers.last_signed()
    signed = last.handover.signed_at if last else None
    if signed is not None and timedelta(0) <= now - signed <= LONGEST:
        return signed
    local = now.astimezone(ZONE)
    for back in (0, 1):
        day = local.date() - timedelta(days=back)
        for change in reversed(CHANGES_AT):
            moment = datetime.combine(day, change, ZONE)
            if moment <= local:
                return moment.astimezone(now.tzinfo)
    raise ValueError("every day has its shifts")
