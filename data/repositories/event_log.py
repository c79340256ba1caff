"""Accepted events and what was refused."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select

from console.services.core import Accepted
from console.services.records import QuarantineRecord
from data.repositories.bulk_insert import BulkInsert
from data.repositories.counters import Counters
from data.repositories.known_values import KnownValues
from data.schema import event, quarantine
from data.times import from_us, to_us

_COLUMNS = (
    *("gseq", "id", "src", "ep", "seq", "type", "key", "sev"),
    *("st", "mt", "occ", "rcv", "hub_epoch", "sha256", "raw"),
)
_DIGESTS = select(event.c.seq, event.c.sha256).where(
    event.c.src == bindparam("src"),
    event.c.ep == bindparam("ep"),
    event.c.seq.in_(bindparam("seqs", expanding=True)),
)
_OLDEST = select(event.c.gseq, event.c.rcv).order_by(event.c.gseq).limit(1)
_REFUSED = select(quarantine.c.seq, quarantine.c.sha256).where(
    quarantine.c.src == bindparam("src"),
    quarantine.c.ep == bindparam("ep"),
    quarantine.c.seq.in_(bindparam("seqs", expanding=True)),
)


class SqlEventLog:
    """Events and quarantine; how many there were is kept in counters, never counted."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._insert = BulkInsert(connection, event, _COLUMNS)
        self._known = KnownValues(connection, event.c.id)
        self._new: list[tuple[object, ...]] = []
        self._refused: dict[tuple[str, int, int, bytes], QuarantineRecord] = {}
        self._counters = Counters(connection)

    def known_ids(self, ids: Collection[str]) -> set[str]:
        """Which of these event ids are stored already."""
        return self._known.among(ids)

    def digests(self, source: str, epoch: int, sequences: Sequence[int]) -> dict[int, bytes]:
        """SHA-256 by sequence; the event's wins over a quarantined repeat's."""
        where = {"src": source, "ep": epoch, "seqs": list(sequences)}
        found = {seq: bytes(sha) for seq, sha in self._connection.execute(_REFUSED, where)}
        found.update((seq, bytes(sha)) for seq, sha in self._connection.execute(_DIGESTS, where))
        return found

    def add(self, gseq: int, item: Accepted, hub_epoch: int) -> None:
        """Store an event under the gseq of its fact."""
        event_ = item.event
        self._new.append(
            (
                gseq,
                event_.id,
                event_.source,
                event_.epoch,
                event_.sequence,
                event_.type,
                event_.key,
                event_.severity,
                event_.status.value,
                event_.message.value,
                to_us(event_.occurred_at),
                to_us(event_.received_at),
                hub_epoch,
                item.sha256,
                item.raw,
            )
        )

    def quarantine(self, record: QuarantineRecord) -> bool:
        """Store a refused item; False where the very same one is there already."""
        key = (record.source, record.epoch, record.sequence, record.sha256)
        if key in self._refused or self._is_stored(record):
            return False
        self._refused[key] = record
        return True

    def _is_stored(self, record: QuarantineRecord) -> bool:
        query = select(quarantine.c.id).where(
            quarantine.c.src == record.source,
            quarantine.c.ep == record.epoch,
            quarantine.c.seq == record.sequence,
            quarantine.c.sha256 == record.sha256,
        )
        return self._connection.execute(query).first() is not None

    def quarantined(self, limit: int, before: int = 0) -> list[QuarantineRecord]:
        """Refused items with a number below `before` (0: from the newest), newest first."""
        query = select(quarantine).order_by(quarantine.c.id.desc()).limit(limit)
        if before:
            query = query.where(quarantine.c.id < before)
        return [_record(row) for row in self._connection.execute(query)]

    def put_aside(self, number: int) -> QuarantineRecord | None:
        """One refused item."""
        query = select(quarantine).where(quarantine.c.id == number)
        row = self._connection.execute(query).first()
        return None if row is None else _record(row)

    def holds(self, source: str, epoch: int, sequence: int) -> bool:
        """Whether an accepted event stands at this number."""
        where = {"src": source, "ep": epoch, "seqs": [sequence]}
        return self._connection.execute(_DIGESTS, where).first() is not None

    def total(self) -> int:
        """Number of events ever stored, those pruned since included."""
        return self._counters.value("events")

    def quarantined_total(self) -> int:
        """Number of items ever refused, those pruned since included."""
        return self._counters.value("quarantined")

    def prune(self, before: datetime, keep: int, most: int) -> int:
        """Forget events received before then or beyond the newest `keep`; how many went.

        At most `most` go at a time, the oldest first.
        """
        oldest = self._connection.execute(_OLDEST).first()
        if oldest is None:
            return 0
        excess = self.total() - self._counters.value("events_pruned") - keep
        if excess > 0:
            going = delete(event).where(event.c.gseq < oldest.gseq + min(most, excess))
        elif oldest.rcv < to_us(before):
            going = delete(event).where(
                event.c.gseq < oldest.gseq + most, event.c.rcv < to_us(before)
            )
        else:
            return 0
        gone = self._connection.execute(going).rowcount
        self._counters.add("events_pruned", gone)
        return gone

    def prune_quarantine(self, before: datetime, most: int) -> int:
        """Forget items refused before then, at most `most` at a time; how many went."""
        first = self._connection.scalar(select(func.min(quarantine.c.id)))
        if first is None:
            return 0
        going = delete(quarantine).where(
            quarantine.c.id < first + most, quarantine.c.at < to_us(before)
        )
        return self._connection.execute(going).rowcount

    def flush(self) -> None:
        """Write new events and refused items."""
        if self._new:
            self._insert.run(self._new)
            self._counters.add("events", len(self._new))
            self._new = []
        if self._refused:
            rows = [_refused_row(record) for record in self._refused.values()]
            self._connection.execute(insert(quarantine), rows)
            self._counters.add("quarantined", len(rows))
            self._refused = {}
        self._counters.flush()

    def clear(self) -> None:
        """Forget everything unwritten and every count."""
        self._new = []
        self._refused = {}
        self._counters.clear()


def _record(row: Row[tuple[object, ...]]) -> QuarantineRecord:
    return QuarantineRecord(
        source=row.src,
        epoch=row.ep,
        sequence=row.seq,
        code=row.code,
        at=from_us(row.at),
        size=row.size,
        sha256=bytes(row.sha256),
        head=bytes(row.head),
        number=row.id,
    )


def _refused_row(record: QuarantineRecord) -> dict[str, object]:
    return {
        "src": record.source,
        "ep": record.epoch,
        "seq": record.sequence,
        "code": record.code,
        "at": to_us(record.at),
        "size": record.size,
        "sha256": record.sha256,
        "head": record.head,
    }
