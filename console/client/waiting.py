"""A command that was given and not yet answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from console.domain.commands import Command


@dataclass(frozen=True, slots=True)
class Waiting:
    """`given_at` is the moment of the operator's hand, by this machine's clock."""

    cmd_id: str
    command: Command
    given_at: datetime
