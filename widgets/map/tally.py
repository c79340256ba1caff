"""Which grids have open cases, and how bad the worst of them is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from console.domain.case import Case


class Tally:
    """Open cases by grid code. Level 0 stands for a grid where nothing is open."""

    def __init__(self) -> None:
        self._grid_of: dict[str, str] = {}
        self._levels: dict[str, dict[str, int]] = {}

    def level(self, grid: str) -> int:
        """The worst (lowest) level open in a grid, 0 where there is none."""
        return min(self._levels.get(grid, {}).values(), default=0)

    def cases(self, grid: str) -> tuple[str, ...]:
        """Numbers of the open cases of a grid, worst first."""
        found = self._levels.get(grid, {})
        return tuple(sorted(found, key=lambda number: (found[number], number)))

    def rebuild(self, cases: Mapping[str, Case]) -> None:
        """Count everything anew."""
        self._grid_of.clear()
        self._levels.clear()
        self.update(cases, cases)

    def update(self, numbers: Iterable[str], cases: Mapping[str, Case]) -> frozenset[str]:
        """Count changed or vanished cases; gives the grids whose worst level is another now."""
        before: dict[str, int] = {}
        for number in numbers:
            case = cases.get(number)
            new = case.opening.grid if case is not None and case.open else ""
            old = self._grid_of.pop(number, "")
            for grid in {old, new} - {""}:
                before.setdefault(grid, self.level(grid))
            if old:
                del self._levels[old][number]
            if new and case is not None:
                self._grid_of[number] = new
                self._levels.setdefault(new, {})[number] = case.level
        return frozenset(grid for grid, level in before.items() if self.level(grid) != level)
