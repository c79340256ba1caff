"""Many rows at once, filters by name, the five workspaces: by keyboard, and remembered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMenu
from pytestqt.qtbot import QtBot

from console.client.case_filter import CaseFilter
from console.client.case_listing import CaseOrder
from console.client.queue_state import QueueState
from console.client.store import Changes, Store
from console.client.workspaces import Workspace
from console.domain.alarm import AlarmState
from console.domain.commands import AcknowledgeAlarm
from console.domain.dispatch_commands import DispatchUnits
from console.domain.result import CommandResult, ResultCode
from console.domain.sla import Light
from tests.widgets.shell_kit import Shell, case_fact
from widgets.case.dispatch_dialog import DispatchDialog
from widgets.main_window import MainWindow
from widgets.queue.filter_dialog import FilterDialog
from widgets.queue.queue_panel import ALARMS, CASES
from widgets.queue.rows_model import KEY_ROLE
from widgets.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shell(store: Store, theme: Theme) -> Shell:
    return Shell(store, theme)


@pytest.fixture
def window(qtbot: QtBot, shell: Shell, tmp_path: Path) -> Iterator[MainWindow]:
    window = shell.window(tmp_path)
    window.resize(1600, 900)
    window.show()
    window.apply(Changes(reset=True))
    window.parts.queue.focus_list()
    yield window
    window.close()


def keys(window: MainWindow, tab: int = CASES) -> list[str]:
    rows = window.parts.queue.view(tab).rows()
    return [rows.index(row).data(KEY_ROLE) for row in range(rows.rowCount())]


def answer(shell: Shell, *ends: tuple[ResultCode, str]) -> None:
    for (cmd_id, _, _), (code, reason) in zip(shell.feed.sent, ends, strict=True):
        shell.actions.settle(CommandResult(cmd_id, code, 2, {}, reason))


def test_marked_alarms_are_acknowledged_with_one_key_and_one_sentence(
    window: MainWindow, shell: Shell, store: Store, qtbot: QtBot
) -> None:
    queue = window.parts.queue
    queue.tabs.choose(ALARMS)
    queue.focus_list()
    view = queue.view(ALARMS)
    qtbot.keyClick(view, Qt.Key.Key_A, CTRL)
    unseen = [one for one in store.alarms.values() if one.state is AlarmState.UNACKNOWLEDGED]
    assert set(queue.marks.keys) == set(keys(window, ALARMS))
    qtbot.keyClick(window, Qt.Key.Key_D, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_D, CTRL)
    sent = shell.feed.commands()
    assert {one.entity for one in sent if isinstance(one, AcknowledgeAlarm)} == {
        one.id for one in unseen
    }
    assert len(sent) == len(unseen)
    late = (ResultCode.ILLEGAL, "E-ALREADY-SEEN")
    answer(shell, late, *[(ResultCode.OK, "")] * (len(sent) - 1))
    summary = window.parts.toasts.texts[-1]
    assert summary.startswith(f"{len(sent) - 1} done, 1 refused: Somebody has acknowledged")
    left_out = len(store.alarms) - len(unseen)
    assert summary.endswith(f"{left_out} left out: done already or on the way")
    assert sum("acknowledged" in text for text in window.parts.toasts.texts) == 1


def test_marked_cases_go_to_one_unit(
    window: MainWindow, shell: Shell, store: Store, qtbot: QtBot
) -> None:
    view = window.parts.queue.view(CASES)
    listed = keys(window)
    view.setCurrentIndex(view.rows().index(0))
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Space)
    assert window.parts.queue.marks.keys == tuple(listed[:3])
    qtbot.keyClick(window, Qt.Key.Key_D, CTRL)
    dialog = window.findChild(DispatchDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "Dispatch 3 cases"
    dialog.accept()
    dialog.accept()
    sent = shell.feed.commands()
    assert [one.entity for one in sent] == listed[:3]
    first = sent[0]
    assert isinstance(first, DispatchUnits)
    assert len({(one.units, one.offices) for one in sent if isinstance(one, DispatchUnits)}) == 1
    assert window.parts.queue.marks.keys == ()
    answer(
        shell,
        (ResultCode.OK, ""),
        (ResultCode.VERSION_CONFLICT, "E-VERSION"),
        (ResultCode.ILLEGAL, "E-NOT-FILED"),
    )
    summary = window.parts.toasts.texts[-1]
    assert summary.startswith("1 done, 1 refused: Somebody was faster.")
    assert "File the case first" in summary


def test_esc_unmarks_and_another_kind_of_list_too(window: MainWindow, qtbot: QtBot) -> None:
    queue = window.parts.queue
    view = queue.view(CASES)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert queue.head.marked.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert queue.marks.keys == ()
    assert not queue.head.marked.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    queue.tabs.choose(ALARMS)
    assert queue.marks.keys == ()


@pytest.mark.parametrize(("number", "workspace"), list(enumerate(Workspace, 1)))
def test_workspaces_are_one_key_away(
    window: MainWindow, store: Store, qtbot: QtBot, number: int, workspace: Workspace
) -> None:
    before = window.parts.queue.tabs.count(CASES)
    qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), CTRL)
    found = {
        Workspace.COMMAND: lambda case: True,
        Workspace.PETITIONS: lambda case: (
            case.opening.case_type.startswith("F") or case.opening.source == "window"
        ),
        Workspace.LEGAL_AID: lambda case: case.opening.case_type in {"E04", "E05", "E07"},
        Workspace.MEDIATION: lambda case: case.opening.case_type.startswith("E"),
        Workspace.GRIDS: lambda case: (
            case.opening.source == "grid_app" or case.opening.case_type.startswith("G")
        ),
    }[workspace]
    expected = {number for number, case in store.cases.items() if case.open and found(case)}
    assert set(keys(window)) == expected
    assert window.parts.queue.tabs.count(CASES) == before
    assert window.parts.queue.head.narrow.isVisible() is (workspace is not Workspace.COMMAND)


def test_a_filter_is_chosen_saved_and_there_again_after_a_restart(
    window: MainWindow, shell: Shell, store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    dialog = window.findChild(FilterDialog)
    assert dialog is not None
    for row in (0, 1):
        dialog.columns["levels"].item(row).setCheckState(Qt.CheckState.Checked)
    dialog.name.setText("重大")
    dialog.accept()
    wanted = CaseFilter(levels=(1, 2))
    queue = window.parts.queue
    assert queue.state.saved == {"重大": wanted}
    assert {store.cases[key].level for key in keys(window)} <= {1, 2}
    assert queue.head.narrow.text().startswith("重大 · ")
    queue.turn(replace(queue.state, dense=True, order=CaseOrder.NEWEST))
    again = shell.window(tmp_path)
    assert again.parts.queue.state == queue.state
    again.parts.queue.show_all()
    assert again.parts.queue.state.filter == CaseFilter()
    assert again.parts.queue.state.saved == {"重大": wanted}
    again.close()


def test_a_filter_by_light_follows_the_time(window: MainWindow, shell: Shell, store: Store) -> None:
    queue = window.parts.queue
    queue.turn(QueueState(filter=CaseFilter(lights=(Light.RED,))))
    before = set(keys(window))
    shell.move_on(3600)
    after = set(keys(window))
    assert before < after
    now = shell.moment
    late = {
        number
        for number, case in store.cases.items()
        if case.open and any(clock.running and clock.due_at < now for clock in case.clocks)
    }
    assert after == late


def test_the_menu_offers_workspaces_saved_filters_and_low_rows(window: MainWindow) -> None:
    queue = window.parts.queue
    queue.turn(replace(queue.state, saved={"夜班": CaseFilter(mine=True)}))
    menu = queue.head.filter.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    words = [action.text() for action in menu.actions()]
    assert "夜班" in words
    assert "Low rows" in words
    next(action for action in menu.actions() if action.text() == "Low rows").trigger()
    assert queue.state.dense
    assert queue.view(CASES).rowHeight(0) == 36


def test_what_cannot_be_read_is_the_queue_as_at_first() -> None:
    assert QueueState.from_text("{broken") == QueueState()
    assert QueueState.from_text('{"order": "by moon"}') == QueueState()
    state = QueueState(CaseOrder.CHANGED, True, Workspace.GRIDS, CaseFilter(holder="x"))
    assert QueueState.from_text(state.to_text()) == state


def test_a_new_case_under_a_filter_counts_but_is_not_listed(
    window: MainWindow, store: Store
) -> None:
    queue = window.parts.queue
    queue.turn(QueueState(filter=CaseFilter(levels=(1,))))
    listed, counted = keys(window), queue.tabs.count(CASES)
    case = store.cases[listed[0]]
    opening = replace(case.opening, number="XL20211128-7777")
    window.apply(store.apply([case_fact(replace(case, opening=opening, level=4))]))
    queue._update()
    assert keys(window) == listed
    assert queue.tabs.count(CASES) == counted + 1
    assert not window.findChildren(QDialog, "openDialog")
