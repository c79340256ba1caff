"""Pairs a case with a unit when one is dropped on the other."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPoint

from widgets.common.row_drag import CASE_MIME, UNIT_MIME, dragged
from widgets.map.hit_test import HitTest
from widgets.map.layer import Layer
from widgets.map.view import View


@dataclass(frozen=True, slots=True)
class Pair:
    """A case's number and a unit's id."""

    case: str
    unit: str


def carries_row(data: QMimeData) -> bool:
    """Whether a drag carries a case or a unit."""
    return data.hasFormat(CASE_MIME) or data.hasFormat(UNIT_MIME)


def pair_at(
    data: QMimeData, hits: HitTest, view: View, at: QPoint, layers: frozenset[Layer]
) -> Pair | None:
    """The pair that a drop at a pixel makes, None where there is nothing to pair with."""
    case, unit = dragged(data, CASE_MIME), dragged(data, UNIT_MIME)
    if case and Layer.UNITS in layers:
        unit = hits.unit_near(view, at.x(), at.y()) or ""
    elif unit and Layer.CASES in layers:
        case = hits.case_near(view, at.x(), at.y()) or ""
    return Pair(case, unit) if case and unit else None
