"""An event as a source reports it, after the hub has accepted it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EventStatus(StrEnum):
    """CAP 1.2 `status`: an exercise or test must never look like the real thing."""

    ACTUAL = "actual"
    EXERCISE = "exercise"
    TEST = "test"


class MessageType(StrEnum):
    """CAP 1.2 `msgType`."""

    ALERT = "alert"
    UPDATE = "update"
    CANCEL = "cancel"
    ACK = "ack"


@dataclass(frozen=True, slots=True)
class Event:
    """An accepted event. `severity` runs from 1 (worst) to 4; `body` is typed per `type`.

    `key` names the entity the event speaks of: a sensor, camera, unit or case.
    """

    id: str
    source: str
    epoch: int
    sequence: int
    type: str
    occurred_at: datetime
    received_at: datetime
    severity: int
    key: str
    status: EventStatus
    message: MessageType
    body: object
    sent_at: datetime | None = None
    """When its source wrote it down, by the source's clock."""
