"""What a source is going to report, and when."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.bodies import Body
from console.domain.event import MessageType


@dataclass(frozen=True, slots=True)
class Planned:
    """An event that `source` reports `at` seconds after the demo's start instant.

    `key` names the entity it speaks of; `body` is of the class that `type` asks for.
    """

    at: float
    source: str
    type: str
    key: str
    severity: int
    body: Body
    message: MessageType = MessageType.ALERT
