"""The table of alarm rules: filters by type, and how long an alarm may be put aside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from console.domain.alarm_rule import AlarmRule, FoldArea

LEVELS = (1, 2, 3, 4)


def _seconds(value: object) -> timedelta:
    return timedelta(seconds=_number(value))


def _minutes(value: object) -> timedelta:
    return timedelta(minutes=_number(value))


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"not a whole number from 0: {value!r}")
    return value


def _times(value: object) -> int:
    return max(1, _number(value))


_ENTRIES: Mapping[str, tuple[str, Callable[[Any], object]]] = {
    "on_delay_s": ("on_delay", _seconds),
    "off_delay_s": ("off_delay", _seconds),
    "count": ("count", _times),
    "window_s": ("window", _seconds),
    "latch": ("latch", bool),
    "fold_over": ("fold_over", _times),
    "fold_window_s": ("fold_window", _seconds),
    "fold_area": ("fold_area", FoldArea),
}


class AlarmRules:
    """Rules by alarm type, with a default, and limits by level."""

    def __init__(
        self,
        default: AlarmRule,
        types: Mapping[str, AlarmRule],
        shelves: Mapping[int, timedelta],
        mutes: Mapping[int, timedelta],
    ) -> None:
        self._default = default
        self._types = types
        self._shelves = shelves
        self._mutes = mutes

    @classmethod
    def from_table(cls, table: Mapping[str, object]) -> AlarmRules:
        """From the parsed `alarm_rules.toml`; raises `ValueError` where it is wrong."""
        default = _rule(AlarmRule(), _table(table, "default"))
        types = {
            name: _rule(default, _table({name: entry}, name))
            for name, entry in _table(table, "type").items()
        }
        shelves = _limits(_table(table, "longest_shelf_min"))
        return cls(default, types, shelves, _limits(_table(table, "longest_mute_min")))

    def rule(self, kind: str) -> AlarmRule:
        """The rule of an alarm type."""
        return self._types.get(kind, self._default)

    def longest_shelf(self, level: int) -> timedelta:
        """How long an alarm of this level may be shelved at a time."""
        return self._shelves[level]

    def longest_mute(self, level: int) -> timedelta:
        """How long an alarm of this level may be silenced at a time."""
        return self._mutes[level]


def _table(table: Mapping[str, object], name: str) -> Mapping[str, object]:
    entry = table.get(name, {})
    if not isinstance(entry, Mapping):
        raise ValueError(f"not a table: {name!r}")
    return entry


def _rule(base: AlarmRule, entries: Mapping[str, object]) -> AlarmRule:
    values: dict[str, Any] = {}
    for name, value in entries.items():
        if name not in _ENTRIES:
            raise ValueError(f"no such entry of an alarm rule: {name!r}")
        field, read = _ENTRIES[name]
        values[field] = read(value)
    return replace(base, **values)


def _limits(entries: Mapping[str, object]) -> dict[int, timedelta]:
    if set(entries) != {str(level) for level in LEVELS}:
        raise ValueError("a limit is needed for each of the levels 1 to 4 and for nothing else")
    return {int(level): _minutes(value) for level, value in entries.items()}
