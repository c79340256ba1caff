"""Mouse, wheel and keys on the map."""

from __future__ import annotations

from typing import ClassVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.client.store import Store
from console.domain.facts import Kind
from console.domain.geo import LonLat
from tests.builders import build_store
from tests.widgets.map_kit import differing, make, picture, pixel
from widgets.map import canvas as canvas_module
from widgets.map.layer import Layer
from widgets.map.map_panel import MapPanel
from widgets.selection import Selection
from widgets.theme import Theme

LEFT = Qt.MouseButton.LeftButton


class FakeDrag:
    """Stands in for a drag, which would wait for a real mouse."""

    carried: ClassVar[list[QMimeData]] = []

    def __init__(self, source: object) -> None:
        del source

    def setMimeData(self, data: QMimeData) -> None:  # Qt's name
        self.carried.append(data)

    def setPixmap(self, pixmap: object) -> None:  # Qt's name
        del pixmap

    def setHotSpot(self, spot: object) -> None:  # Qt's name
        del spot

    def exec(self, action: object) -> None:
        del action


@pytest.fixture
def bare_store() -> Store:
    return build_store(grids=20, cameras=6, cases=0, alarms=0, units=0)


@pytest.fixture
def panel(qtbot: QtBot, bare_store: Store, selection: Selection, theme: Theme) -> MapPanel:
    return make(qtbot, bare_store, selection, theme)


def camera(store: Store) -> tuple[str, LonLat]:
    row = next(iter(store.cameras.values()))
    return row.id, row.place


def drag(qtbot: QtBot, panel: MapPanel, start: QPoint, end: QPoint) -> None:
    canvas = panel.canvas
    qtbot.mousePress(canvas, LEFT, pos=start)
    for step in range(1, 6):
        qtbot.mouseMove(canvas, start + (end - start) * step / 5)
    qtbot.mouseRelease(canvas, LEFT, pos=end)


def empty_spot(panel: MapPanel) -> QPoint:
    for x in range(100, 800, 37):
        for y in range(100, 400, 31):
            hit = panel.canvas.hit(QPoint(x, y))
            if hit is not None and hit.kind is Kind.GRID:
                return QPoint(x, y)
    pytest.fail("no empty ground")


