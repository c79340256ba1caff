"""Layouts of a video wall."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A tile's place in a layout, in cells of the layout's grid."""

    column: int
    row: int
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Layout:
    """A named arrangement of tiles on a grid of `columns` × `rows` cells."""

    name: str
    columns: int
    rows: int
    cells: tuple[Cell, ...]


def even(name: str, columns: int, rows: int) -> Layout:
    """A layout of `columns` × `rows` equal tiles, row by row."""
    cells = tuple(Cell(column, row) for row in range(rows) for column in range(columns))
    return Layout(name, columns, rows, cells)


def focused(name: str, size: int) -> Layout:
    """One large tile with `2 * size - 1` small ones around its right and lower edge (1+5, 1+7)."""
    right = tuple(Cell(size - 1, row) for row in range(size))
    below = tuple(Cell(column, size - 1) for column in range(size - 1))
    return Layout(name, size, size, (Cell(0, 0, size - 1, size - 1), *right, *below))


LAYOUTS: dict[str, Layout] = {
    layout.name: layout
    for layout in (
        even("1", 1, 1),
        even("4", 2, 2),
        even("6", 3, 2),
        even("8", 4, 2),
        even("9", 3, 3),
        even("16", 4, 4),
        even("25", 5, 5),
        even("36", 6, 6),
        even("64", 8, 8),
        focused("1+5", 3),
        focused("1+7", 4),
    )
}
