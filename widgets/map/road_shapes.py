"""Roads and railways as painter paths on the plane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from console.domain.place import Road, RoadClass
from widgets.map.projection import Points, Projection


@dataclass(frozen=True, slots=True)
class RoadShape:
    """One road: its path and its corners (n, 2) in metres."""

    name: str
    kind: RoadClass
    path: QPainterPath
    line: Points


class RoadShapes:
    """All roads, narrow ones first, with `boxes` (n, 4) in metres for culling."""

    ORDER = (RoadClass.LANE, RoadClass.MAIN, RoadClass.TRUNK, RoadClass.RAIL)

    def __init__(self, roads: Sequence[Road], projection: Projection) -> None:
        ordered = sorted(
            (road for road in roads if len(road.line) > 1),
            key=lambda road: self.ORDER.index(road.kind),
        )
        self.roads = [_shape(road, projection.worlds(road.line)) for road in ordered]
        self.boxes = np.array(
            [(*road.line.min(axis=0), *road.line.max(axis=0)) for road in self.roads],
            dtype=np.float64,
        ).reshape(-1, 4)


def _shape(road: Road, line: Points) -> RoadShape:
    path = QPainterPath(QPointF(*line[0].tolist()))
    for x, y in line[1:].tolist():
        path.lineTo(x, y)
    return RoadShape(road.name, road.kind, path, line)
