"""Who sits at a console now, and which case lies open there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from console.domain.access import Role


@dataclass(frozen=True, slots=True)
class Watcher:
    """A console with its person: `name` masked, `case` empty where none lies open.

    Never stored; gone when the console was not heard for a while. `street` is the case's.
    """

    console: str
    user: str
    name: str
    role: Role
    case: str
    street: str
    since: datetime
    seen_at: datetime
