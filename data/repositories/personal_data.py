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
        known = self._of(case)
        if clear not in known:
            known[clear] = f"p{len(known) + 1}"
            self._new.append(
                {"number": case, "field": field, "pseudonym": known[clear], "clear": clear}
            )
        return known[clear]

    def _of(self, case: str) -> dict[str, str]:
        if case not in self._known:
            self._known[case] = {clear: name for _, name, clear in self.of_case(case)}
        return self._known[case]

    def of_case(self, case: str) -> list[tuple[str, str, str]]:
        """Field, pseudonym and clear value of all that is kept of a case."""
        query = select(personal.c.field, personal.c.pseudonym, personal.c.clear)
        rows = self._connection.execute(query.where(personal.c.number == case))
        return [(row.field, row.pseudonym, row.clear) for row in rows]

    def flush(self) -> None:
        """Write new values."""
        if self._new:
            self._connection.execute(insert(personal), self._new)
            self._new = []

    def clear(self) -> None:
        """Forget every value."""
        self._known = {}
        self._new = []