def test_a_camera_dragged_out_carries_its_id(
    qtbot: QtBot, panel: MapPanel, bare_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(canvas_module, "QDrag", FakeDrag)
    FakeDrag.carried.clear()
    key, place = camera(bare_store)
    before = panel.canvas.view
    start = pixel(panel, place)
    drag(qtbot, panel, start, start + QPoint(120, 40))
    assert len(FakeDrag.carried) == 1
    data = FakeDrag.carried[0]
    assert data.formats() == ["application/x-wangge-camera"]
    assert bytes(data.data("application/x-wangge-camera").data()).decode("utf-8") == key
    assert len(key) == 20
    assert panel.canvas.view == before


def test_with_cameras_hidden_nothing_is_dragged_out(
    qtbot: QtBot, panel: MapPanel, bare_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(canvas_module, "QDrag", FakeDrag)
    FakeDrag.carried.clear()
    start = pixel(panel, camera(bare_store)[1])
    panel.head.switches[Layer.CAMERAS].click()
    drag(qtbot, panel, start, start + QPoint(120, 40))
    assert FakeDrag.carried == []


def test_dragging_the_ground_moves_it_with_the_hand(
    qtbot: QtBot, panel: MapPanel, selection: Selection
) -> None:
    start = empty_spot(panel)
    grabbed = panel.canvas.view.world(start.x(), start.y())
    drag(qtbot, panel, start, start + QPoint(90, -60))
    now = panel.canvas.view.point(*grabbed)
    assert (now.x(), now.y()) == pytest.approx((start.x() + 90, start.y() - 60), abs=0.5)
    assert selection.current is None, "a drag is not a click"


def test_a_click_selects_without_moving(
    qtbot: QtBot, panel: MapPanel, bare_store: Store, selection: Selection
) -> None:
    before = panel.canvas.view
    key, place = camera(bare_store)
    qtbot.mouseClick(panel.canvas, LEFT, pos=pixel(panel, place))
    assert selection.current is not None
    assert (selection.current.kind, selection.current.key) == (Kind.CAMERA, key)
    assert not selection.current.wanted
    spot = empty_spot(panel)
    qtbot.mouseClick(panel.canvas, LEFT, pos=spot)
    assert selection.current.kind is Kind.GRID
    assert panel.canvas.view == before


def test_a_double_click_opens_cameras_and_grids(
    qtbot: QtBot, panel: MapPanel, bare_store: Store
) -> None:
    key, place = camera(bare_store)
    with qtbot.waitSignal(panel.camera_activated) as opened:
        qtbot.mouseDClick(panel.canvas, LEFT, pos=pixel(panel, place))
    assert opened.args == [key]
    with qtbot.waitSignal(panel.grid_activated) as grid:
        qtbot.mouseDClick(panel.canvas, LEFT, pos=empty_spot(panel))
    assert grid.args is not None
    assert grid.args[0] in bare_store.grids


def test_every_camera_and_grid_is_found_where_it_is_drawn(
    panel: MapPanel, bare_store: Store
) -> None:
    for row in bare_store.grids.values():
        at = pixel(panel, row.centre)
        assert panel.canvas.hits.grid(panel.canvas.view, at.x(), at.y()) == row.code
    panel.canvas.zoom(2.0)
    for found in bare_store.cameras.values():
        at = pixel(panel, found.place)
        nearest = panel.canvas.hits.camera(panel.canvas.view, at.x(), at.y())
        assert nearest is not None
        other = pixel(panel, bare_store.cameras[nearest].place)
        assert (other - at).manhattanLength() <= 2


def test_the_wheel_zooms_at_the_cursor(panel: MapPanel) -> None:
    at = QPointF(700.0, 130.0)
    under = panel.canvas.view.world(at.x(), at.y())
    scale = panel.canvas.view.scale
    for delta in (120, 120, -120, 40):
        event = QWheelEvent(
            at,
            panel.canvas.mapToGlobal(at),
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(panel.canvas, event)
    assert panel.canvas.view.scale == pytest.approx(scale * 1.25 ** (1 + 1 / 3))
    now = panel.canvas.view.point(*under)
    assert (now.x(), now.y()) == pytest.approx((700.0, 130.0), abs=1e-6)


def test_the_keyboard_does_it_all(qtbot: QtBot, panel: MapPanel) -> None:
    canvas = panel.canvas
    canvas.setFocus()
    home = canvas.view
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    near = canvas.view
    assert near.scale > home.scale
    for key, axis, sign in (
        (Qt.Key.Key_Right, "x", 1),
        (Qt.Key.Key_Left, "x", -1),
        (Qt.Key.Key_Down, "y", 1),
        (Qt.Key.Key_Up, "y", -1),
    ):
        before = getattr(canvas.view, axis)
        qtbot.keyClick(canvas, key)
        assert (getattr(canvas.view, axis) - before) * sign > 0, key
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.view.scale == pytest.approx(home.scale)
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.view == home


def test_the_focus_is_seen_when_it_comes_by_key(qtbot: QtBot, panel: MapPanel) -> None:
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.head.buttons[0].setFocus()
    without = picture(panel)
    panel.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert differing(without, picture(panel)) > 0.0
    assert picture(panel).pixelColor(1, 250) == panel.canvas.content.sprites.palette.accent


def test_panel_canvas_and_switches_have_names_for_screen_readers(panel: MapPanel) -> None:
    assert panel.accessibleName()
    assert panel.canvas.accessibleName()
    assert panel.canvas.accessibleDescription()
    assert all(button.accessibleName() for button in panel.head.buttons)
    assert panel.banner.star.accessibleName()
