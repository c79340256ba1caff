"""A step of a case that waits for a second person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from console.domain.case_log import Action

NEED_APPROVAL = (Action.SUSPENDED, Action.EXTENDED, Action.VOIDED)
"""Steps that one person asks for and another one approves."""


@dataclass(frozen=True, slots=True)
class Approval:
    """Somebody asked for `action`; `request` is the sequence of the log line that asked.

    `by` is who asked, as shown; `who` their exact pseudonym, who may not approve it. `days` is how
    much longer an extension asks for.
    """

    request: int
    action: Action
    reason: str
    by: str
    who: str
    at: datetime
    days: int = 0
