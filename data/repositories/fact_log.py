"""Facts in commit order."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, func, select

from console.errors import CursorPruned
from console.services.core import FeedItem
from data.repositories.bulk_insert import BulkInsert
from data.schema import fact
from data.times import to_us


class SqlFactLog:
    """Append-only but for pruning; knows its newest and oldest gseq."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._insert = BulkInsert(connection, fact, ("gseq", "at", "urgent", "data"))
        self._new: list[tuple[object, ...]] = []
        self._oldest = 0
        self._head = -1

    def _know_ends(self) -> None:
        if self._head < 0:
            query = select(func.min(fact.c.gseq), func.max(fact.c.gseq))
            oldest, head = self._connection.execute(query).one()
            self._oldest, self._head = oldest or 1, head or 0

    @property
    def head(self) -> int:
        """Gseq of the newest fact, 0 before the first."""
        self._know_ends()
        return self._head

    def add(self, item: FeedItem, at: datetime) -> None:
        """Store a fact; its gseq is the head's plus one, so the head has been asked for."""
        self._head = item.gseq
        # The driver looks for an adapter for every bool, and for no int.
        self._new.append((item.gseq, to_us(at), int(item.urgent), item.data))

    def after(self, gseq: int, limit: int) -> list[FeedItem]:
        """Facts after `gseq`, oldest first; raises `CursorPruned`."""
        self._know_ends()
        if gseq + 1 < self._oldest:
            raise CursorPruned(gseq=gseq)
        query = select(fact.c.gseq, fact.c.data, fact.c.urgent)
        query = query.where(fact.c.gseq > gseq).order_by(fact.c.gseq).limit(limit)
        return [
            FeedItem(row.gseq, bytes(row.data), row.urgent)
            for row in self._connection.execute(query)
        ]

    def prune(self, keep: int, most: int) -> int:
        """Forget facts beyond the newest `keep`, at most `most` at a time; how many went."""
        self._know_ends()
        oldest = self._oldest
        end = min(self._head - keep + 1, oldest + most)
        if end <= oldest:
            return 0
        self._connection.execute(delete(fact).where(fact.c.gseq < end))
        self._oldest = end
        return end - oldest

    def flush(self) -> None:
        """Write new facts."""
        if self._new:
            self._insert.run(self._new)
            self._new = []

    def clear(self) -> None:
        """Forget the unwritten ones and the ends."""
        self._new = []
        self._head = -1
