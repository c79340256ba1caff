"""Events from quarantine, taken in after all once the fault is mended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from console.domain.access import Actor
from console.domain.commands import ResubmitEvent
from console.domain.event import Event
from console.domain.refusal import Refusal
from console.services.core import Accepted
from console.services.intake import IntakeDesk
from console.services.message_bus import Done
from console.services.refused import Refused
from console.services.work import Work

ItemReader = Callable[[bytes, str, int, int, datetime], Event]
"""Makes an event of an item's bytes, source, epoch, number and moment; raises `ValueError`."""


def no_reader(_data: bytes, _source: str, _epoch: int, _sequence: int, _at: datetime) -> Event:
    """Stands in where nothing can be submitted again."""
    raise ValueError("items cannot be read here")


class QuarantineDesk:
    """Submits again what was refused, by the rules that hold now and at its own number."""

    def __init__(self, intake: IntakeDesk, read_item: ItemReader) -> None:
        self._intake = intake
        self._read = read_item

    def resubmit(self, work: Work, _actor: Actor, command: ResubmitEvent) -> Done:
        """Take one refused event in; refused again where it is still not good."""
        events = work.uow.events
        number = int(command.entity) if command.entity.isdecimal() else 0
        record = events.put_aside(number)
        if record is None:
            raise Refused(Refusal.UNKNOWN_ENTITY)
        if events.holds(record.source, record.epoch, record.sequence):
            raise Refused(Refusal.ALREADY_SEEN)
        if record.size != len(record.head):
            raise Refused(Refusal.INVALID)  # only its beginning was kept
        try:
            event = self._read(record.head, record.source, record.epoch, record.sequence, work.now)
        except ValueError as error:
            raise Refused(Refusal.INVALID) from error
        if events.known_ids({event.id}):
            raise Refused(Refusal.ALREADY_SEEN)
        self._intake.accept(work, Accepted(event, record.head, record.sha256))
        return Done(command.entity, 0)
