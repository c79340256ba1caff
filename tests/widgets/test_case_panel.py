"""The case panel: what it shows, what it offers, and that commands are given once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from console.client.store import Store
from console.domain.case import CaseState, Stage
from console.domain.case_log import Action, LogEntry
from console.domain.commands import AddNote, AdvanceCase, ChangeLevel, OpenCase
from console.domain.facts import Kind
from console.domain.result import ResultCode
from tests.builders import NOW
from tests.widgets.shell_kit import RESOURCES, USER, Shell, case_fact
from widgets.alarms.alarm_page import AlarmPage
from widgets.alarms.alarm_room import AlarmRoom
from widgets.case.case_panel import CasePanel
from widgets.case.dialogs import Dialogs
from widgets.case.level_dialog import LevelDialog
from widgets.case.log_model import LINE_ROLE, LogModel
from widgets.case.new_case_dialog import NewCaseDialog
from widgets.common.terms import Terms
from widgets.selection import Selection
from widgets.theme import Theme

NUMBER = "XL20211128-0012"


@pytest.fixture
def shell(store: Store, theme: Theme) -> Shell:
    return Shell(store, theme)


@pytest.fixture
def panel(qtbot: QtBot, shell: Shell, selection: Selection) -> CasePanel:
    under = QWidget()
    qtbot.addWidget(under)
    dialogs = Dialogs(under, shell.store, shell.actions, shell.theme, RESOURCES)
    room = AlarmRoom(
        shell.store,
        selection,
        shell.theme,
        shell.ticker,
        actions=shell.actions,
        dialogs=dialogs,
        resources=RESOURCES,
        parent=under,
    )
    panel = CasePanel(
        shell.store,
        selection,
        shell.theme,
        shell.ticker,
        actions=shell.actions,
        dialogs=dialogs,
        alarm_page=room.page,
    )
    panel.setParent(under)
    under.resize(424, 900)
    under.show()
    panel.resize(424, 900)
    panel.show()
    return panel


def words(panel: CasePanel) -> list[str]:
    return [button.text() for button in panel.bar.buttons]


def press(panel: CasePanel, text: str, qtbot: QtBot) -> None:
    button = next(button for button in panel.bar.buttons if button.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def open_dialog(panel: CasePanel, kind: type[QDialog]) -> QDialog:
    return next(dialog for dialog in panel.window().findChildren(kind) if dialog.isVisible())


def test_a_case_is_shown_in_full(panel: CasePanel, selection: Selection, store: Store) -> None:
    selection.select(Kind.CASE, NUMBER)
    case = store.cases[NUMBER]
    assert panel.case_view.title.text() == case.opening.title
    assert NUMBER in panel.head_words.words()
    assert panel.case_view.stages.stage is Stage.RESPONDED
    assert any("g137" in value for value in panel.case_view.facts.values())
    assert "138****5678" in panel.case_view.unlock.words()
    assert "3 / 5" in panel.case_view.sectors.words()
    assert panel.case_view.log.model().rowCount() == len(case.log)


def test_the_next_step_goes_to_the_hub_once(
    panel: CasePanel, selection: Selection, shell: Shell, qtbot: QtBot
) -> None:
    selection.select(Kind.CASE, "XL20211128-0101")  # en route
    step = panel.bar.buttons[1]
    qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    assert shell.feed.commands() == [AdvanceCase("XL20211128-0101", 7, Action.ARRIVED)]
    assert not any(button.isEnabled() for button in panel.bar.buttons)
    shell.answer(ResultCode.VERSION_CONFLICT, "E-VERSION")
    assert all(button.isEnabled() for button in panel.bar.buttons)


def test_what_is_offered_follows_the_rules(
    panel: CasePanel, selection: Selection, store: Store
) -> None:
    selection.select(Kind.CASE, NUMBER)
    assert "Report done" in words(panel)
    case = store.cases[NUMBER]
    panel.apply(store.apply([case_fact(replace(case, state=CaseState.REPORTED, level=3))]))
    assert words(panel)[0] == "File"
    assert "Dispatch F4" not in words(panel)
    panel.apply(store.apply([case_fact(replace(case, state=CaseState.REPORTED, level=2))]))
    assert "Dispatch F4" in words(panel)
    panel.apply(store.apply([case_fact(replace(case, state=CaseState.VOIDED))]))
    assert words(panel) == []


def test_enter_hands_a_note_in_and_a_refused_one_comes_back(
    panel: CasePanel, selection: Selection, shell: Shell, qtbot: QtBot
) -> None:
    selection.select(Kind.CASE, NUMBER)
    qtbot.keyClicks(panel.case_view.note, "two seen at the bus stop")
    qtbot.keyClick(panel.case_view.note, Qt.Key.Key_Return)
    qtbot.keyClick(panel.case_view.note, Qt.Key.Key_Return)
    assert shell.feed.commands() == [AddNote(NUMBER, "two seen at the bus stop")]
    assert panel.case_view.note.text() == ""
    shell.answer(ResultCode.NOT_ALLOWED, "E-NOT-ALLOWED")
    assert panel.case_view.note.text() == "two seen at the bus stop"


def test_drafts_stay_with_their_cases(panel: CasePanel, selection: Selection, qtbot: QtBot) -> None:
    selection.select(Kind.CASE, NUMBER)
    qtbot.keyClicks(panel.case_view.note, "half a sen")
    selection.select(Kind.CASE, "XL20211128-0101")
    assert panel.case_view.note.text() == ""
    selection.select(Kind.CASE, NUMBER)
    assert panel.case_view.note.text() == "half a sen"


def test_another_level_needs_a_reason(
    panel: CasePanel, selection: Selection, shell: Shell, qtbot: QtBot
) -> None:
    selection.select(Kind.CASE, NUMBER)
    panel.change_level()
    dialog = open_dialog(panel, LevelDialog)
    assert not dialog.accept_button.isEnabled()
    qtbot.keyClicks(dialog.reason, "trapped people")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert shell.feed.commands() == [ChangeLevel(NUMBER, 7, 1, "trapped people")]


def test_a_new_case_takes_its_level_from_its_type(
    panel: CasePanel, shell: Shell, store: Store, qtbot: QtBot
) -> None:
    panel._dialogs.new_case()
    dialog = open_dialog(panel, NewCaseDialog)
    dialog.type.setCurrentIndex(dialog.type.findText("B01", Qt.MatchFlag.MatchStartsWith))
    assert dialog.levels.level == 1
    qtbot.keyClicks(dialog.title, "Smoke over the old block")
    assert not dialog.accept_button.isEnabled()
    qtbot.keyClicks(dialog.grid, "g137")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    command = shell.feed.commands()[0]
    assert isinstance(command, OpenCase)
    assert (command.title, command.case_type, command.level) == (
        "Smoke over the old block",
        "B01",
        1,
    )
    assert store.grids[command.grid].number == 137


def test_an_alarm_is_acknowledged_and_becomes_a_case(
    panel: CasePanel, selection: Selection, shell: Shell, store: Store, qtbot: QtBot
) -> None:
    selection.select(Kind.ALARM, "alarm-2")
    page = panel.alarm_page
    assert isinstance(page, AlarmPage)
    assert page.alarm.value.text() == "18 cm"
    press(panel, "Acknowledge", qtbot)
    shell.answer()
    press(panel, "Open a case", qtbot)
    command = shell.feed.commands()[1]
    assert isinstance(command, OpenCase)
    assert command.alarm == "alarm-2"
    assert command.grid == store.alarms["alarm-2"].grid


def test_the_log_model_only_grows_at_its_top(store: Store) -> None:
    model = LogModel(lambda: NOW)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    case = store.cases[NUMBER]
    inserted: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    model.show_case(case)
    entry = LogEntry(8, NOW, USER, "operator", Action.NOTED, "seen")
    model.show_case(replace(case, log=(*case.log, entry)))
    assert inserted == [(0, 0)]
    assert "seen" in model.index(0).data()
    assert tester.model() is model


def test_a_note_that_repeats_its_action_is_said_once(store: Store) -> None:
    case = next(iter(store.cases.values()))
    word = Terms.action(Action.ACCEPTED)
    same = LogEntry(1, NOW, USER, "operator", Action.ACCEPTED, word)
    more = LogEntry(2, NOW, USER, "operator", Action.ACCEPTED, "on my way")
    model = LogModel(lambda: NOW)
    model.show_case(replace(case, log=(same, more)))
    texts = [model.index(row).data(LINE_ROLE).text for row in range(2)]
    assert texts == [f"{word}: on my way", word]
