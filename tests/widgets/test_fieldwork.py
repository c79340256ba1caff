"""Search sectors, head-counts, one-to-many tasks, and drags between cases and units."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.client.store import Store
from console.domain.access import Actor, Role
from console.domain.case import Case, CaseState
from console.domain.dispatch_commands import (
    ClearSector,
    CountHeads,
    DispatchUnits,
    DrawSector,
    ListHousehold,
)
from console.domain.facts import Kind
from console.domain.grid_check import GridCheck
from console.domain.grid_task import GridTask
from console.domain.head_line import HeadLine
from console.domain.task_commands import CheckIn, CloseTask, CreateTask, RemindTask
from console.domain.unit import Unit
from tests.builders import NOW
from tests.widgets.map_kit import picture
from tests.widgets.shell_kit import Shell, case_fact, fact
from widgets.actions import Actions
from widgets.common.row_drag import CASE_MIME, UNIT_MIME, row_mime
from widgets.dispatch.new_task_dialog import NewTaskDialog
from widgets.main_window import MainWindow
from widgets.map.layer import Layer
from widgets.queue.rows_model import KEY_ROLE
from widgets.theme import Theme

NUMBER = "XL20211128-0012"
TASK = "RW20211128-01"


@pytest.fixture
def shell(store: Store, theme: Theme) -> Shell:
    return Shell(store, theme)


@pytest.fixture
def opened(qtbot: QtBot, shell: Shell, tmp_path: Path) -> Callable[[], MainWindow]:
    def make() -> MainWindow:
        window = shell.window(tmp_path)
        qtbot.addWidget(window)
        window.show_first()
        window.parts.selection.select(Kind.CASE, NUMBER)
        return window

    return make


@pytest.fixture
def window(opened: Callable[[], MainWindow]) -> MainWindow:
    return opened()


def put(window: MainWindow, store: Store, case: Case) -> None:
    window.apply(store.apply([case_fact(case)]))


def grid_of(store: Store, number: int) -> str:
    return next(grid.code for grid in store.grids.values() if grid.number == number)


def at(window: MainWindow, code: str) -> QPoint:
    canvas = window.parts.map.canvas
    world = canvas.content.scene.projection.world(window.parts.store.grids[code].centre)
    return canvas.view.point(*world).toPoint()


# sectors


def test_a_sector_is_ticked_off_with_enter(
    window: MainWindow, shell: Shell, store: Store, qtbot: QtBot
) -> None:
    window.parts.keys.action("case.search").trigger()
    search = window.parts.dispatch.search
    assert "3 / 5" in search.figures()
    search.list.choose("老城北")
    qtbot.keyClick(search.list, Qt.Key.Key_Return)
    assert shell.feed.commands() == [ClearSector(NUMBER, "老城北")]
    search.list.choose("河滩")
    qtbot.keyClick(search.list, Qt.Key.Key_Return)
    assert len(shell.feed.commands()) == 1, "cleared once"
    case = store.cases[NUMBER]
    done = [replace(one, cleared_at=NOW, cleared_by="王某") for one in case.sectors]
    put(window, store, replace(case, sectors=tuple(done)))
    assert "5 / 5" in search.figures()


def test_a_sector_is_drawn_from_grids_typed_or_picked(
    window: MainWindow, shell: Shell, store: Store, qtbot: QtBot
) -> None:
    window.parts.case.case_view.sectors.activated.emit()
    search = window.parts.dispatch.search
    search.name.setText("6 水库")
    search.grids.setText("g137 g9999")
    assert search.draw.isEnabled()
    qtbot.mouseClick(search.pick, Qt.MouseButton.LeftButton)
    canvas = window.parts.map.canvas
    canvas.fit()
    more = grid_of(store, 20)
    before = window.parts.selection.current
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at(window, more))
    assert search.grids.text() == "g020 g137"
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at(window, more))
    assert search.grids.text() == "g137"
    assert window.parts.selection.current == before, "picking selects nothing"
    unit = next(iter(store.units.values()))
    search.who.setCurrentText(unit.name)
    qtbot.mouseClick(search.draw, Qt.MouseButton.LeftButton)
    [command] = shell.feed.commands()
    code = grid_of(store, 137)
    assert command == DrawSector(NUMBER, "6 水库", (code,), unit.id, unit.name)
    search.close()
    assert not canvas.picking


def test_sectors_are_hatched_on_the_map_and_the_layer_can_be_left_out(
    window: MainWindow, store: Store
) -> None:
    chart = window.parts.map
    chart.canvas.fit()
    still = frozenset(Layer) - {Layer.CASES, Layer.UNITS}  # marks pulse
    chart.head.show_layers(still)
    shown = picture(chart)
    chart.head.show_layers(still - {Layer.SECTORS})
    without = picture(chart)
    assert shown != without
    put(window, store, replace(store.cases[NUMBER], sectors=()))
    chart.head.show_layers(still)
    assert picture(chart) == without


def test_nothing_is_drawn_in_a_case_that_is_over(window: MainWindow, store: Store) -> None:
    put(window, store, replace(store.cases[NUMBER], state=CaseState.CLOSED))
    window.parts.selection.select(Kind.CASE, NUMBER)
    window.parts.dispatch.show_search()
    search = window.parts.dispatch.search
    search.name.setText("7")
    search.grids.setText("g1")
    assert not search.draw.isEnabled()
    assert not search.clear.isEnabled()


# head-count


def _heads() -> tuple[HeadLine, ...]:
    return (
        HeadLine("h1", "罗某某", "1 号", 4, 4, 0, NOW, "王某"),
        HeadLine("h2", "程某", "2 号", 3),
    )


def test_heads_are_counted_by_key_and_by_number(
    window: MainWindow, shell: Shell, store: Store, qtbot: QtBot
) -> None:
    put(window, store, replace(store.cases[NUMBER], heads=_heads()))
    assert "4+0 / 7" in window.parts.case.case_view.heads.words()
    window.parts.keys.action("case.heads").trigger()
    heads = window.parts.dispatch.heads
    heads.list.choose("h2")
    assert heads.found.value() == 3
    qtbot.keyClick(heads.list, Qt.Key.Key_Return)
    heads.found.setValue(1)
    heads.elsewhere.setValue(2)
    qtbot.mouseClick(heads.count, Qt.MouseButton.LeftButton)
    assert shell.feed.commands() == [CountHeads(NUMBER, "h2", 3), CountHeads(NUMBER, "h2", 1, 2)]


def test_a_household_is_listed(window: MainWindow, shell: Shell, qtbot: QtBot) -> None:
    window.parts.dispatch.show_heads()
    heads = window.parts.dispatch.heads
    assert not heads.add.isEnabled()
    heads.household.setText("罗建国")
    heads.place.setText("3 号")
    heads.expected.setValue(5)
    qtbot.keyClick(heads.place, Qt.Key.Key_Return)
    assert shell.feed.commands() == [ListHousehold(NUMBER, "罗建国", "3 号", 5)]
    assert heads.household.text() == ""


# tasks


def _task(store: Store, **more: object) -> GridTask:
    due = NOW + timedelta(hours=1)
    task = GridTask(TASK, "寒潮走访", "逐户敲门", tuple(store.grids), NOW, "周某", due)
    return replace(task, **more)  # type: ignore[arg-type]


def _give(window: MainWindow, store: Store, task: GridTask, missing: int = 18) -> None:
    rows = [fact(Kind.TASK, task.id, task, "TaskCreated")]
    for grid in list(store.grids.values())[missing:]:
        check = GridCheck(task.id, grid.code, grid.street, NOW, NOW, "王某")
        rows.append(fact(Kind.CHECK, check.key, check))
    window.apply(store.apply(rows))


def test_189_of_207_and_who_is_missing(
    window: MainWindow, shell: Shell, store: Store, qtbot: QtBot
) -> None:
    """S20."""
    _give(window, store, _task(store))
    window.parts.keys.action("tasks.show").trigger()
    tasks = window.parts.dispatch.tasks
    assert tasks.figures() == "189/207 checked in"
    tasks.missing_only.setChecked(True)
    assert len(tasks.list.lines()) == 18
    first = tasks.list.current_key()
    tasks.note.setText("正常")
    qtbot.keyClick(tasks.list, Qt.Key.Key_Return)
    qtbot.mouseClick(tasks.remind, Qt.MouseButton.LeftButton)
    shell.answer()
    late = GridCheck(
        TASK, first, store.grids[first].street, NOW - timedelta(hours=1), NOW, "王某", late=True
    )
    window.apply(store.apply([fact(Kind.CHECK, late.key, late)]))
    assert tasks.figures() == "190/207 checked in · 1 late"
    tasks.missing_only.setChecked(False)
    states = {line.key: line.cells[2] for line in tasks.list.lines()}
    assert "offline" in states[first]
    qtbot.mouseClick(tasks.end, Qt.MouseButton.LeftButton)
    given = [CheckIn(TASK, first, "正常"), RemindTask(TASK, 1), CloseTask(TASK, 1)]
    assert shell.feed.commands() == given


def test_one_street_at_a_time(window: MainWindow, store: Store) -> None:
    _give(window, store, _task(store), missing=0)
    window.parts.dispatch.show_tasks()
    tasks = window.parts.dispatch.tasks
    street = next(iter(store.streets.values()))
    tasks.streets.setCurrentIndex(tasks.streets.findData(street.code))
    tasks.streets.activated.emit(tasks.streets.currentIndex())
    of_it = [grid for grid in store.grids.values() if grid.street == street.code]
    assert len(tasks.list.lines()) == len(of_it)
    assert tasks.figures().startswith(f"{len(of_it)}/{len(of_it)}")


def test_a_task_is_given_to_all_grids(window: MainWindow, shell: Shell, qtbot: QtBot) -> None:
    window.parts.dispatch.show_tasks()
    tasks = window.parts.dispatch.tasks
    assert not tasks.remind.isEnabled()
    qtbot.mouseClick(tasks.new, Qt.MouseButton.LeftButton)
    new = next(one for one in tasks.findChildren(NewTaskDialog) if one.isVisible())
    assert not new.accept_button.isEnabled()
    new.title.setText("寒潮走访")
    qtbot.keyClick(new.title, Qt.Key.Key_Return)
    [command] = shell.feed.commands()
    assert command == CreateTask("寒潮走访", "", NOW + timedelta(hours=2), ())


def test_a_street_seat_sees_its_own_grids_and_is_reminded(
    opened: Callable[[], MainWindow], shell: Shell, store: Store
) -> None:
    street = next(iter(store.streets.values()))
    me = Actor("wu", "吴某", Role.STREET_SEAT, street.code, "street-1")
    shell.actions = Actions(store, shell.session, me)
    window = opened()
    told: list[str] = []
    window.parts.dispatch.told.connect(lambda words, _bad: told.append(words))
    _give(window, store, _task(store), missing=207)
    window.parts.dispatch.show_tasks()
    tasks = window.parts.dispatch.tasks
    own = [grid for grid in store.grids.values() if grid.street == street.code]
    assert tasks.figures() == f"0/{len(own)} checked in"
    assert not tasks.remind.isVisible()
    again = _task(store, version=2, reminders=1, reminded_at=NOW, reminded_by="周某")
    window.apply(store.apply([fact(Kind.TASK, TASK, again, "TaskReminded")]))
    assert [str(len(own)) in words for words in told] == [True, True]
    assert "Reminder" in told[1]


# drags


def _drop(widget: QWidget, data: QMimeData, where: QPoint) -> bool:
    """Come in, move over a place and drop there; whether the drop would be taken."""
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(where, action, data, button, none)
    QApplication.sendEvent(widget, entered)
    assert entered.isAccepted()
    moved = QDragMoveEvent(where, action, data, button, none)
    QApplication.sendEvent(widget, moved)
    if moved.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(where), action, data, button, none))
    else:
        QApplication.sendEvent(widget, QDragLeaveEvent())
    return moved.isAccepted()


def _alone(window: MainWindow, store: Store) -> tuple[Unit, QPoint]:
    """A unit that is not on the case, put where no case lies, and its pixel."""
    canvas = window.parts.map.canvas
    canvas.fit()
    unit = next(one for one in store.units.values() if one.id not in store.cases[NUMBER].units)
    row = replace(unit, place=store.grids[grid_of(store, 20)].centre)
    window.apply(store.apply([fact(Kind.UNIT, unit.id, row)]))
    return row, at(window, grid_of(store, 20))


def test_a_case_from_the_queue_is_dropped_on_a_unit(
    window: MainWindow, shell: Shell, store: Store, qtbot: QtBot
) -> None:
    unit, where = _alone(window, store)
    rows = window.parts.queue.view(1).rows()
    index = rows.index_of(NUMBER)
    assert index.data(KEY_ROLE) == NUMBER
    assert rows.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    assert _drop(window.parts.map.canvas, rows.mimeData([index]), where)
    bubble = window.parts.dispatch.bubble
    assert bubble.isVisible()
    assert unit.name in bubble.words()
    assert shell.feed.commands() == [], "asked first"
    qtbot.keyClick(bubble, Qt.Key.Key_Return)
    assert shell.feed.commands() == [DispatchUnits(NUMBER, 7, (unit.id,))]


def test_a_unit_is_dropped_on_a_mark_or_on_the_panel(
    window: MainWindow, shell: Shell, store: Store, qtbot: QtBot
) -> None:
    unit, nowhere = _alone(window, store)
    data = row_mime(UNIT_MIME, unit.id)
    canvas, bubble = window.parts.map.canvas, window.parts.dispatch.bubble
    assert not _drop(canvas, data, nowhere), "no case there"
    window.parts.selection.select(Kind.CASE, NUMBER, wanted=True)
    placed = canvas.content.cases.placed(canvas.view)
    x, y = next((x, y) for mark, x, y in placed if NUMBER in mark.numbers[:1])
    assert _drop(canvas, data, QPoint(round(x), round(y)))
    assert bubble.isVisible()
    qtbot.keyClick(bubble, Qt.Key.Key_Escape)
    assert not bubble.isVisible()
    assert _drop(window.parts.case, data, QPoint(50, 50))
    qtbot.mouseClick(bubble.send, Qt.MouseButton.LeftButton)
    assert shell.feed.commands() == [DispatchUnits(NUMBER, 7, (unit.id,))]


def test_an_alarm_or_a_case_that_is_over_pairs_with_nobody(
    window: MainWindow, shell: Shell, store: Store
) -> None:
    _, where = _alone(window, store)
    bubble = window.parts.dispatch.bubble
    _drop(window.parts.map.canvas, row_mime(CASE_MIME, "an-alarm"), where)
    assert not bubble.isVisible()
    put(window, store, replace(store.cases[NUMBER], state=CaseState.CLOSED))
    _drop(window.parts.map.canvas, row_mime(CASE_MIME, NUMBER), where)
    assert not bubble.isVisible()
    assert shell.feed.commands() == []
