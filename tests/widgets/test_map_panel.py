"""The view moves only when asked; banner, star and return; selection; hover card."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from console.client.store import Store
from console.domain.camera import CameraState
from console.domain.case import CaseState
from console.domain.facts import Kind
from tests.builders import build_facts
from tests.widgets.map_kit import add_case, change, make, new_case, pixel
from widgets.map.hit_test import Hit
from widgets.map.layer import Layer
from widgets.map.map_panel import MapPanel
from widgets.selection import Selection
from widgets.theme import Theme


@pytest.fixture
def panel(qtbot: QtBot, small_store: Store, selection: Selection, theme: Theme) -> MapPanel:
    return make(qtbot, small_store, selection, theme)


def grid(store: Store, number: int) -> str:
    return next(row.code for row in store.grids.values() if row.number == number)


def test_nothing_that_happens_moves_the_view(
    panel: MapPanel, small_store: Store, selection: Selection
) -> None:
    panel.canvas.zoom(3.0)
    before = panel.canvas.view
    add_case(panel, small_store, grid(small_store, 20), 1)
    unit = next(iter(small_store.units.values()))
    panel.apply(change(small_store, Kind.UNIT, unit.id, replace(unit, speed=3.0)))
    camera = next(iter(small_store.cameras.values()))
    gone = replace(camera, state=CameraState.OFFLINE)
    panel.apply(change(small_store, Kind.CAMERA, camera.id, gone))
    selection.select(Kind.CASE, "X-1")
    panel.apply(small_store.replace(build_facts(grids=20, cameras=30, cases=8, units=5), 5000))
    assert panel.canvas.view == before


def test_a_wanted_selection_takes_the_view_there(
    panel: MapPanel, small_store: Store, selection: Selection
) -> None:
    rows = (
        (Kind.GRID, grid(small_store, 3), small_store.grids[grid(small_store, 3)].centre),
        (Kind.CAMERA, *next((c.id, c.place) for c in small_store.cameras.values())),
        (Kind.UNIT, *next((u.id, u.place) for u in small_store.units.values())),
        (Kind.CASE, *next((c.number, c.opening.place) for c in small_store.cases.values())),
    )
    for kind, key, place in rows:
        panel.canvas.fit()
        selection.select(kind, key, wanted=True)
        assert place is not None
        away = pixel(panel, place) - panel.canvas.rect().center()
        assert away.manhattanLength() < 60, kind


def test_the_view_goes_where_it_is_told(panel: MapPanel, small_store: Store) -> None:
    place = small_store.grids[grid(small_store, 9)].centre
    panel.centre_on(place, 0.5)
    assert panel.canvas.view.scale == 0.5
    assert (pixel(panel, place) - panel.canvas.rect().center()).manhattanLength() <= 2
    panel.centre_on(place)
    assert panel.canvas.view.scale == 0.5
    panel.centre_on_grid(grid(small_store, 2))
    assert panel.canvas.hit(panel.canvas.rect().center()) is not None
    before = panel.canvas.view
    panel.centre_on_grid("000000000000000")
    assert panel.canvas.view == before


def test_a_new_grave_case_raises_a_banner_and_the_star_goes_there_and_back(
    panel: MapPanel, small_store: Store, selection: Selection
) -> None:
    assert not panel.banner.isVisible(), "a snapshot is not news"
    panel.canvas.zoom(1.5)
    start = panel.canvas.view
    code = grid(small_store, 17)
    add_case(panel, small_store, code, 2)
    assert panel.banner.isVisible()
    assert panel.canvas.view == start
    panel.banner.star.click()
    assert selection.current is not None
    assert (selection.current.kind, selection.current.key) == (Kind.CASE, "X-1")
    there = pixel(panel, small_store.grids[code].centre) - panel.canvas.rect().center()
    assert there.manhattanLength() < 10
    panel.canvas.pan(40, 0)
    panel.banner.star.click()
    assert panel.canvas.view == start


def _mark(panel: MapPanel, number: str) -> QPoint:
    """Where a case is on the canvas."""
    point = panel.point_of(Kind.CASE, number)
    assert point is not None
    return panel.canvas.mapFrom(panel, point).toPoint()


def test_the_banner_does_not_cover_what_it_tells_of(panel: MapPanel, small_store: Store) -> None:
    code = grid(small_store, 5)
    add_case(panel, small_store, code, 1)
    number = panel.banner.number
    panel.centre_on_grid(code)
    panel.canvas.zoom(6.0)
    usual = panel.banner.geometry()
    step = usual.center() - _mark(panel, number)
    panel.canvas.pan(step.x(), step.y())
    there = _mark(panel, number)
    assert usual.contains(there)
    assert panel.banner.isVisible()
    assert not panel.banner.geometry().adjusted(-20, -20, 20, 20).contains(there)


def test_lesser_cases_raise_no_banner_until_they_grow_worse(
    panel: MapPanel, small_store: Store
) -> None:
    code = grid(small_store, 5)
    add_case(panel, small_store, code, 3)
    assert not panel.banner.isVisible()
    add_case(panel, small_store, code, 1)
    assert panel.banner.isVisible()
    assert panel.banner.number == "X-1"


def test_the_banner_shows_the_worst_and_leaves_when_the_case_ends(
    panel: MapPanel, small_store: Store
) -> None:
    add_case(panel, small_store, grid(small_store, 5), 2, "X-1")
    add_case(panel, small_store, grid(small_store, 6), 1, "X-2")
    assert panel.banner.number == "X-2"
    ended = replace(new_case(small_store, grid(small_store, 6), 1, "X-2"), state=CaseState.CLOSED)
    panel.apply(change(small_store, Kind.CASE, "X-2", ended))
    assert panel.banner.number == "X-1"
    close = [b for b in panel.banner.findChildren(QToolButton) if b is not panel.banner.star]
    close[0].click()
    assert not panel.banner.isVisible()


def test_while_away_at_one_case_another_does_not_take_its_place(
    panel: MapPanel, small_store: Store
) -> None:
    add_case(panel, small_store, grid(small_store, 5), 2, "X-1")
    start = panel.canvas.view
    panel.banner.star.click()
    add_case(panel, small_store, grid(small_store, 6), 1, "X-2")
    assert panel.banner.number == "X-1"
    panel.banner.star.click()
    assert panel.canvas.view == start


def test_the_card_of_a_grid_tells_its_team_cases_cameras_and_venue(
    panel: MapPanel, small_store: Store
) -> None:
    code = grid(small_store, 8)
    row = small_store.grids[code]
    add_case(panel, small_store, code, 4)
    panel.canvas.hovered.emit(Hit(Kind.GRID, code))
    assert panel.card.isVisible()
    community = small_store.communities[row.community].name
    for word in (row.label, community, str(row.households)):
        assert word in panel.card.text.title
    told = "\n".join(panel.card.text.lines)
    mine = [c for c in small_store.cameras.values() if c.grid == code]
    up = sum(c.state is CameraState.ONLINE for c in mine)
    venue = next(v.name for v in small_store.venues.values() if v.street == row.street)
    open_cases = sum(c.open and c.opening.grid == code for c in small_store.cases.values())
    for word in ("王某", "赵某", f"{up}/{len(mine)}", venue, str(open_cases)):
        assert word in told
    assert panel.canvas.rect().contains(panel.card.geometry())
    panel.canvas.pan(5, 5)
    assert not panel.card.isVisible()


def test_cards_of_cameras_units_cases_and_sites(panel: MapPanel, small_store: Store) -> None:
    camera = next(iter(small_store.cameras.values()))
    unit = next(iter(small_store.units.values()))
    case = next(iter(small_store.cases.values()))
    site = next(iter(small_store.sites.values()))
    for kind, key, word in (
        (Kind.CAMERA, camera.id, camera.number),
        (Kind.UNIT, unit.id, unit.name),
        (Kind.CASE, case.number, case.opening.title),
        (Kind.SITE, site.id, site.name),
    ):
        panel.canvas.hovered.emit(Hit(kind, key))
        assert word in panel.card.text.title
    panel.canvas.hovered.emit(Hit(Kind.CAMERA, "gone"))
    assert not panel.card.isVisible()


def test_the_menu_offers_the_place_and_its_healthy_cameras(
    qtbot: QtBot, panel: MapPanel, small_store: Store
) -> None:
    place = small_store.grids[grid(small_store, 8)].centre
    menu = panel.menu_at(pixel(panel, place))
    opening, wall, _, copy = menu.actions()
    with qtbot.waitSignal(panel.case_requested) as asked:
        opening.trigger()
    assert asked.args is not None
    assert asked.args[0].grid == grid(small_store, 8)
    assert asked.args[0].place.lon == pytest.approx(place.lon, abs=1e-3)
    with qtbot.waitSignal(panel.cameras_requested) as wanted:
        wall.trigger()
    assert wanted.args is not None
    ids = wanted.args[0]
    assert len(ids) == 6
    assert all(small_store.cameras[key].state is CameraState.ONLINE for key in ids)
    copy.trigger()
    lon, lat = QGuiApplication.clipboard().text().split(",")
    assert float(lon) == pytest.approx(place.lon, abs=1e-3)
    assert float(lat) == pytest.approx(place.lat, abs=1e-3)
    menu.deleteLater()


def test_the_head_says_what_the_map_is_not_and_how_late_it_is(
    panel: MapPanel, small_store: Store
) -> None:
    invented = panel.head.findChild(object, "mapInvented")
    stale = panel.head.findChild(object, "mapStale")
    assert invented.isVisible()
    assert not stale.isVisible()
    panel.set_stale(75)
    assert stale.isVisible()
    assert "1 min" in stale.text()
    panel.set_stale(None)
    assert not stale.isVisible()
    info = small_store.district
    assert info is not None
    real = replace(info, invented=False)
    panel.apply(change(small_store, Kind.DISTRICT, info.code, real))
    assert not invented.isVisible()


def test_layers_switch_off_and_on(panel: MapPanel, small_store: Store) -> None:
    case = next(iter(small_store.cases.values()))
    assert case.opening.place is not None
    at = pixel(panel, case.opening.place)
    found = panel.canvas.hit(at)
    assert found is not None
    assert found.kind is Kind.CASE
    panel.head.switches[Layer.CASES].click()
    found = panel.canvas.hit(at)
    assert found is None or found.kind is not Kind.CASE
    panel.head.switches[Layer.CASES].click()
    assert panel.canvas.layers == frozenset(Layer)
    assert panel.canvas.hit(QPoint(-5000, -5000)) is None
