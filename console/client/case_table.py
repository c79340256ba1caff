"""All cases as columns of numbers, so that 100,000 are filtered and sorted in milliseconds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from console.client.deadlines import next_clock
from console.domain.case import Case
from console.domain.sla import AMBER_SHARE

Rows = NDArray[Any]

_ROW = np.dtype(
    [
        ("open", "?"),
        ("mine", "?"),
        ("level", "i1"),
        ("due", "f8"),
        ("amber", "f8"),
        ("reported", "f8"),
        ("updated", "f8"),
        ("street", "i4"),
        ("type", "i4"),
        ("state", "i4"),
        ("source", "i4"),
        ("holder", "i4"),
    ]
)
"""Times are seconds since 1970; `due` and `amber` of the next clock, infinite where none runs."""
_NO_CLOCK = (np.inf, np.inf)


class CaseTable:
    """One slot a case, in the order in which they became known.

    A case that is gone keeps its slot, as one that is not open, until the next `rebuild`.
    """

    def __init__(self, user: str) -> None:
        self.user = user
        self._slots: dict[str, int] = {}
        self._keys: list[str] = []
        self._codes: dict[str, int] = {}
        self._rows: Rows = np.zeros(0, _ROW)

    def __len__(self) -> int:
        return len(self._keys)

    @property
    def rows(self) -> Rows:
        """The columns, one record a slot; a view that the next change may leave behind."""
        return self._rows[: len(self._keys)]

    def rebuild(self, cases: Mapping[str, Case]) -> None:
        """Start over."""
        self._keys = list(cases)
        self._slots = {key: slot for slot, key in enumerate(self._keys)}
        self._rows = np.array([self._row(case) for case in cases.values()], _ROW)

    def update(self, cases: Mapping[str, Case], keys: Iterable[str]) -> list[int]:
        """Follow changed, new and removed cases; returns their slots."""
        slots = []
        for key in keys:
            case = cases.get(key)
            slot = self._slots.get(key)
            if slot is None:
                if case is None:
                    continue
                slot = self._new_slot(key)
            if case is None:
                self._rows[slot]["open"] = False
            else:
                self._rows[slot] = self._row(case)
            slots.append(slot)
        return slots

    def slot(self, key: str) -> int:
        """Where a case stands, -1 where it was never known."""
        return self._slots.get(key, -1)

    def key(self, slot: int) -> str:
        """The case in a slot."""
        return self._keys[slot]

    def codes(self, texts: Iterable[str]) -> list[int]:
        """What stands in the columns of words for these; unknown ones are left out."""
        return [self._codes[text] for text in texts if text in self._codes]

    def codes_from(self, beginnings: tuple[str, ...]) -> list[int]:
        """What stands for words that begin with one of `beginnings`."""
        return [code for text, code in self._codes.items() if text.startswith(beginnings)]

    def _new_slot(self, key: str) -> int:
        slot = len(self._keys)
        if slot == len(self._rows):
            room = np.zeros(max(256, slot // 4), _ROW)
            self._rows = np.concatenate((self._rows, room))
        self._keys.append(key)
        self._slots[key] = slot
        return slot

    def _row(self, case: Case) -> tuple[object, ...]:
        opening = case.opening
        code = self._code
        return (
            case.open,
            self._is_mine(case),
            case.level,
            *_deadline(case),
            case.reported_at.timestamp(),
            case.updated_at.timestamp(),
            code(opening.street),
            code(opening.case_type),
            code(case.state),
            code(opening.source),
            code(case.holder),
        )

    def _code(self, text: str) -> int:
        return self._codes.setdefault(text, len(self._codes))

    def _is_mine(self, case: Case) -> bool:
        """Whether the operator owns or holds the case, or wrote into its log."""
        user = self.user
        if not user:
            return False
        return user in {case.owner_name, case.holder} or any(entry.by == user for entry in case.log)


def _deadline(case: Case) -> tuple[float, float]:
    clock = next_clock(case)
    if clock is None:
        return _NO_CLOCK
    start, due = clock.started_at.timestamp(), clock.due_at.timestamp()
    return due, start + AMBER_SHARE * (due - start)
