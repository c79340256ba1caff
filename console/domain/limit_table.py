"""One version of the table of time limits (domain guide, time limits)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from console.domain.card_rule import CardRule
from console.domain.limit_entry import LEVELS, LimitEntry
from console.domain.sla import ClockKind

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
"""From when on the table that the product came with is in force."""


@dataclass(frozen=True, slots=True)
class LimitTable:
    """Limits that hold for cases reported from `effective_from` on, until a later table does.

    `number` counts from 1; `made_by` is masked.
    """

    number: int
    effective_from: datetime
    entries: tuple[LimitEntry, ...]
    cards: CardRule = field(default_factory=CardRule)
    made_by: str = ""
    made_at: datetime = BEGINNING
    note: str = ""

    @classmethod
    def from_toml(
        cls, table: Mapping[str, object], of_types: Mapping[str, Mapping[str, object]]
    ) -> LimitTable:
        """The first version, from the parsed `time_limits.toml` and what case types say instead.

        `of_types` is {code: {level: {kind: text}}}. Raises `ValueError` where something is wrong.
        """
        levels = table.get("level")
        if not isinstance(levels, Mapping):
            raise ValueError("time limits have no [level] tables")
        entries = [*read_entries("", levels)]
        for code, own in of_types.items():
            entries.extend(read_entries(code, own))
        shares = table.get("supervision", {})
        if not isinstance(shares, Mapping):
            raise ValueError("[supervision] is not a table")
        rule = CardRule(**{str(name): int(str(percent)) for name, percent in shares.items()})
        if not rule.sound:
            raise ValueError("the shares of [supervision] do not rise from 100")
        return cls(1, BEGINNING, tuple(entries), rule)


def read_entries(case_type: str, table: Mapping[str, object]) -> Iterator[LimitEntry]:
    """Entries of `{"1": {"take_in": "1 min", …}, …}`; raises `ValueError` on what is wrong."""
    for name, row in table.items():
        if name not in {str(level) for level in LEVELS} or not isinstance(row, Mapping):
            raise ValueError(f"not a response level: {name!r}")
        for kind, text in row.items():
            entry = LimitEntry(case_type, int(name), ClockKind(kind), str(text))
            entry.limit()
            yield entry
