"""Grids take the colour of their worst open case, and only changed ones are painted again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from console.client.store import Store
from console.domain.case import CaseState
from console.domain.facts import Kind
from tests.builders import build_store
from tests.widgets.map_kit import PaintWatch, add_case, change, color_at, make, new_case, picture
from widgets.map.layer import Layer
from widgets.map.palette import Palette
from widgets.map.tally import Tally
from widgets.selection import Selection
from widgets.theme import Theme


@pytest.fixture
def quiet_store() -> Store:
    return build_store(grids=20, cameras=0, cases=0, alarms=0, units=0)


def code(store: Store, number: int) -> str:
    return next(grid.code for grid in store.grids.values() if grid.number == number)


def test_worst_open_case_counts() -> None:
    store = build_store(grids=20, cameras=0, cases=0, alarms=0, units=0)
    tally, grid = Tally(), code(store, 7)
    rows = {f"X-{level}": new_case(store, grid, level, f"X-{level}") for level in (4, 2, 3)}
    assert tally.update(rows, rows) == {grid}
    assert tally.level(grid) == 2
    assert tally.cases(grid) == ("X-2", "X-3", "X-4")
    rows["X-2"] = replace(rows["X-2"], state=CaseState.CLOSED)
    assert tally.update(["X-2"], rows) == {grid}
    assert tally.level(grid) == 3
    assert tally.update(["X-4"], {}) == frozenset(), "the worst is as it was"
    assert tally.update(["X-3"], {}) == {grid}
    assert tally.level(grid) == 0


def test_a_case_that_moves_to_another_grid_counts_there() -> None:
    store = build_store(grids=20, cameras=0, cases=0, alarms=0, units=0)
    tally, here, there = Tally(), code(store, 7), code(store, 8)
    tally.update(["X"], {"X": new_case(store, here, 3, "X")})
    assert tally.update(["X"], {"X": new_case(store, there, 3, "X")}) == {here, there}
    assert (tally.level(here), tally.level(there)) == (0, 3)


@pytest.mark.parametrize("name", ["dark", "light"])
@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_a_grid_shows_the_colour_of_its_level(
    qtbot: QtBot, quiet_store: Store, selection: Selection, theme: Theme, name: str, level: int
) -> None:
    theme.switch(name)
    panel = make(qtbot, quiet_store, selection, theme, Layer.GRIDS)
    grid = quiet_store.grids[code(quiet_store, 8)]
    assert color_at(panel, grid.centre) == Palette.of(theme).cells[0].name()
    add_case(panel, quiet_store, grid.code, level)
    assert color_at(panel, grid.centre) == Palette.of(theme).cells[level].name()
    panel.apply(change(quiet_store, Kind.CASE, "X-1", None))
    assert color_at(panel, grid.centre) == Palette.of(theme).cells[0].name()


def test_levels_can_be_told_apart_in_both_themes(theme: Theme) -> None:
    for name in ("dark", "light"):
        theme.switch(name)
        cells = Palette.of(theme).cells
        for index, one in enumerate(cells):
            for other in cells[index + 1 :]:
                away = sum(
                    abs(a - b) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
                )
                assert away > 40, (name, one.name(), other.name())


def test_recolouring_in_place_gives_the_same_picture_as_drawing_anew(
    qtbot: QtBot, quiet_store: Store, selection: Selection, theme: Theme
) -> None:
    layers = [layer for layer in Layer if layer is not Layer.CASES]
    panel = make(qtbot, quiet_store, selection, theme, *layers)
    for number, level in ((3, 1), (8, 2), (13, 4)):
        add_case(panel, quiet_store, code(quiet_store, number), level, f"X-{number}")
    in_place = picture(panel)
    panel.canvas.scene_changed()
    assert picture(panel) == in_place


def test_only_what_changed_is_painted_again(
    qtbot: QtBot, quiet_store: Store, selection: Selection, theme: Theme
) -> None:
    panel = make(qtbot, quiet_store, selection, theme, Layer.GRIDS)
    grid = code(quiet_store, 8)
    box = panel.canvas.content.scene.grids.box(grid)
    assert box is not None
    cell = panel.canvas.view.transform().mapRect(box).toAlignedRect().adjusted(-6, -6, 6, 6)
    before = picture(panel)
    watch = PaintWatch(panel.canvas)
    add_case(panel, quiet_store, grid, 3)
    qtbot.waitUntil(lambda: bool(watch.painted))
    assert all(cell.contains(rect) for rect in watch.painted), (cell, watch.painted)
    after = picture(panel)
    for y in range(0, before.height(), 7):
        for x in range(0, before.width(), 7):
            if not cell.contains(x, y):
                assert before.pixel(x, y) == after.pixel(x, y)


def test_with_the_grid_state_off_no_grid_is_coloured(
    qtbot: QtBot, quiet_store: Store, selection: Selection, theme: Theme
) -> None:
    panel = make(qtbot, quiet_store, selection, theme, Layer.GRIDS)
    grid = quiet_store.grids[code(quiet_store, 8)]
    add_case(panel, quiet_store, grid.code, 1)
    panel.head.switches[Layer.GRIDS].click()
    assert color_at(panel, grid.centre) == Palette.of(theme).cells[0].name()
