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
        self._rows: dict[str, tuple[int, str, float, float]] = {}
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
        groups: dict[tuple[int, int], list[tuple[int, str, float, float]]] = {}
        floor = math.floor
        for row in sorted(self._rows.values()):
            groups.setdefault((floor(row[2] / gap), floor(row[3] / gap)), []).append(row)
        marks = []
        for found in groups.values():
            level, _, x, y = found[0]
            marks.append(CaseMark(x, y, level, tuple(row[1] for row in found)))
        marks.sort(key=lambda mark: -mark.level)
        worlds = np.array([(mark.x, mark.y) for mark in marks], dtype=np.float64)
        return marks, worlds.reshape(-1, 2)


def _step(scale: float) -> float:
    return float(2.0 ** (round(math.log2(scale) * 2) / 2))
