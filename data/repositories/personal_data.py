"""Clear values behind the masks."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from data.schema import personal


class SqlPersonalData:
    """Clear names and contacts by case, each under a pseudonym (p1, p2, …) of that case."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, dict[str, str]] = {}
        self._new: list[dict[str, object]] = []

    def remember(self, case: str, field: str, clear: str) -> str:
        """Keep a clear value; returns its pseudonym, the same for the same value of a case."""
        known = self._known.get(case)
        if known is None:
            query = select(personal.c.clear, personal.c.pseudonym).where(personal.c.number == case)
            known = {row.clear: row.pseudonym for row in self._connection.execute(query)}
            self._known[case] = known
        if clear not in known:
            known[clear] = f"p{len(known) + 1}"
            self._new.append(
                {"number": case, "field": field, "pseudonym": known[clear], "clear": clear}
            )
        return known[clear]

    def flush(self) -> None:
        """Write new values."""
        if self._new:
            self._connection.execute(insert(personal), self._new)
            self._new = []

    def clear(self) -> None:
        """Forget every value."""
        self._known = {}
        self._new = []
