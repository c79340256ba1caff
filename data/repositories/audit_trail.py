"""The audit log."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, Row, insert, select

from console.codec import decode, encode
from console.services.records import AuditFilter, AuditRow
from data.schema import audit as table
from data.times import from_us, to_us


class SqlAuditTrail:
    """Append-only rows; the newest is kept at hand because the next one names its digest."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._new: list[dict[str, object]] = []
        self._last: AuditRow | None = None

    def last(self) -> AuditRow | None:
        """The newest row."""
        if self._last is None:
            rows = self.page(0, 1)
            self._last = rows[0] if rows else None
        return self._last

    def append(self, row: AuditRow) -> None:
        """Store the next row."""
        self._last = row
        self._new.append(
            {
                "sequence": row.sequence,
                "at": to_us(row.at),
                "user": row.user,
                "role": row.role,
                "console": row.console,
                "action": row.action,
                "entity": row.entity,
                "outcome": row.outcome,
                "detail": encode(row.detail).decode(),
                "previous": row.previous,
                "sha256": row.sha256,
            }
        )

    def page(self, before: int, limit: int, only: AuditFilter | None = None) -> list[AuditRow]:
        """Rows with a sequence below `before` (0: from the newest), newest first."""
        query = select(table).order_by(table.c.sequence.desc()).limit(limit)
        if before:
            query = query.where(table.c.sequence < before)
        for clause in _clauses(only or AuditFilter()):
            query = query.where(clause)
        return [audit_row(row) for row in self._connection.execute(query)]

    def after(self, sequence: int, limit: int) -> list[AuditRow]:
        """Rows from `sequence` on (itself included), oldest first."""
        query = select(table).where(table.c.sequence >= sequence)
        rows = self._connection.execute(query.order_by(table.c.sequence).limit(limit))
        return [audit_row(row) for row in rows]

    def flush(self) -> None:
        """Write new rows."""
        if self._new:
            self._connection.execute(insert(table), self._new)
            self._new = []

    def clear(self) -> None:
        """Forget the unwritten ones."""
        self._new = []
        self._last = None


def _clauses(only: AuditFilter) -> Iterator[ColumnElement[bool]]:
    for name in ("user", "action", "entity"):
        wanted = getattr(only, name)
        if wanted:
            yield table.c[name] == wanted
    if only.since is not None:
        yield table.c.at >= to_us(only.since)
    if only.until is not None:
        yield table.c.at < to_us(only.until)


def audit_row(row: Row[tuple[object, ...]]) -> AuditRow:
    """The line of the log in a row of its table."""
    return AuditRow(
        sequence=row.sequence,
        at=from_us(row.at),
        user=row.user,
        role=row.role,
        console=row.console,
        action=row.action,
        entity=row.entity,
        outcome=row.outcome,
        detail=decode(row.detail, dict[str, str]),
        previous=row.previous,
        sha256=row.sha256,
    )
