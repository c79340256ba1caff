"""The catalogue of case types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from console.domain.attachment import PhotoGroup
from console.domain.case_type import CaseType
from console.domain.limit_table import read_entries
from console.domain.response import ChecklistItem

OTHER = "Z01"
"""The leaf that stands in for an unknown code."""

_DEFAULT_RADIUS_M = 300.0


class CaseTypes:
    """Case types by code. Unknown codes are treated as `OTHER`."""

    def __init__(
        self, types: Iterable[CaseType], calls: Mapping[int, Sequence[str]] | None = None
    ) -> None:
        self._types = {each.code: each for each in types}
        self._calls = calls or {}
        if OTHER not in self._types:
            raise ValueError(f"case types lack {OTHER}")

    @classmethod
    def from_table(cls, table: Mapping[str, object]) -> CaseTypes:
        """From the parsed `case_types.toml`; raises `ValueError` or `KeyError` where wrong."""
        found: list[CaseType] = []
        for group in _tables(table, "group"):
            found.extend(_leaf(group, leaf) for leaf in _tables(group, "leaf"))
        codes = [each.code for each in found]
        if len(set(codes)) != len(codes):
            raise ValueError("a case type code is used twice")
        calls = table.get("calls", {})
        if not isinstance(calls, Mapping):
            raise ValueError("calls is not a table")
        return cls(found, {int(str(level)): _strings(names) for level, names in calls.items()})

    def own_limits(self) -> Mapping[str, Mapping[str, object]]:
        """What types say instead of the general limits, by code."""
        return {each.code: each.limits for each in self if each.limits}

    def __iter__(self) -> Iterator[CaseType]:
        return iter(self._types.values())

    def __contains__(self, code: object) -> bool:
        return code in self._types

    def calls(self, level: int) -> Sequence[str]:
        """Who must be called at a response level; `{departments}` are a type's own."""
        return self._calls.get(level, ())

    def get(self, code: str) -> CaseType:
        """The leaf with this code, or the one for everything else."""
        return self._types.get(code) or self._types[OTHER]


def _tables(table: Mapping[str, object], name: str) -> Sequence[Mapping[str, object]]:
    rows = table.get(name, [])
    if not isinstance(rows, list):
        raise ValueError(f"{name} is not a list of tables")
    return cast(Sequence[Mapping[str, object]], rows)


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def _checklist(value: object, lead: str) -> tuple[ChecklistItem, ...]:
    """Items are words, or tables of `item`, `owner` (else the lead) and `required`."""
    found = []
    for each in value if isinstance(value, list) else ():
        row = each if isinstance(each, Mapping) else {"item": each}
        owner = str(row.get("owner", lead))
        found.append(ChecklistItem(str(row["item"]), owner, bool(row.get("required", False))))
    return tuple(found)


def _leaf(group: Mapping[str, object], leaf: Mapping[str, object]) -> CaseType:
    merged = {**group, **leaf}
    limits = cast(Mapping[str, object], merged.get("limits", {}))
    level = int(str(merged["level"]))
    if level not in {1, 2, 3, 4}:
        raise ValueError(f"{leaf['code']}: level {level}")
    tuple(read_entries(str(leaf["code"]), limits))
    return CaseType(
        code=str(leaf["code"]),
        group=str(group["code"]),
        name=str(leaf["name"]),
        name_en=str(leaf["name_en"]),
        group_name=str(group["name"]),
        group_name_en=str(group["name_en"]),
        level=level,
        lead=str(merged["lead"]),
        co_handlers=_strings(merged.get("co_handlers")),
        checklist=_checklist(merged.get("checklist"), str(merged["lead"])),
        search_radius_m=float(str(merged.get("search_radius_m", _DEFAULT_RADIUS_M))),
        limits=limits,
        photos=tuple(PhotoGroup(each) for each in _strings(merged.get("photos"))),
    )
