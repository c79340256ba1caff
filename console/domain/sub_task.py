"""What a co-handler does in a case, beside whoever holds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SubTaskState(StrEnum):
    """How far a co-handler is."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class SubTask:
    """One co-handler's part: who (as shown), what, and at which response level.

    `unit` is the unit's id where it is one. `level` may be higher than the case's: a person in a
    lift during a power cut.
    """

    holder: str
    task: str
    unit: str
    level: int
    state: SubTaskState
    since: datetime

    @property
    def open(self) -> bool:
        """Whether the case has to wait for it."""
        return self.state is not SubTaskState.DONE
