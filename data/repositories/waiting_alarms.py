"""Alarms whose filters are not met yet."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select

from console.codec import decode, encode
from console.services.records import WaitingAlarm
from data.schema import waiting_alarm as table
from data.times import to_us

_DELETE = delete(table).where(table.c.fold == bindparam("k_fold"))


class SqlWaitingAlarms:
    """Few at a time, all held in memory."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, WaitingAlarm] | None = None
        self._touched: set[str] = set()

    def _all(self) -> dict[str, WaitingAlarm]:
        if self._known is None:
            rows = self._connection.execute(select(table.c.fold, table.c.document))
            self._known = {row.fold: decode(row.document, WaitingAlarm) for row in rows}
        return self._known

    def get(self, fold: str) -> WaitingAlarm | None:
        """What waits under `fold`."""
        return self._all().get(fold)

    def put(self, waiting: WaitingAlarm) -> None:
        """Store a new or changed one."""
        self._all()[waiting.fold] = waiting
        self._touched.add(waiting.fold)

    def remove(self, fold: str) -> None:
        """Forget one; harmless where there is none."""
        if self._all().pop(fold, None) is not None:
            self._touched.add(fold)

    def due(self, now: datetime) -> list[WaitingAlarm]:
        """Those whose time has come, the longest due first."""
        found = [one for one in self._all().values() if one.due_at <= now]
        return sorted(found, key=lambda one: one.due_at)

    def flush(self) -> None:
        """Write what changed."""
        if not self._touched:
            return
        self._connection.execute(_DELETE, [{"k_fold": fold} for fold in self._touched])
        known = self._all()
        rows = [_row(known[fold]) for fold in self._touched if fold in known]
        if rows:
            self._connection.execute(insert(table), rows)
        self._touched = set()

    def clear(self) -> None:
        """Forget everything: the transaction failed."""
        self._known = None
        self._touched = set()


def _row(waiting: WaitingAlarm) -> dict[str, object]:
    return {
        "fold": waiting.fold,
        "due_at": to_us(waiting.due_at),
        "document": encode(waiting).decode(),
    }
