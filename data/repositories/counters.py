"""Running totals, so that nobody has to count a table of millions."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select, update

from data.schema import counter as table

_UPDATE = update(table).where(table.c.name == bindparam("k_name")).values(value=bindparam("value"))


class Counters:
    """Counters by name, read once and written with the transaction that changed them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._values: dict[str, int] | None = None
        self._changed: set[str] = set()

    def _all(self) -> dict[str, int]:
        if self._values is None:
            self._values = {row.name: row.value for row in self._connection.execute(select(table))}
        return self._values

    def value(self, name: str) -> int:
        """The total of `name`."""
        return self._all()[name]

    def add(self, name: str, count: int) -> None:
        """Count `count` more of `name`."""
        self._all()[name] += count
        self._changed.add(name)

    def flush(self) -> None:
        """Write what changed."""
        if self._changed:
            rows = [{"k_name": name, "value": self._all()[name]} for name in self._changed]
            self._connection.execute(_UPDATE, rows)
            self._changed = set()

    def clear(self) -> None:
        """Forget everything: the transaction failed."""
        self._values = None
        self._changed = set()
