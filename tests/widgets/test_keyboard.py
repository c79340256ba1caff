"""The window without a mouse: Tab reaches everything, in reading order, and shows where it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from console.client.store import Changes, Store
from console.domain.facts import Kind
from tests.builders import NOW
from tests.widgets.shell_kit import Shell
from widgets.appearance import Appearance
from widgets.fonts import app_font
from widgets.main_window import MainWindow
from widgets.theme import Theme


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, store: Store, theme: Theme, tmp_path: Path
) -> Iterator[MainWindow]:
    font, style, colours = qapp.font(), qapp.styleSheet(), qapp.palette()
    qapp.setFont(app_font())
    appearance = Appearance(qapp, theme)
    window = Shell(store, theme).window(tmp_path)
    window.resize(1920, 1080)
    window.show()
    window.apply(Changes(reset=True))
    window.tick(NOW)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.parts.queue.focus_list()
    yield window
    window.close()
    appearance.deleteLater()
    qapp.setStyleSheet(style)
    qapp.setPalette(colours)
    qapp.setFont(font)


def walk(window: MainWindow, qtbot: QtBot) -> list[QWidget]:
    """Every widget that Tab comes by until it is back."""
    stops: list[QWidget] = []
    here = QApplication.focusWidget()
    while here is not None and here not in stops:
        stops.append(here)
        window.focusNextChild()
        here = QApplication.focusWidget()
    assert here is stops[0]
    return stops


def test_tab_reaches_every_button_in_sight(window: MainWindow, qtbot: QtBot) -> None:
    stops = walk(window, qtbot)
    buttons = [
        button
        for button in window.findChildren(QAbstractButton)
        if button.isVisible()
        and button.isEnabled()
        and button.window() is window
        # the cross inside a search line; Esc does the same
        and button.parentWidget() is not window.parts.queue.search
    ]
    assert len(buttons) > 15
    assert [button for button in buttons if button not in stops] == []


def test_tab_goes_in_reading_order(window: MainWindow, qtbot: QtBot) -> None:
    parts = window.parts
    stops = walk(window, qtbot)
    wanted = [
        parts.queue.view(parts.queue.tabs.current),
        parts.map.canvas,
        parts.wall.grid,
        parts.case.case_view.note,
        parts.case.bar.buttons[0],
        parts.command_bar.line,
        parts.title_bar.banner,
        parts.queue.tabs,
        parts.queue.search,
    ]
    places = [stops.index(widget) for widget in wanted]
    assert places == sorted(places)


def test_every_stop_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    nameless = [
        stop
        for stop in walk(window, qtbot)
        if not stop.accessibleName() and not (isinstance(stop, QAbstractButton) and stop.text())
    ]
    assert nameless == []


def test_the_focus_can_be_seen(window: MainWindow, qtbot: QtBot) -> None:
    for stop in walk(window, qtbot):
        # a frame may stand for the line inside it
        seen = window.parts.command_bar if stop is window.parts.command_bar.line else stop
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        with_focus = seen.grab().toImage()
        stop.clearFocus()
        QApplication.processEvents()
        assert seen.grab().toImage() != with_focus, stop


def test_the_response_banner_goes_to_its_case_on_enter(window: MainWindow, qtbot: QtBot) -> None:
    before = window.parts.selection.current
    qtbot.keyClick(window.parts.title_bar.banner, Qt.Key.Key_Return)
    current = window.parts.selection.current
    assert current is not None
    assert current.kind is Kind.CASE
    assert current != before
    assert window.parts.case.case_number() == current.key


def test_arrows_walk_the_tabs(window: MainWindow, qtbot: QtBot) -> None:
    tabs = window.parts.queue.tabs
    before = tabs.current
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.current == before + 1
    qtbot.keyClick(tabs, Qt.Key.Key_Left)
    assert tabs.current == before


@pytest.mark.parametrize("width", [1280, 1366, 1440])
def test_small_screens_have_room_for_all(window: MainWindow, width: int, qtbot: QtBot) -> None:
    window.resize(width, 768)
    qtbot.waitUntil(lambda: window.width() == width)
    assert (window.width(), window.height()) == (width, 768)
    for button in window.parts.case.bar.buttons:
        assert button.width() >= button.minimumSizeHint().width()


def test_every_key_of_the_table_works_and_is_listed(window: MainWindow, qtbot: QtBot) -> None:
    keys = window.parts.keys
    pressed: list[str] = []
    keys.add("test.one", "Ctrl+Shift+F12", "One more", lambda: pressed.append("one"))
    qtbot.keyClick(
        window,
        Qt.Key.Key_F12,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert pressed == ["one"]
    window.keys.toggle()
    shown = {label.text() for label in window.keys.findChildren(QLabel)}
    for line in keys.lines():
        assert {line.keys, line.text} <= shown
    assert {"F1", "F2", "F3", "F4", "F6", "F9", "F11"} <= {line.keys for line in keys.lines()}
    window.keys.toggle()


def test_a_key_is_given_to_one_action_only(window: MainWindow) -> None:
    with pytest.raises(ValueError, match="F2"):
        window.parts.keys.add("test.two", "F2", "Another", lambda: None)
    with pytest.raises(ValueError, match=r"case\.new"):
        window.parts.keys.add("case.new", "Ctrl+F12", "Another", lambda: None)


def test_f6_brings_a_closed_wall_back_and_takes_the_keyboard_there(
    window: MainWindow, qtbot: QtBot
) -> None:
    wall = window.desk.panels[2]
    wall.hide()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert wall.isVisible()
    assert window.parts.wall.grid.hasFocus()


def test_the_manual_lists_exactly_the_keys_there_are(window: MainWindow) -> None:
    manual = Path(__file__).resolve().parents[2] / "docs" / "manual" / "queue.md"
    rows = manual.read_text(encoding="utf-8").partition("| keys | what |")[2].splitlines()[2:]
    listed = [row for row in rows if row.startswith("|")]
    wanted = [
        f"| {line.keys.replace('  ', ' or ')} | {line.text} |" for line in window.parts.keys.lines()
    ]
    assert sorted(listed) == sorted(wanted)
