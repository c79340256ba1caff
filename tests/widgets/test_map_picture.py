"""The cached ground: pushed, stretched and drawn anew it shows the same map."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from console.client.store import Store
from tests.builders import build_facts, build_store
from tests.widgets.map_kit import add_case, differing, make, picture, pixel
from widgets.map.layer import Layer
from widgets.map.palette import Palette
from widgets.selection import Selection
from widgets.theme import Theme

STILL = [layer for layer in Layer if layer is not Layer.CASES]


def test_a_pan_and_back_shows_the_same_pixels(
    qtbot: QtBot, store: Store, selection: Selection, theme: Theme
) -> None:
    panel = make(qtbot, store, selection, theme, *STILL)
    panel.canvas.zoom(2.0, QPointF(300, 200))
    first = picture(panel)
    panel.canvas.pan(83, -41)
    moved = picture(panel)
    assert differing(first, moved) > 0.01, "the picture has moved"
    panel.canvas.pan(-83, 41)
    assert differing(first, picture(panel)) == 0.0


def test_a_pushed_picture_equals_a_fresh_one(
    qtbot: QtBot, store: Store, selection: Selection, theme: Theme
) -> None:
    layers = [layer for layer in STILL if layer is not Layer.LABELS]
    panel = make(qtbot, store, selection, theme, *layers)
    panel.canvas.zoom(3.0)
    panel.settle()
    panel.canvas.pan(60, 30)
    pushed = picture(panel)
    panel.canvas.scene_changed()
    fresh = picture(panel)
    assert differing(pushed, fresh, tolerance=24) < 0.001


def test_the_ground_lies_where_the_view_says_after_pan_and_zoom(
    qtbot: QtBot, selection: Selection, theme: Theme
) -> None:
    store = build_store(grids=20, cameras=0, cases=0, alarms=0, units=0)
    panel = make(qtbot, store, selection, theme, Layer.GRIDS)
    code = next(row.code for row in store.grids.values() if row.number == 10)
    add_case(panel, store, code, 1)
    panel.banner.hide()
    panel.canvas.zoom(1.7, QPointF(411, 203))
    panel.settle()
    panel.canvas.pan(61, -17)
    panel.canvas.pan(-22, 40)
    image, wanted = picture(panel), Palette.of(theme).cells[1].name()
    view, grids = panel.canvas.view, panel.canvas.content.scene.grids
    pixels = [(x, y) for x in range(0, 900, 2) for y in range(0, 500, 2)]
    drawn = [(x, y) for x, y in pixels if image.pixelColor(x, y).name() == wanted]
    meant = [(x, y) for x, y in pixels if grids.at(*view.world(x + 0.5, y + 0.5)) == code]
    assert len(drawn) > 1000
    for axis in (0, 1):
        middle_drawn = sum(point[axis] for point in drawn) / len(drawn)
        middle_meant = sum(point[axis] for point in meant) / len(meant)
        assert middle_drawn == pytest.approx(middle_meant, abs=0.5)


def test_a_long_pan_always_finds_ground(
    qtbot: QtBot, store: Store, selection: Selection, theme: Theme
) -> None:
    panel = make(qtbot, store, selection, theme, Layer.GRIDS)
    panel.canvas.zoom(4.0)
    panel.settle()
    for _ in range(60):
        panel.canvas.pan(-9, 0)
        qtbot.wait(1)
    qtbot.waitUntil(lambda: panel.canvas.sharp, timeout=5000)
    pushed = picture(panel)
    panel.canvas.scene_changed()
    assert differing(pushed, picture(panel), tolerance=24) < 0.001


def test_a_zoom_is_shown_at_once_and_sharp_soon(
    qtbot: QtBot, store: Store, selection: Selection, theme: Theme
) -> None:
    panel = make(qtbot, store, selection, theme, *STILL)
    before = picture(panel)
    panel.canvas.zoom(1.6)
    assert not panel.canvas.sharp
    stretched = panel.canvas.grab().toImage().convertToFormat(before.format())
    assert differing(before, stretched) > 0.05
    qtbot.waitUntil(lambda: panel.canvas.sharp, timeout=5000)


def test_zooming_out_shows_the_district_at_once(
    qtbot: QtBot, store: Store, selection: Selection, theme: Theme
) -> None:
    panel = make(qtbot, store, selection, theme, Layer.GRIDS)
    home = panel.canvas.view
    panel.canvas.zoom(8.0)
    panel.settle()
    panel.canvas.zoom(1 / 8.0)
    assert not panel.canvas.sharp
    code = next(iter(store.grids))
    add_case(panel, store, code, 1)
    at = pixel(panel, store.grids[code].centre)
    shown = panel.canvas.grab().toImage().pixelColor(at)
    assert panel.canvas.view == home
    assert shown.name() == Palette.of(theme).cells[1].name()


@pytest.mark.parametrize("name", ["dark", "light"])
def test_switching_the_theme_redraws_everything(
    qtbot: QtBot, store: Store, selection: Selection, theme: Theme, name: str
) -> None:
    panel = make(qtbot, store, selection, theme, *STILL)
    start = picture(panel)
    theme.switch("light" if theme.name == "dark" else "dark")
    other = picture(panel)
    assert differing(start, other, tolerance=10) > 0.9
    theme.switch(name)
    again = picture(panel)
    fresh = picture(make(qtbot, store, Selection(), theme, *STILL))
    assert differing(again, fresh) == 0.0


def test_an_empty_store_draws_an_empty_map(
    qtbot: QtBot, selection: Selection, theme: Theme
) -> None:
    panel = make(qtbot, Store(), selection, theme)
    image = picture(panel)
    assert image.pixelColor(450, 250) == theme.color("ground")


def test_the_district_arrives_later(
    qtbot: QtBot, store: Store, selection: Selection, theme: Theme
) -> None:
    late = Store()
    panel = make(qtbot, late, selection, theme, *STILL)
    panel.apply(late.replace(build_facts(), gseq=1000))
    expected = picture(make(qtbot, store, Selection(), theme, *STILL))
    assert differing(picture(panel), expected) == 0.0
