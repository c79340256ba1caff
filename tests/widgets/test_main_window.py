"""The window as a whole: layout, silence, commands, themes, alarms that nobody has seen."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from console.client.annunciation import Call
from console.client.link_status import LinkStatus
from console.client.store import Changes, Store
from console.domain.alarm import AlarmState
from console.domain.alarm_marks import Mute
from console.domain.camera import CameraState
from console.domain.commands import AcknowledgeAlarm
from console.domain.facts import Kind
from console.domain.link import LinkState
from console.domain.result import ResultCode
from tests.builders import NOW, build_store
from tests.widgets.shell_kit import Shell, alarm_facts, case_fact, fact
from widgets.alarms.annunciator import Annunciator
from widgets.alarms.speech import Speech
from widgets.appearance import Appearance
from widgets.common.lamp import LampState
from widgets.common.level_badge import draw_level
from widgets.fonts import app_font
from widgets.main_window import MainWindow
from widgets.queue.queue_panel import ALARMS
from widgets.selection import Selected
from widgets.theme import Theme

ROUNDS = 2000
"""Each makes five calls or signals."""


@pytest.fixture
def shell(store: Store, theme: Theme) -> Shell:
    return Shell(store, theme)


@pytest.fixture
def window(qtbot: QtBot, shell: Shell, store: Store, tmp_path: Path) -> Iterator[MainWindow]:
    before = QApplication.font()
    QApplication.setFont(app_font())
    window = shell.window(tmp_path)
    window.resize(1920, 1080)
    window.show()
    window.apply(Changes(reset=True))
    window.tick(NOW)
    yield window
    window.close()
    QApplication.setFont(before)


def test_panels_lie_as_designed(window: MainWindow) -> None:
    QApplication.processEvents()
    queue, chart, wall, case = window.desk.panels
    assert abs(queue.width() - 404) <= 4
    assert abs(case.width() - 424) <= 4
    assert chart.y() < wall.y()
    assert abs(chart.width() - wall.width()) <= 1
    assert chart.height() > wall.height() > 350


def test_on_a_wide_screen_map_and_wall_stand_side_by_side(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(3840, 1080)
    window.desk.arrange(window.size())
    queue, chart, wall, case = window.desk.panels
    qtbot.waitUntil(lambda: abs(queue.width() - 404) < 40 and abs(case.width() - 424) < 40)
    assert chart.y() == wall.y()
    assert wall.x() > chart.x()
    window.resize(1920, 1080)
    window.desk.arrange(window.size())
    qtbot.waitUntil(lambda: chart.x() == wall.x() and wall.y() > chart.y())


def test_title_bar_tells_what_lives(window: MainWindow, store: Store) -> None:
    lamps = window.parts.title_bar.lamps
    online = sum(camera.state is CameraState.ONLINE for camera in store.cameras.values())
    assert lamps.sources.text == "Sources 8/8"
    assert lamps.cameras.text == f"Cameras {online}/1312"
    assert lamps.hub.state is LampState.OK
    assert window.parts.title_bar.banner.text().startswith("Level 1 response")
    assert window.parts.title_bar.load.count == 3


def test_there_is_something_to_look_at_from_the_first_case_on(
    qtbot: QtBot, theme: Theme, tmp_path: Path, store: Store
) -> None:
    cases = list(store.cases.values())
    empty = Shell(build_store(grids=20, cameras=20, cases=0, alarms=0, units=0), theme)
    window = empty.window(tmp_path)
    window.apply(Changes(reset=True))
    assert window.parts.selection.current is None
    window.apply(empty.store.apply([case_fact(cases[0])]))
    assert window.parts.case.case_number() == cases[0].number
    window.parts.selection.clear()
    window.apply(empty.store.apply([case_fact(cases[1])]))
    assert window.parts.selection.current is None
    window.close()


def test_a_feed_that_is_down_is_shown_loudly(window: MainWindow, shell: Shell) -> None:
    assert not window.parts.link_banner.isVisible()
    window.parts.fresh.take_link(LinkStatus(up=False, since=NOW, detail="LOST"))
    shell.move_on(12)
    assert window.parts.link_banner.isVisible()
    assert "12 s" in window.parts.link_banner.text()
    assert window.parts.title_bar.lamps.hub.state is LampState.BAD
    ages = [panel.head.age() for panel in window.desk.panels if hasattr(panel.head, "age")]
    assert ages == ["12 s old", "12 s old"]
    window.parts.fresh.take_link(LinkStatus(up=True, since=shell.moment))
    shell.move_on(0.5)
    assert not window.parts.link_banner.isVisible()
    assert window.parts.title_bar.lamps.hub.state is LampState.OK


def test_a_hub_that_says_nothing_is_late_though_the_link_is_up(
    window: MainWindow, shell: Shell
) -> None:
    shell.move_on(5)
    assert window.parts.title_bar.lamps.hub.state is LampState.WARN
    assert "5 s" in window.parts.link_banner.text()


def test_a_silent_source_is_named(window: MainWindow, store: Store) -> None:
    link = store.links["sensors"]
    window.apply(store.apply([fact(Kind.LINK, "sensors", replace(link, state=LinkState.DOWN))]))
    lamp = window.parts.title_bar.lamps.sources
    assert lamp.state is LampState.BAD
    assert lamp.text == "Sources 7/8"
    assert link.name in lamp.toolTip()


def test_docks_come_back_where_they_were(
    qtbot: QtBot, shell: Shell, tmp_path: Path, window: MainWindow
) -> None:
    window.desk.panels[3].close()
    window.desk.panels[0].setFloating(True)
    window.close()
    second = shell.window(tmp_path)
    second.show_first()
    queue, chart, _wall, case = second.desk.panels
    assert not case.isVisible()
    assert queue.isFloating()
    assert chart.isVisible()
    second.desk.arrange(second.size())
    assert case.isVisible()
    assert not queue.isFloating()
    second.close()


def test_the_wall_comes_back_for_its_user(
    window: MainWindow, store: Store, theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    window.parts.wall.set_layout("4")
    chosen = list(store.cameras)[-1]
    window.parts.wall.show_camera(2, chosen)
    window.parts.wall.pin(2)
    before = window.parts.wall.state()
    window.close()
    again = Shell(store, theme).window(tmp_path)
    qtbot.addWidget(again)
    again.show_first()
    assert again.parts.wall.state() == before
    assert before.layout == "4"
    assert (chosen, True) in [(placed.camera, placed.pinned) for placed in before.placed]
    again.close()


def test_another_user_s_layout_is_left_alone(
    shell: Shell, tmp_path: Path, window: MainWindow
) -> None:
    window.desk.panels[3].close()
    window.close()
    stored = (tmp_path / "window.ini").read_text(encoding="utf-8")
    assert "陈某" not in stored
    window._memory._user = "somebody else"
    assert window._memory.load("desk") is None


def test_slash_and_ctrl_k_reach_the_command_bar(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.parts.queue.focus_list()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.parts.queue.view(1), Qt.Key.Key_Slash)
    assert QApplication.focusWidget() is window.parts.command_bar.line


def test_slash_stays_a_letter_in_a_text_field(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    search: QLineEdit = window.parts.queue.search
    search.setFocus()
    qtbot.keyClick(search, Qt.Key.Key_Slash)
    assert search.text() == "/"


@pytest.mark.parametrize(
    ("line", "kind"),
    [("g137", Kind.GRID), ("/ c 0421", Kind.CAMERA), ("0012", Kind.CASE), ("xqjd", Kind.STREET)],
)
def test_the_command_bar_finds(window: MainWindow, line: str, kind: Kind, qtbot: QtBot) -> None:
    bar = window.parts.command_bar
    chosen: list[object] = []
    bar.chosen.connect(chosen.append)
    qtbot.keyClicks(bar.line, line)
    assert "Enter" in bar.help.text()
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert [each.kind for each in chosen] == [kind]
    assert bar.line.text() == ""


def test_a_grid_takes_map_and_wall_there(window: MainWindow, store: Store, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.parts.command_bar.line, "g137")
    qtbot.keyClick(window.parts.command_bar.line, Qt.Key.Key_Return)
    current = window.parts.selection.current
    assert isinstance(current, Selected)
    assert store.grids[current.key].number == 137
    on_wall = {report.camera for report in window.parts.wall.tiles()}
    assert any(store.cameras[key].grid == current.key for key in on_wall if key)


def test_nonsense_is_answered_with_advice(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.parts.command_bar
    qtbot.keyClicks(bar.line, "qqqqq")
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert "Try g137" in bar.help.text()
    assert bar.line.text() == "qqqqq"


def test_a_new_level_1_alarm_flashes_and_leaves_the_focus(
    window: MainWindow, store: Store, shell: Shell, qtbot: QtBot
) -> None:
    quiet = [replace(a, state=AlarmState.ACKNOWLEDGED) for a in store.alarms.values()]
    window.apply(store.apply(alarm_facts(quiet)))
    assert not window.parts.alarm_banner.isVisible()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.parts.case.case_view.note.window().activateWindow()
    window.parts.queue.search.setFocus()
    fresh = replace(quiet[0], id="alarm-new", state=AlarmState.UNACKNOWLEDGED, level=1)
    window.apply(store.apply(alarm_facts([fresh])))
    banner = window.parts.alarm_banner
    assert banner.isVisible()
    assert fresh.title in banner.text()
    assert QApplication.focusWidget() is window.parts.queue.search
    before = banner._bright
    shell.move_on(1)
    assert banner._bright is not before
    qtbot.mouseClick(banner._seen_button, Qt.MouseButton.LeftButton)
    assert shell.feed.commands() == [AcknowledgeAlarm("alarm-new", fresh.version)]


def test_the_alarm_banner_does_not_cover_the_alarm(window: MainWindow, store: Store) -> None:
    banner, chart = window.parts.alarm_banner, window.parts.map
    assert banner.isVisible()
    assert banner.alarm is not None
    alarm = banner.alarm
    assert alarm.place is not None
    chart.centre_on(alarm.place, 2.0)
    usual = banner.geometry()
    middle = chart.canvas.mapTo(window.desk, chart.canvas.rect().center())
    step = usual.center() - middle
    chart.canvas.pan(step.x(), step.y())
    mark = chart.point_of(Kind.ALARM, alarm.id)
    assert mark is not None
    there = chart.mapTo(window.desk, mark).toPoint()
    assert usual.contains(there)
    assert not banner.geometry().adjusted(-20, -20, 20, 20).contains(there)


def test_level_1_sounds_until_seen_and_a_flood_is_folded(store: Store, shell: Shell) -> None:
    played: list[int] = []
    sound = Annunciator(store, shell.ticker, played.append, Speech())
    sound.apply(Changes(reset=True))
    quiet = [replace(a, state=AlarmState.ACKNOWLEDGED) for a in store.alarms.values()]
    sound.apply(store.apply(alarm_facts(quiet)))
    assert sound.sounded == 0
    for number in range(50):
        minor = replace(quiet[0], id=f"m{number}", state=AlarmState.UNACKNOWLEDGED, level=2)
        sound.apply(store.apply(alarm_facts([minor])))
    assert (played, sound.called) == ([2], 1)
    shell.moment += timedelta(seconds=1)
    major = replace(quiet[0], id="major", state=AlarmState.UNACKNOWLEDGED, level=1)
    sound.apply(store.apply(alarm_facts([major])))
    assert (played, sound.called) == ([2, 1], 2)
    for _ in range(8):
        shell.move_on(1)
    assert (played, sound.called) == ([2, 1, 1, 1], 2)
    muted = replace(major, mute=Mute("李某", NOW))
    sound.apply(store.apply(alarm_facts([muted])))
    for _ in range(8):
        shell.move_on(1)
    assert sound.sounded == 4
    sound.apply(store.apply(alarm_facts([major])))
    shell.move_on(1)
    assert sound.called == 3
    sound.apply(store.apply(alarm_facts([replace(major, state=AlarmState.ACKNOWLEDGED)])))
    for _ in range(8):
        shell.move_on(1)
    assert sound.sounded == 5


def test_a_call_says_the_worst_and_how_many_more(store: Store, shell: Shell) -> None:
    sound = Annunciator(store, shell.ticker, lambda _level: None, Speech())
    alarm = replace(next(iter(store.alarms.values())), level=2, title="烟感报警", value="")
    assert sound.words(Call(alarm, 0)) == "Level 2, 烟感报警"
    assert sound.words(Call(alarm, 10)) == "Level 2, 烟感报警, 10 more alarms"


def test_results_are_told_with_what_to_do(window: MainWindow, shell: Shell) -> None:
    shell.actions.acknowledge("alarm-1")
    shell.answer(ResultCode.VERSION_CONFLICT, "E-VERSION")
    assert window.parts.toasts.texts == [
        "Somebody was faster. Look at the new state, then decide again. (E-VERSION)"
    ]
    window.parts.queue.tabs.choose(ALARMS)


def test_the_theme_switches_live(
    window: MainWindow, theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    style, palette = qapp.styleSheet(), qapp.palette()
    appearance = Appearance(qapp, theme)
    try:
        for name, token in (("dark", "#0b1a33"), ("light", "#eaf0f8")):
            theme.switch(name)
            QApplication.processEvents()
            corner = window.grab().toImage().pixelColor(4, 1074)
            assert corner.name() == token
    finally:
        qapp.setStyleSheet(style)
        qapp.setPalette(palette)
        appearance.deleteLater()


def test_every_token_of_the_style_sheet_exists_in_both_themes(theme: Theme) -> None:
    for name in ("dark", "light"):
        theme.switch(name)
        assert "$" not in theme.style_sheet()


@pytest.mark.parametrize(
    ("level", "inside", "outside"),
    [
        (1, [(30, 4), (4, 30)], [(1, 1), (58, 58)]),
        (2, [(30, 12), (6, 57)], [(4, 10), (56, 10)]),
        (3, [(30, 4), (4, 30)], [(8, 8), (52, 52)]),
        (4, [(30, 4), (12, 12)], [(2, 2), (57, 57)]),
    ],
)
def test_levels_differ_in_shape(
    theme: Theme, level: int, inside: list[tuple[int, int]], outside: list[tuple[int, int]]
) -> None:
    image = QImage(60, 60, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    draw_level(painter, QRectF(0, 0, 60, 60), level, theme)
    painter.end()
    assert all(image.pixelColor(QPoint(*point)) == theme.level(level) for point in inside)
    assert all(image.pixelColor(QPoint(*point)).alpha() == 0 for point in outside)


def test_references_to_none_do_not_drift(window: MainWindow, shell: Shell, store: Store) -> None:
    def work(rounds: int) -> None:
        for turn in range(rounds):
            window.parts.selection.select(Kind.CASE, "XL20211128-0012", wanted=False)
            window.parts.selection.clear()
            window.tick(NOW + timedelta(seconds=turn))
            window.parts.queue.view(1).repaint_visible()
            window.parts.title_bar.lamps.hub.update()

    work(50)
    gc.collect()
    before = (sys.getrefcount(None), sys.getrefcount(True))
    work(ROUNDS)
    gc.collect()
    after = (sys.getrefcount(None), sys.getrefcount(True))
    # A binding that loses one reference a call loses 5 × ROUNDS; rows of an earlier test's store
    # that are freed only now are worth a thousand or two.
    assert abs(after[0] - before[0]) < 2 * ROUNDS
    assert abs(after[1] - before[1]) < 2 * ROUNDS
