"""Which of many values a column holds, past the engine's work on every single value."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Column, Connection, bindparam, select

_MOST = 1024
"""Values asked for at once; engines bound the number of parameters."""


class KnownValues:
    """Looks up strings in an indexed column by statements compiled once for a few lengths."""

    def __init__(self, connection: Connection, column: Column[Any]) -> None:
        self._connection = connection
        self._column = column
        self._statements: dict[int, str] = {}

    def among(self, values: Collection[str]) -> set[str]:
        """Those of `values` that are stored."""
        if self._connection.dialect.name == "postgresql":
            return set(self._ask_by_list(list(values)))
        left = list(values)
        found: set[str] = set()
        while left:
            part, left = left[:_MOST], left[_MOST:]
            # Filled up by repeats to a power of two, or every length would be another statement.
            length = 1 << (len(part) - 1).bit_length()
            part += part[-1:] * (length - len(part))
            found.update(self._ask(part))
        return found

    def _ask(self, values: list[str]) -> list[str]:
        sql = self._statements.get(len(values))
        dialect = self._connection.dialect
        if sql is None:
            names: list[Any] = [bindparam(f"v{n}") for n in range(len(values))]
            query = select(self._column).where(self._column.in_(names))
            sql = self._statements[len(values)] = str(query.compile(dialect=dialect))
        return [row[0] for row in self._connection.exec_driver_sql(sql, tuple(values))]

    def _ask_by_list(self, values: list[str]) -> list[str]:
        """On PostgreSQL one statement serves every length."""
        quoted = self._connection.dialect.identifier_preparer.quote
        column, table = quoted(self._column.name), quoted(self._column.table.name)
        sql = f"SELECT {column} FROM {table} WHERE {column} = ANY(%(values)s)"  # noqa: S608 names of ours
        return [row[0] for row in self._connection.exec_driver_sql(sql, {"values": values})]
