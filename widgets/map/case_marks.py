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

GAP = 34.0
"""Marks closer than about this many pixels are shown as one."""


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
        self._rows: dict[str, tuple[int, float, float]] = {}
        self._folded: dict[float, list[CaseMark]] = {}

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
                self._rows[number] = (case.level, *projection.world(place))
        self._folded.clear()

    def position(self, number: str) -> tuple[float, float] | None:
        """World position of an open case."""
        row = self._rows.get(number)
        return None if row is None else (row[1], row[2])

    def marks(self, view: View) -> list[CaseMark]:
        """The marks for a view's scale, worst last so that they are painted on top.

        Folding changes only at full steps of zoom and is fixed to the ground: panning and small
        zooms leave the marks as they are.
        """
        step = _step(view.scale)
        if step not in self._folded:
            self._folded = {step: self._fold(GAP / step)}
        return self._folded[step]

    def _fold(self, gap: float) -> list[CaseMark]:
        groups: dict[tuple[int, int], list[str]] = {}
        numbers = sorted(self._rows, key=lambda number: (self._rows[number][0], number))
        for number in numbers:
            _, x, y = self._rows[number]
            groups.setdefault((math.floor(x / gap), math.floor(y / gap)), []).append(number)
        marks = []
        for found in groups.values():
            level, x, y = self._rows[found[0]]
            marks.append(CaseMark(x, y, level, tuple(found)))
        return sorted(marks, key=lambda mark: -mark.level)


def positions(marks: Iterable[CaseMark]) -> Points:
    """World positions (n, 2) of marks."""
    return np.array([(mark.x, mark.y) for mark in marks], dtype=np.float64).reshape(-1, 2)


def _step(scale: float) -> float:
    return float(2.0 ** (round(math.log2(scale) * 2) / 2))
