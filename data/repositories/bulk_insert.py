"""Many rows into one table, past the engine's work on every single value."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Table, insert


class BulkInsert:
    """An INSERT compiled once; values must be what the driver itself takes (int, str, bytes)."""

    def __init__(self, connection: Connection, table: Table, columns: Sequence[str]) -> None:
        self._connection = connection
        self._columns = tuple(columns)
        compiled = insert(table).compile(dialect=connection.dialect, column_keys=list(columns))
        self._sql = str(compiled)
        order = compiled.positiontup
        self._named = order is None
        places = [self._columns.index(name) for name in order or columns]
        self._places = None if places == sorted(places) else places

    def run(self, rows: Sequence[tuple[object, ...]]) -> None:
        """Insert `rows`, each with its values in the order of `columns`."""
        if self._named:
            named = [dict(zip(self._columns, row, strict=True)) for row in rows]
            self._connection.exec_driver_sql(self._sql, named)
        elif self._places is None:
            self._connection.exec_driver_sql(self._sql, list(rows))
        else:
            places = self._places
            values = [tuple([row[place] for place in places]) for row in rows]
            self._connection.exec_driver_sql(self._sql, values)
