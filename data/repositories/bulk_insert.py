"""Many rows into one table, past the engine's work on every single value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Table, insert


class BulkInsert:
    """An INSERT compiled once; values must be what the driver itself takes (int, str, bytes)."""

    def __init__(self, connection: Connection, table: Table, columns: Sequence[str]) -> None:
        self._connection = connection
        compiled = insert(table).compile(dialect=connection.dialect, column_keys=list(columns))
        self._sql = str(compiled)
        self._order = compiled.positiontup

    def run(self, rows: Sequence[Mapping[str, object]]) -> None:
        """Insert `rows`, each with a value for every column."""
        order = self._order
        if order is None:
            self._connection.exec_driver_sql(self._sql, [dict(row) for row in rows])
        else:
            values = [tuple([row[name] for name in order]) for row in rows]
            self._connection.exec_driver_sql(self._sql, values)
