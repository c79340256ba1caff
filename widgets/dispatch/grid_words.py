"""Grids as an operator writes them: g137 g138."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from console.domain.area import Grid

_NUMBER = re.compile(r"\d{1,5}")


def grid_words(codes: Iterable[str], grids: Mapping[str, Grid]) -> str:
    """Labels of grids, in the order of their numbers."""
    known = sorted((grids[code] for code in codes if code in grids), key=lambda one: one.number)
    return " ".join(grid.label for grid in known)


def grid_codes(words: str, grids: Mapping[str, Grid]) -> tuple[str, ...]:
    """Codes of the grids whose numbers stand in `words`; numbers of no grid are passed over."""
    by_number = {grid.number: code for code, grid in grids.items()}
    numbers = [int(text) for text in _NUMBER.findall(words)]
    return tuple(dict.fromkeys(by_number[one] for one in numbers if one in by_number))
