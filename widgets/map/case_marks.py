"""Open cases as marks; those that would cover each other are shown as one with a number."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from console.domain.area import Grid
from console.domain.case import Case
from widgets.map.projection import Points, Projection
from widgets.map.view import View

GAP = 30.0
"""Marks closer than about this many pixels are shown as one."""

QUIET = 4
"""From this level on a mark is a mere dot from afar, and never pulses."""

_Row = tuple[int, str, float, float]
"""Level, number and world position of an open case."""

_Group = tuple[_Row, list[str]]
"""The worst case of a mark, and the numbers of all."""

_Taken = dict[tuple[int, int], list[_Group]]
"""Marks by the square of ground they are in."""


@dataclass(frozen=True, slots=True)
class CaseMark:
    """One mark: world position of its worst case, that case's level, and all case numbers."""

    x: float
    y: float
    level: int
    numbers: tuple[str, ...]


class CaseMarks:
    """Positions of the open cases, folded into marks for a scale."""

    def __init__(self) -> None:
        self._rows: dict[str, _Row] = {}
        self._folded: dict[float, tuple[list[CaseMark], Points]] = {}

    def rebuild(
        self, cases: Mapping[str, Case], grids: Mapping[str, Grid], projection: Projection
    ) -> None:
        """Start over."""
        self._rows.clear()
        self.update(cases, cases, grids, projection)

    def update(
        self,
        numbers: Iterable[str],
        cases: Mapping[str, Case],
        grids: Mapping[str, Grid],
        projection: Projection,
    ) -> None:
        """Take over changed, new, ended or vanished cases."""
        for number in numbers:
            self._rows.pop(number, None)
            case = cases.get(number)
            if case is None or not case.open:
                continue
            grid = grids.get(case.opening.grid)
            place = case.opening.place or (grid.centre if grid is not None else None)
            if place is not None:
                self._rows[number] = (case.level, number, *projection.world(place))
        self._folded.clear()

    def position(self, number: str) -> tuple[float, float] | None:
        """World position of an open case."""
        row = self._rows.get(number)
        return None if row is None else (row[2], row[3])

    def folded(self, view: View) -> tuple[list[CaseMark], Points]:
        """The marks for a view's scale, worst last, and their world positions (n, 2).

        Folding changes only at full steps of zoom and is fixed to the ground: panning and small
        zooms leave the marks as they are.
        """
        step = _step(view.scale)
        if step not in self._folded:
            self._folded = {step: self._fold(GAP / step)}
        return self._folded[step]

    def _fold(self, gap: float) -> tuple[list[CaseMark], Points]:
        taken: _Taken = {}
        groups: list[_Group] = []
        for row in sorted(self._rows.values()):
            near = _nearby(taken, row, gap)
            if near is not None:
                near[1].append(row[1])
                continue
            group = (row, [row[1]])
            square = (math.floor(row[2] / gap / 2), math.floor(row[3] / gap / 2))
            taken.setdefault(square, []).append(group)
            groups.append(group)
        marks = [CaseMark(x, y, level, tuple(numbers)) for (level, _, x, y), numbers in groups]
        marks.sort(key=lambda mark: -mark.level)
        worlds = np.array([(mark.x, mark.y) for mark in marks], dtype=np.float64)
        return marks, worlds.reshape(-1, 2)


def _nearby(taken: _Taken, row: _Row, gap: float) -> _Group | None:
    """A mark close enough to take the case in; level-4 marks may come closer to each other.

    Squares have sides of two gaps, so no more than four of them can hold such a mark.
    """
    level, _, x, y = row
    wide, narrow = gap * gap, (gap * 0.72) ** 2
    column, line = math.floor(x / gap / 2 - 0.5), math.floor(y / gap / 2 - 0.5)
    for square in (
        (column, line),
        (column + 1, line),
        (column, line + 1),
        (column + 1, line + 1),
    ):
        for group in taken.get(square, ()):
            other = group[0]
            away = (other[2] - x) ** 2 + (other[3] - y) ** 2
            if away < (narrow if level == other[0] == QUIET else wide):
                return group
    return None


def _step(scale: float) -> float:
    return float(2.0 ** (round(math.log2(scale) * 2) / 2))
