"""What the map tests share: a panel on a small district, and ways to change it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.client.store import Changes, Store
from console.domain.case import Case
from console.domain.facts import Fact, Kind, Row
from console.domain.geo import LonLat
from tests.builders import NOW, build_case
from widgets.map.layer import Layer
from widgets.map.map_panel import MapPanel
from widgets.selection import Selection
from widgets.theme import Theme


def change(store: Store, kind: Kind, key: str, row: Row | None) -> Changes:
    """One fact, applied to the store."""
    return store.apply([Fact(store.gseq + 1, "Changed", NOW, kind, key, row)])


def new_case(store: Store, grid: str, level: int, number: str) -> Case:
    """An open case in a grid."""
    case = build_case(0, NOW, list(store.grids.values()), [])
    place = store.grids[grid].centre
    opening = replace(case.opening, number=number, grid=grid, place=place, level=level)
    return replace(case, opening=opening, level=level)


def add_case(panel: MapPanel, store: Store, grid: str, level: int, number: str = "X-1") -> None:
    """Open a case and tell the panel."""
    row = new_case(store, grid, level, number)
    panel.apply(change(store, Kind.CASE, number, row))


def pixel(panel: MapPanel, place: LonLat) -> QPoint:
    """Where a place is on the canvas."""
    world = panel.canvas.content.scene.projection.world(place)
    return panel.canvas.view.point(*world).toPoint()


def picture(panel: MapPanel) -> QImage:
    """The canvas as it looks, everything outstanding drawn."""
    panel.settle()
    return panel.canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def color_at(panel: MapPanel, place: LonLat, left: int = 0) -> str:
    """The colour of the canvas at a place, or `left` pixels beside it, #rrggbb."""
    return picture(panel).pixelColor(pixel(panel, place) - QPoint(left, 0)).name()


def make(
    qtbot: QtBot, store: Store, selection: Selection, theme: Theme, *layers: Layer
) -> MapPanel:
    """A shown panel of 900 × 500 with these layers, or all."""
    panel = MapPanel(store, selection, theme, now=lambda: NOW)
    qtbot.addWidget(panel)
    panel.resize(900, 540)
    if layers:
        panel.head.show_layers(layers)
    panel.show()
    panel.settle()
    return panel


class PaintWatch(QObject):
    """Notes the rectangles that a widget paints from now on."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        QApplication.processEvents()
        self.painted: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # Qt's name
        if isinstance(event, QPaintEvent):
            self.painted += list(event.region())
        return False


def differing(a: QImage, b: QImage, *, tolerance: int = 0) -> float:
    """Share of pixels that differ by more than `tolerance` in some channel."""
    if a.size() != b.size():
        pytest.fail("pictures of different sizes")
    left, right = (
        np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[
            :, :, :3
        ]
        for image in (a, b)
    )
    away = np.abs(left.astype(np.int16) - right.astype(np.int16)).max(axis=2)
    return float((away > tolerance).mean())
