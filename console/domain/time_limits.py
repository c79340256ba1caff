"""The table of time limits by response level (domain guide, time limits)."""

from __future__ import annotations

from collections.abc import Mapping

from console.domain.sla import ClockKind
from console.domain.time_limit import Basis, TimeLimit

LEVELS = (1, 2, 3, 4)
"""Response levels, worst first."""

LevelLimits = Mapping[ClockKind, TimeLimit]
"""Limits of one response level; a kind that is missing has none."""


def basis_of(level: int) -> Basis:
    """Levels 1–2 run by the wall clock, 3–4 by working time."""
    return Basis.WALL if level <= 2 else Basis.WORKING


def parse_limits(table: Mapping[str, object]) -> dict[int, LevelLimits]:
    """Read `{"1": {"take_in": "1 min", …}, …}`; raises `ValueError` on unknown names."""
    limits: dict[int, LevelLimits] = {}
    for name, row in table.items():
        if name not in {str(level) for level in LEVELS} or not isinstance(row, Mapping):
            raise ValueError(f"not a response level: {name!r}")
        basis = basis_of(int(name))
        limits[int(name)] = {
            ClockKind(kind): TimeLimit.parse(str(text), basis) for kind, text in row.items()
        }
    return limits


class TimeLimits:
    """Limits by level and kind, with what a case type says instead."""

    def __init__(self, limits: Mapping[int, LevelLimits]) -> None:
        self._limits = limits

    @classmethod
    def from_table(cls, table: Mapping[str, object]) -> TimeLimits:
        """From the parsed `time_limits.toml`; raises `ValueError` where it is wrong."""
        levels = table.get("level")
        if not isinstance(levels, Mapping):
            raise ValueError("time limits have no [level] tables")
        return cls(parse_limits(levels))

    def limit(
        self, kind: ClockKind, level: int, instead: Mapping[int, LevelLimits]
    ) -> TimeLimit | None:
        """The limit that applies, None where there is none."""
        special = instead.get(level, {}).get(kind)
        return special or self._limits.get(level, {}).get(kind)
