"""Accepted events and what was refused."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, bindparam, func, insert, select

from console.services.core import Accepted
from console.services.records import QuarantineRecord
from data.schema import event, quarantine
from data.times import from_us, to_us

_INSERT = insert(event)
_KNOWN = select(event.c.id).where(event.c.id.in_(bindparam("ids", expanding=True)))
_DIGESTS = select(event.c.seq, event.c.sha256).where(
    event.c.src == bindparam("src"),
    event.c.ep == bindparam("ep"),
    event.c.seq.in_(bindparam("seqs", expanding=True)),
)
_REFUSED = select(quarantine.c.seq, quarantine.c.sha256).where(
    quarantine.c.src == bindparam("src"),
    quarantine.c.ep == bindparam("ep"),
    quarantine.c.seq.in_(bindparam("seqs", expanding=True)),
)


class SqlEventLog:
    """Events and quarantine; counts are kept in memory after the first look."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._new: list[dict[str, object]] = []
        self._refused: dict[tuple[str, int, int, bytes], QuarantineRecord] = {}
        self._total: int | None = None
        self._refused_total: int | None = None

    def known_ids(self, ids: Collection[str]) -> set[str]:
        """Which of these event ids are stored already."""
        if not ids:
            return set()
        return set(self._connection.execute(_KNOWN, {"ids": list(ids)}).scalars())

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
            {
                "gseq": gseq,
                "id": event_.id,
                "src": event_.source,
                "ep": event_.epoch,
                "seq": event_.sequence,
                "type": event_.type,
                "key": event_.key,
                "sev": event_.severity,
                "st": event_.status.value,
                "mt": event_.message.value,
                "occ": to_us(event_.occurred_at),
                "rcv": to_us(event_.received_at),
                "hub_epoch": hub_epoch,
                "sha256": item.sha256,
                "raw": item.raw,
            }
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

    def quarantined(self, limit: int) -> list[QuarantineRecord]:
        """The newest refused items first."""
        query = select(quarantine).order_by(quarantine.c.id.desc()).limit(limit)
        return [
            QuarantineRecord(
                source=row.src,
                epoch=row.ep,
                sequence=row.seq,
                code=row.code,
                at=from_us(row.at),
                size=row.size,
                sha256=bytes(row.sha256),
                head=bytes(row.head),
            )
            for row in self._connection.execute(query)
        ]

    def total(self) -> int:
        """Number of events stored."""
        if self._total is None:
            self._total = int(self._connection.scalar(select(func.count()).select_from(event)) or 0)
        return self._total

    def quarantined_total(self) -> int:
        """Number of refused items stored."""
        if self._refused_total is None:
            query = select(func.count()).select_from(quarantine)
            self._refused_total = int(self._connection.scalar(query) or 0)
        return self._refused_total

    def flush(self) -> None:
        """Write new events and refused items."""
        if self._new:
            self._connection.execute(_INSERT, self._new)
            if self._total is not None:
                self._total += len(self._new)
            self._new = []
        if self._refused:
            rows = [_refused_row(record) for record in self._refused.values()]
            self._connection.execute(insert(quarantine), rows)
            if self._refused_total is not None:
                self._refused_total += len(rows)
            self._refused = {}

    def clear(self) -> None:
        """Forget everything unwritten and every count."""
        self._new = []
        self._refused = {}
        self._total = self._refused_total = None


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
