"""How a command of this console ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from console.domain.commands import Command
from console.domain.result import ResultCode


@dataclass(frozen=True, slots=True)
class Outcome:
    """The hub's answer beside the command it answers; `reason` says why not.

    `given_at` is the moment of the operator's hand, by this machine's clock.
    """

    cmd_id: str
    command: Command
    code: ResultCode
    version: int = 0
    data: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    given_at: datetime | None = None

    @property
    def ok(self) -> bool:
        """Whether the hub did it."""
        return self.code is ResultCode.OK
