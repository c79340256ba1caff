"""Units, their tracks and ages; case marks, their folding and pulses."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from pytestqt.qtbot import QtBot

from console.client.store import Store
from console.domain.camera import CameraState
from console.domain.facts import Kind
from console.domain.geo import LonLat, moved
from console.domain.unit import Unit, UnitKind, UnitStatus
from tests.builders import NOW, build_store
from tests.widgets.map_kit import (
    PaintWatch,
    add_case,
    change,
    color_at,
    differing,
    make,
    picture,
    pixel,
)
from widgets.map.layer import Layer
from widgets.map.map_panel import MapPanel
from widgets.map.unit_tracks import TRACK_LENGTH
from widgets.selection import Selection
from widgets.theme import Theme


@pytest.fixture
def bare_store() -> Store:
    return build_store(grids=20, cameras=0, cases=0, alarms=0, units=1)


def only_unit(store: Store) -> Unit:
    return next(iter(store.units.values()))


def place_unit(panel: MapPanel, store: Store, place: LonLat, seen: datetime) -> None:
    row = replace(only_unit(store), place=place, seen_at=seen, status=UnitStatus.ON_PATROL)
    panel.apply(change(store, Kind.UNIT, row.id, row))


def test_a_track_reaches_back_two_minutes(
    qtbot: QtBot, bare_store: Store, selection: Selection, theme: Theme
) -> None:
    panel = make(qtbot, bare_store, selection, theme)
    place = next(iter(bare_store.grids.values())).centre
    for step in range(200):
        seen = NOW + timedelta(seconds=2 * step)
        place_unit(panel, bare_store, moved(place, 90, 12.0 * step), seen)
    path = panel.canvas.content.tracks.path().boundingRect()
    assert path.width() == pytest.approx(12.0 * TRACK_LENGTH.total_seconds() / 2, rel=0.05)
    latest = panel.canvas.content.tracks.latest[only_unit(bare_store).id]
    assert latest[0] == NOW + timedelta(seconds=398)


def test_a_late_report_does_not_bend_the_track(
    qtbot: QtBot, bare_store: Store, selection: Selection, theme: Theme
) -> None:
    panel = make(qtbot, bare_store, selection, theme)
    place = next(iter(bare_store.grids.values())).centre
    place_unit(panel, bare_store, place, NOW + timedelta(seconds=10))
    before = panel.canvas.content.tracks.latest[only_unit(bare_store).id]
    place_unit(panel, bare_store, moved(place, 0, 400), NOW + timedelta(seconds=4))
    assert panel.canvas.content.tracks.latest[only_unit(bare_store).id] == before


def test_fresh_units_are_filled_and_old_ones_hollow(
    qtbot: QtBot, bare_store: Store, selection: Selection, theme: Theme
) -> None:
    panel = make(qtbot, bare_store, selection, theme, Layer.UNITS)
    place = next(iter(bare_store.grids.values())).centre
    key = only_unit(bare_store).id
    row = replace(only_unit(bare_store), place=place)
    old, fresh = (replace(row, seen_at=NOW - timedelta(seconds=age)) for age in (31, 29))
    panel.apply(change(bare_store, Kind.UNIT, key, None))
    panel.apply(change(bare_store, Kind.UNIT, key, fresh))
    assert color_at(panel, place, left=5) == theme.color("ok").name()
    filled = picture(panel)
    panel.apply(change(bare_store, Kind.UNIT, key, None))
    panel.apply(change(bare_store, Kind.UNIT, key, old))
    assert color_at(panel, place, left=5) != theme.color("ok").name()
    assert differing(filled, picture(panel)) > 0.0


def test_near_by_every_kind_of_unit_has_a_mark_of_its_own(
    qtbot: QtBot, bare_store: Store, selection: Selection, theme: Theme
) -> None:
    panel = make(qtbot, bare_store, selection, theme, Layer.UNITS)
    place = next(iter(bare_store.grids.values())).centre
    panel.centre_on(place, 1.0)
    marks = set()
    for kind in UnitKind:
        unit = replace(only_unit(bare_store), kind=kind, name="", place=place, seen_at=NOW)
        panel.apply(change(bare_store, Kind.UNIT, unit.id, None))
        panel.apply(change(bare_store, Kind.UNIT, unit.id, unit))
        box = QRect(pixel(panel, place) - QPoint(8, 8), QSize(17, 17))
        marks.add(bytes(picture(panel).copy(box).constBits()))
    assert len(marks) == len(UnitKind)


def test_a_name_does_not_cover_another_unit(
    qtbot: QtBot, bare_store: Store, selection: Selection, theme: Theme
) -> None:
    panel = make(qtbot, bare_store, selection, theme, Layer.UNITS)
    place = next(iter(bare_store.grids.values())).centre
    panel.centre_on(place, 1.0)
    first = replace(only_unit(bare_store), name="A rather long name", place=place, seen_at=NOW)
    second = replace(first, id="unit-2", name="", place=moved(place, 90, 40))
    box = QRect(pixel(panel, second.place) - QPoint(8, 8), QSize(17, 17))
    panel.apply(change(bare_store, Kind.UNIT, first.id, None))
    panel.apply(change(bare_store, Kind.UNIT, second.id, second))
    alone = picture(panel).copy(box)
    panel.apply(change(bare_store, Kind.UNIT, first.id, first))
    assert picture(panel).copy(box) == alone


def test_units_off_duty_are_not_shown(
    qtbot: QtBot, bare_store: Store, selection: Selection, theme: Theme
) -> None:
    panel = make(qtbot, bare_store, selection, theme, Layer.UNITS)
    unit = replace(only_unit(bare_store), status=UnitStatus.OFF_DUTY)
    panel.apply(change(bare_store, Kind.UNIT, unit.id, unit))
    assert dict(panel.canvas.content.tracks.latest) == {}


def test_marks_that_would_cover_each_other_are_one_until_zoomed_in(
    qtbot: QtBot, bare_store: Store, selection: Selection, theme: Theme
) -> None:
    panel = make(qtbot, bare_store, selection, theme)
    code = next(iter(bare_store.grids))
    for number, level in (("X-1", 4), ("X-2", 1), ("X-3", 3)):
        add_case(panel, bare_store, code, level, number)
    marks, worlds = panel.canvas.content.marks.folded(panel.canvas.view)
    assert len(marks) == len(worlds) == 1
    assert marks[0].level == 1
    assert set(marks[0].numbers) == {"X-1", "X-2", "X-3"}


def test_folding_does_not_change_while_panning(
    qtbot: QtBot, store: Store, selection: Selection, theme: Theme
) -> None:
    panel = make(qtbot, store, selection, theme)
    before, _ = panel.canvas.content.marks.folded(panel.canvas.view)
    panel.canvas.pan(33, 21)
    after, _ = panel.canvas.content.marks.folded(panel.canvas.view)
    assert after is before


def test_pulses_repaint_only_their_marks_and_end_with_the_case(
    qtbot: QtBot, bare_store: Store, selection: Selection, theme: Theme
) -> None:
    panel = make(qtbot, bare_store, selection, theme)
    assert not panel.canvas.pulsing
    code = next(iter(bare_store.grids))
    add_case(panel, bare_store, code, 1)
    assert panel.canvas.pulsing
    panel.banner.hide()
    at = pixel(panel, bare_store.grids[code].centre)
    around = QRect(at.x() - 40, at.y() - 40, 80, 80)
    qtbot.waitUntil(lambda: panel.canvas.sharp)
    watch = PaintWatch(panel.canvas)
    qtbot.waitUntil(lambda: len(watch.painted) >= 3)
    assert all(around.contains(rect) for rect in watch.painted), watch.painted
    panel.apply(change(bare_store, Kind.CASE, "X-1", None))
    assert not panel.canvas.pulsing


def test_nothing_pulses_for_level_4_or_out_of_sight_or_hidden(
    qtbot: QtBot, bare_store: Store, selection: Selection, theme: Theme
) -> None:
    panel = make(qtbot, bare_store, selection, theme)
    codes = list(bare_store.grids)
    add_case(panel, bare_store, codes[0], 4, "X-4")
    assert not panel.canvas.pulsing
    add_case(panel, bare_store, codes[0], 2, "X-2")
    assert panel.canvas.pulsing
    panel.centre_on_grid(codes[-1])
    assert not panel.canvas.pulsing
    panel.canvas.fit()
    assert panel.canvas.pulsing
    panel.hide()
    assert not panel.canvas.pulsing


def test_a_camera_that_goes_off_turns_red(qtbot: QtBot, selection: Selection, theme: Theme) -> None:
    store = build_store(grids=20, cameras=1, cases=0, alarms=0, units=0)
    panel = make(qtbot, store, selection, theme, Layer.CAMERAS)
    camera = next(iter(store.cameras.values()))
    up = replace(camera, state=CameraState.ONLINE)
    panel.apply(change(store, Kind.CAMERA, camera.id, up))
    qtbot.waitUntil(lambda: _reddish(panel, camera.place) is False)
    down = replace(camera, state=CameraState.OFFLINE)
    panel.apply(change(store, Kind.CAMERA, camera.id, down))
    qtbot.waitUntil(lambda: _reddish(panel, camera.place) is True, timeout=3000)


def _reddish(panel: MapPanel, place: LonLat) -> bool:
    """As painted now, without hurrying the drawing."""
    at = pixel(panel, place)
    image = panel.canvas.grab(QRect(at.x() - 4, at.y() - 4, 9, 9)).toImage()
    found = [image.pixelColor(x, y) for x in range(9) for y in range(9)]
    return any(color.red() > color.blue() + 40 for color in found)


def test_a_camera_that_is_new_appears(qtbot: QtBot, selection: Selection, theme: Theme) -> None:
    store = build_store(grids=20, cameras=2, cases=0, alarms=0, units=0)
    panel = make(qtbot, store, selection, theme)
    row = replace(
        next(iter(store.cameras.values())),
        id="42029901001310999999",
        place=next(iter(store.grids.values())).centre,
    )
    panel.apply(change(store, Kind.CAMERA, row.id, row))
    at = pixel(panel, row.place)
    assert panel.canvas.hits.camera(panel.canvas.view, at.x(), at.y()) == row.id
