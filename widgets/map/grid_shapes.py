"""Outlines of the grids on the plane, ready for painting and for finding."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPolygonF

from console.domain.area import Grid
from widgets.map.projection import Points, Projection

Indices = npt.NDArray[np.intp]

_GRAIN = 100.0
"""Corners closer than 1/100 m are the same corner."""


class GridShapes:
    """Grids by position in `codes`; neighbours' common edges are kept once.

    `boxes` has shape (n, 4): left, top, right, bottom in metres; `edge_boxes` likewise for edges.
    `cell_size` is the side of a typical grid in metres. `boundary` tells which edges part two
    streets or end the district.
    """

    def __init__(self, grids: Sequence[Grid], projection: Projection) -> None:
        rings = [projection.worlds(grid.outline) for grid in grids]
        self.codes = tuple(grid.code for grid in grids)
        self.index = {code: index for index, code in enumerate(self.codes)}
        self.polygons = [QPolygonF([QPointF(x, y) for x, y in ring.tolist()]) for ring in rings]
        self.centres = projection.worlds([grid.centre for grid in grids])
        self.boxes = np.array(
            [(*ring.min(axis=0), *ring.max(axis=0)) for ring in rings], dtype=np.float64
        ).reshape(-1, 4)
        self.cell_size = _typical_side(self.boxes)
        streets = {code: number for number, code in enumerate(sorted({g.street for g in grids}))}
        owners = np.repeat(
            np.array([streets[grid.street] for grid in grids], dtype=np.intp),
            [len(ring) for ring in rings],
        )
        segments, self.boundary = _shared(rings, owners)
        self.edge_boxes = np.column_stack(
            (segments.reshape(-1, 2, 2).min(axis=1), segments.reshape(-1, 2, 2).max(axis=1))
        )
        self.edges = [QLineF(*segment) for segment in segments.tolist()]

    @property
    def world(self) -> QRectF:
        """The rectangle round all grids, metres."""
        if not self.codes:
            return QRectF(-5000.0, -5000.0, 10000.0, 10000.0)
        left, top = self.boxes[:, :2].min(axis=0).tolist()
        right, bottom = self.boxes[:, 2:].max(axis=0).tolist()
        return QRectF(QPointF(left, top), QPointF(right, bottom))

    def box(self, code: str) -> QRectF | None:
        """The rectangle round one grid, None where the grid is not known."""
        index = self.index.get(code)
        return None if index is None else self.polygons[index].boundingRect()

    def at(self, x: float, y: float) -> str | None:
        """Code of the grid at a world position."""
        boxes = self.boxes
        near = np.flatnonzero(
            (boxes[:, 0] <= x) & (x <= boxes[:, 2]) & (boxes[:, 1] <= y) & (y <= boxes[:, 3])
        )
        point = QPointF(x, y)
        for index in near.tolist():
            if self.polygons[index].containsPoint(point, Qt.FillRule.OddEvenFill):
                return self.codes[index]
        return None


def _typical_side(boxes: Points) -> float:
    if not len(boxes):
        return 500.0
    return float(np.sqrt(np.median((boxes[:, 2:] - boxes[:, :2]).prod(axis=1))))


def seen(boxes: Points, bounds: QRectF) -> Indices:
    """Which boxes (n, 4) touch `bounds`."""
    return np.flatnonzero(
        (boxes[:, 2] >= bounds.left())
        & (boxes[:, 0] <= bounds.right())
        & (boxes[:, 3] >= bounds.top())
        & (boxes[:, 1] <= bounds.bottom())
    )


def _shared(rings: Sequence[Points], owners: Indices) -> tuple[Points, npt.NDArray[np.bool_]]:
    """Segments (m, 4) of all rings without repeats, and which of them are boundaries."""
    if not rings:
        return np.empty((0, 4)), np.empty(0, dtype=np.bool_)
    starts = np.concatenate(rings)
    ends = np.concatenate([np.roll(ring, -1, axis=0) for ring in rings])
    a, b = np.rint(starts * _GRAIN), np.rint(ends * _GRAIN)
    swap = (a[:, 0] > b[:, 0]) | ((a[:, 0] == b[:, 0]) & (a[:, 1] > b[:, 1]))
    key = np.where(swap[:, None], np.hstack((b, a)), np.hstack((a, b)))
    _, first, same = np.unique(key, axis=0, return_index=True, return_inverse=True)
    same = same.reshape(-1)
    low = np.full(len(first), np.iinfo(np.intp).max, dtype=np.intp)
    high = np.full(len(first), -1, dtype=np.intp)
    np.minimum.at(low, same, owners)
    np.maximum.at(high, same, owners)
    alone = np.bincount(same, minlength=len(first)) == 1
    return np.hstack((starts, ends))[first], (low != high) | alone
