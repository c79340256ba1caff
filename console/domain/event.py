"""An event as a source reports it, after the hub has accepted it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


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


class Event(NamedTuple):
    """An accepted event. `severity` runs from 1 (worst) to 4; `body` is typed per `type`.

    `key` names the entity the event speaks of: a sensor, camera, unit or case. A tuple, because the
    hub makes one for every item on the wire and a frozen dataclass takes five times as long.
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
