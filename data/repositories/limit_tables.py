"""The versions of the time limits."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from console.codec import decode, encode
from console.domain.limit_table import LimitTable
from console.domain.time_limits import TimeLimits
from data.schema import limit_table as table
from data.times import to_us


class SqlLimitTables:
    """Append-only; keeps `limits`, which the clocks of all cases ask, in step with what is stored.

    A version is never in force before it is durable: it takes effect later than now.
    """

    def __init__(self, connection: Connection, limits: TimeLimits) -> None:
        self._connection = connection
        self._limits = limits
        self._stored: tuple[LimitTable, ...] | None = None
        self._new: list[LimitTable] = []

    def all(self) -> Sequence[LimitTable]:
        """All versions, by the moment they come into effect."""
        if self._stored is None:
            rows = self._connection.execute(select(table.c.document))
            self._stored = tuple(decode(row.document, LimitTable) for row in rows)
            self._limits.replace([*self._stored, *self._new])
        return self._limits.tables

    def add(self, version: LimitTable) -> None:
        """Store the next version."""
        self._new.append(version)
        self._limits.replace([*self.all(), version])

    def flush(self) -> None:
        """Write new versions."""
        if self._new:
            rows = [
                {
                    "number": one.number,
                    "effective_from": to_us(one.effective_from),
                    "document": encode(one).decode(),
                }
                for one in self._new
            ]
            self._connection.execute(insert(table), rows)
            self._stored = (*(self._stored or ()), *self._new)
            self._new = []

    def clear(self) -> None:
        """Forget the unwritten ones; what is stored is read again when it is asked for.

        The clocks go on with what was known before.
        """
        if self._new:
            self._limits.replace(self._stored or ())
        self._new, self._stored = [], None
