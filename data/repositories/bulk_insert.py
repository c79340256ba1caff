"""Many rows into one table, past the engine's work on every single value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from sqlalchemy import Connection, Table, insert

if TYPE_CHECKING:
    import psycopg

_Rows = Sequence[tuple[object, ...]]


class BulkInsert:
    """Values must be what the driver itself takes (int, str, bytes; 0 or 1 for a boolean)."""

    def __init__(self, connection: Connection, table: Table, columns: Sequence[str]) -> None:
        copies = connection.dialect.name == "postgresql"
        way = _copying if copies else _inserting
        self._run = way(connection, table, columns)

    def run(self, rows: _Rows) -> None:
        """Insert `rows`, each with its values in the order of `columns`."""
        self._run(rows)


def _inserting(
    connection: Connection, table: Table, columns: Sequence[str]
) -> Callable[[_Rows], None]:
    """An INSERT compiled once."""
    compiled = insert(table).compile(dialect=connection.dialect, column_keys=list(columns))
    sql = str(compiled)
    places = [columns.index(name) for name in compiled.positiontup or columns]
    in_order = places == sorted(places)

    def run(rows: _Rows) -> None:
        values = rows if in_order else [tuple([row[at] for at in places]) for row in rows]
        connection.exec_driver_sql(sql, list(values))

    return run


def _copying(
    connection: Connection, table: Table, columns: Sequence[str]
) -> Callable[[_Rows], None]:
    """One COPY for all rows."""
    quoted = connection.dialect.identifier_preparer.quote
    sql = f"COPY {quoted(table.name)} ({', '.join(map(quoted, columns))}) FROM STDIN"

    def run(rows: _Rows) -> None:
        driver = cast("psycopg.Connection", connection.connection.driver_connection)
        with driver.cursor() as cursor, cursor.copy(sql.encode()) as copy:
            for row in rows:
                copy.write_row(row)

    return run
