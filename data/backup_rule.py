"""Which copies are kept: the recent ones closely spaced, older ones once a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

PREFIX, ENDING = "hub-", ".db"
DUMP = ".dump"
"""The ending of copies that a database server's own program wrote."""
_FORMAT = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class BackupRule:
    """A copy every `every`, `recent` of them kept, then the last of each of `days` days."""

    every: timedelta = timedelta(minutes=15)
    recent: int = 96
    days: int = 30

    def superfluous(self, copies: Iterable[datetime], now: datetime) -> list[datetime]:
        """The copies to remove, oldest first; the newest one always stays."""
        newest_first = sorted(copies, reverse=True)
        kept = set(newest_first[: max(1, self.recent)])
        days: set[object] = set()
        for at in newest_first:
            if now - at <= timedelta(days=self.days) and at.date() not in days:
                days.add(at.date())
                kept.add(at)
        return [at for at in reversed(newest_first) if at not in kept]


def name_at(at: datetime, ending: str = ENDING) -> str:
    """The file name of a copy begun at this moment (UTC)."""
    return f"{PREFIX}{at.strftime(_FORMAT)}{ending}"


def time_of(path: Path, ending: str = ENDING) -> datetime | None:
    """When the copy of this name was begun; None for any other file."""
    name = path.name
    if not (name.startswith(PREFIX) and name.endswith(ending)):
        return None
    try:
        at = datetime.strptime(f"{name[len(PREFIX) : -len(ending)]}+0000", f"{_FORMAT}%z")
    except ValueError:
        return None
    return at


def copies_in(folder: Path, ending: str = ENDING) -> dict[datetime, Path]:
    """The copies in a folder by the moment they were begun."""
    found = {time_of(path, ending): path for path in folder.glob(f"{PREFIX}*{ending}")}
    return {at: path for at, path in found.items() if at is not None}
