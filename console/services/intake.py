"""The sequence rules of the ingest: what is new, what is a repeat, what is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from console.domain.event import Event
from console.services.alarm_desk import AlarmDesk
from console.services.core import Accepted, Intake, Rejected, SourceBatch
from console.services.message_bus import MessageBus
from console.services.records import QuarantineRecord, SourceMark
from console.services.refused import Refused
from console.services.work import Work

HEAD_BYTES = 4096
"""How much of a refused item is kept."""

SEQ_REUSE, DUP_ID, INTERNAL = "SEQ_REUSE", "DUP_ID", "INTERNAL"

_SYSTEM_LEVEL = 3

# What a bug in a handler raises; trouble with storage is neither and passes through.
_BUGS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    Refused,
    TypeError,
    ValueError,
)

EventKey = tuple[str, int, int]
"""Source, epoch, sequence."""


class HandlerFailed(Exception):
    """A handler broke on one event; that event goes to quarantine, the others go on."""

    def __init__(self, key: EventKey) -> None:
        super().__init__(f"handler failed on {key}")
        self.key = key


class IntakeDesk:
    """Takes batches in; every accepted event is stored and acted on in the same transaction."""

    def __init__(self, bus: MessageBus, alarms: AlarmDesk) -> None:
        self._bus = bus
        self._alarms = alarms

    def take(
        self, work: Work, batches: Sequence[SourceBatch], poison: Collection[EventKey]
    ) -> tuple[list[Intake], Counter[str]]:
        """Act on batches; events in `poison` are refused unseen. Raises `HandlerFailed`.

        What became of each batch comes back, and how many new events each source brought.
        """
        offered = {
            item.event.id for batch in batches for item in batch.items if isinstance(item, Accepted)
        }
        known = work.uow.events.known_ids(offered)
        counts: Counter[str] = Counter()
        intakes = []
        for batch in batches:
            one = _SourceIntake(self, work, batch, known, poison)
            intakes.append(one.run())
            counts[batch.source] += one.new
        return intakes, counts

    def accept(self, work: Work, item: Accepted) -> None:
        """Store an event and act on it."""
        event = item.event
        gseq = work.begin_event(event)
        try:
            self._bus.event(work, event)
        except _BUGS as error:
            raise HandlerFailed(key_of(event)) from error
        work.end_event(event)
        work.uow.events.add(gseq, item, work.uow.hub_epoch)

    def alarm_of_refusal(self, work: Work, source: str, code: str) -> None:
        """Tell the operators that something was refused; repeats fold."""
        kind = f"system.{code.lower()}"
        self._alarms.system(
            work, kind, source, title="Event refused", value=code, level=_SYSTEM_LEVEL
        )


def key_of(event: Event) -> EventKey:
    """What names an event on the wire."""
    return (event.source, event.epoch, event.sequence)


class _SourceIntake:
    """One batch on its way in."""

    def __init__(
        self,
        desk: IntakeDesk,
        work: Work,
        batch: SourceBatch,
        known: set[str],
        poison: Collection[EventKey],
    ) -> None:
        self._desk = desk
        self._work = work
        self._batch = batch
        self._known = known
        self._poison = poison
        mark = work.uow.marks.get(batch.source, batch.epoch)
        self._mark = mark or SourceMark(batch.source, batch.epoch)
        self._acked = self._mark.acked
        self.new = 0
        self._repeats: list[Accepted | Rejected] = []
        self._digests: dict[int, bytes] = {}
        self._refused: list[tuple[int, str]] = []

    def run(self) -> Intake:
        want = 0
        for item in self._batch.items:
            sequence = _sequence(item)
            if sequence <= self._acked:
                self._repeats.append(item)
            elif sequence == self._acked + 1:
                self._next(item, sequence)
            else:
                want = self._acked + 1
                break
        reused = self._check_repeats()
        self._work.uow.marks.put(
            replace(
                self._mark,
                acked=self._acked,
                duplicates=self._mark.duplicates + len(self._repeats) - reused,
                quarantined=self._mark.quarantined + len(self._refused),
                seen_at=self._work.now,
            )
        )
        batch = self._batch
        return Intake(batch.source, batch.epoch, self._acked, want, tuple(self._refused))

    def _next(self, item: Accepted | Rejected, sequence: int) -> None:
        self._digests[sequence] = item.sha256
        code = self._fault(item)
        if code:
            self._refuse(item, code)
        elif isinstance(item, Accepted):
            self._desk.accept(self._work, item)
            self._known.add(item.event.id)
            self.new += 1
        self._acked = sequence

    def _fault(self, item: Accepted | Rejected) -> str:
        if isinstance(item, Rejected):
            return item.code
        if item.event.id in self._known:
            return DUP_ID
        return INTERNAL if self._poison and key_of(item.event) in self._poison else ""

    def _check_repeats(self) -> int:
        """Quarantine repeats whose content differs from what was stored; how many there were."""
        if not self._repeats:
            return 0
        batch = self._batch
        sequences = [_sequence(item) for item in self._repeats]
        stored = self._work.uow.events.digests(batch.source, batch.epoch, sequences)
        stored.update(self._digests)
        reused = 0
        for item in self._repeats:
            digest = stored.get(_sequence(item))
            if digest is not None and digest != item.sha256:
                reused += 1
                self._refuse(item, SEQ_REUSE)
        return reused

    def _refuse(self, item: Accepted | Rejected, code: str) -> None:
        record = QuarantineRecord(
            source=self._batch.source,
            epoch=self._batch.epoch,
            sequence=_sequence(item),
            code=code,
            at=self._work.now,
            size=len(item.raw),
            sha256=item.sha256,
            head=item.raw[:HEAD_BYTES],
        )
        self._refused.append((record.sequence, code))
        if self._work.uow.events.quarantine(record):
            self._desk.alarm_of_refusal(self._work, self._batch.source, code)


def _sequence(item: Accepted | Rejected) -> int:
    return item.event.sequence if isinstance(item, Accepted) else item.sequence
