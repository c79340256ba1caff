"""Answers to commands, for repeats."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from console.codec import decode, encode
from console.services.core import CommandResult
from data.schema import command_result as table
from data.times import to_us


class SqlCommandResults:
    """Answers by cmd_id."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._new: list[dict[str, object]] = []

    def get(self, cmd_id: str) -> CommandResult | None:
        """The answer already given."""
        query = select(table.c.document).where(table.c.cmd_id == cmd_id)
        document = self._connection.scalar(query)
        return None if document is None else decode(document, CommandResult)

    def add(self, result: CommandResult, at: datetime) -> None:
        """Remember an answer."""
        document = encode(result).decode()
        self._new.append({"cmd_id": result.cmd_id, "at": to_us(at), "document": document})

    def prune(self, before: datetime, most: int) -> int:
        """Forget answers given before this moment, at most `most` at a time; how many went."""
        old = select(table.c.cmd_id).where(table.c.at < to_us(before)).limit(most)
        return self._connection.execute(delete(table).where(table.c.cmd_id.in_(old))).rowcount

    def flush(self) -> None:
        """Write new answers."""
        if self._new:
            self._connection.execute(insert(table), self._new)
            self._new = []

    def clear(self) -> None:
        """Forget the unwritten ones."""
        self._new = []
