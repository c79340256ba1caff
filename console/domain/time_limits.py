"""The tables of time limits there are, looked up by the day a case was reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from console.domain.card_rule import CardRule
from console.domain.limit_table import LimitTable
from console.domain.sla import ClockKind
from console.domain.time_limit import TimeLimit

_Cells = dict[tuple[str, int, ClockKind], TimeLimit]


class TimeLimits:
    """All versions; a case keeps the one that was in force when it was reported.

    In force is the version that came into effect last; of two from the same moment the newer one.
    """

    def __init__(self, tables: Iterable[LimitTable]) -> None:
        self._tables: list[LimitTable] = []
        self._cells: list[_Cells] = []
        self.replace(tables)

    @property
    def tables(self) -> Sequence[LimitTable]:
        """All versions, by the moment they come into effect."""
        return tuple(self._tables)

    def replace(self, tables: Iterable[LimitTable]) -> None:
        """These are the versions now; raises `ValueError` where a limit cannot be read."""
        self._tables = sorted(tables, key=lambda one: (one.effective_from, one.number))
        self._cells = [_cells(table) for table in self._tables]

    def newest(self) -> LimitTable | None:
        """The version made last, whether it is in force yet or not."""
        return max(self._tables, key=lambda one: one.number, default=None)

    def in_force(self, at: datetime) -> LimitTable | None:
        """The table for a case reported at this moment."""
        index = self._index(at)
        return self._tables[index] if index >= 0 else None

    def limit(
        self, kind: ClockKind, level: int, case_type: str, reported_at: datetime
    ) -> TimeLimit | None:
        """The limit that applies, None where there is none."""
        index = self._index(reported_at)
        if index < 0:
            return None
        cells = self._cells[index]
        return cells.get((case_type, level, kind)) or cells.get(("", level, kind))

    def cards(self, reported_at: datetime) -> CardRule:
        """When cards are proposed for a case reported at this moment."""
        table = self.in_force(reported_at)
        return table.cards if table else CardRule()

    def _index(self, at: datetime) -> int:
        index = len(self._tables) - 1
        while index > 0 and self._tables[index].effective_from > at:
            index -= 1
        return index


def _cells(table: LimitTable) -> _Cells:
    return {(one.case_type, one.level, one.kind): one.limit() for one in table.entries}
