"""Alarms in the window: cards, what is put aside, and every act by keyboard and by mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from console.client.store import Changes, Store
from console.domain.access import Role
from console.domain.alarm import Alarm, AlarmState
from console.domain.alarm_commands import (
    AcknowledgeGroup,
    MuteAlarm,
    NoteAlarm,
    PutBackInService,
    ShelveAlarm,
    TakeOutOfService,
    UnshelveAlarm,
)
from console.domain.alarm_marks import AlarmNote, Mute, Suppression
from console.domain.camera import CameraState
from console.domain.camera_drop import CAMERAS_DOWN
from console.domain.commands import OpenCase
from console.domain.facts import Kind
from console.domain.result import ResultCode
from tests.builders import NOW
from tests.widgets.shell_kit import ME, Shell, alarm_facts, fact
from widgets.alarms.alarm_page import AlarmPage
from widgets.alarms.aside_dialog import AsideDialog
from widgets.case.new_case_dialog import NewCaseDialog
from widgets.main_window import MainWindow
from widgets.queue.queue_panel import ALARMS
from widgets.theme import Theme
from widgets.titlebar.load_meter import LoadMeter

GROUP = "group-f0"


@pytest.fixture
def shell(small_store: Store, theme: Theme) -> Shell:
    return Shell(small_store, theme)


@pytest.fixture
def window(qtbot: QtBot, shell: Shell, tmp_path: Path) -> Iterator[MainWindow]:
    window = shell.window(tmp_path)
    window.resize(1600, 900)
    window.show()
    window.apply(Changes(reset=True))
    window.tick(NOW)
    window.parts.queue.tabs.choose(ALARMS)
    yield window
    window.close()


def put(window: MainWindow, shell: Shell, *alarms: Alarm) -> None:
    window.apply(shell.store.apply(alarm_facts(alarms)))
    window.parts.queue._update()


def unseen(shell: Shell, **changes: object) -> Alarm:
    """An alarm of level 2 that nobody has seen."""
    base = next(iter(shell.store.alarms.values()))
    alarm = replace(base, state=AlarmState.UNACKNOWLEDGED, level=2, case="", case_type="B04")
    return replace(alarm, **changes)  # type: ignore[arg-type]


def flood(shell: Shell, count: int = 12) -> list[Alarm]:
    at = NOW - timedelta(minutes=1)
    return [
        unseen(shell, id=f"f{n}", level=3, group=GROUP, title="燃气超限", value="", last_at=at)
        for n in range(count)
    ]


def listed(window: MainWindow) -> list[str]:
    rows = window.parts.queue.view(ALARMS).rows()
    return [str(rows.index(row).data(Qt.ItemDataRole.UserRole)) for row in range(rows.rowCount())]


def dialog(window: MainWindow) -> AsideDialog:
    return next(one for one in window.findChildren(AsideDialog) if one.isVisible())


def page(window: MainWindow) -> AlarmPage:
    found = window.parts.case.alarm_page
    assert isinstance(found, AlarmPage)
    return found


def buttons(window: MainWindow) -> list[str]:
    return [button.text() for button in window.parts.case.bar.buttons]


def test_a_flood_is_one_row_whose_members_can_all_be_reached(
    window: MainWindow, shell: Shell, qtbot: QtBot
) -> None:
    single = len(listed(window))
    put(window, shell, *flood(shell))
    assert len(listed(window)) == single + 1
    assert window.parts.queue.tabs.count(ALARMS) == single + 12
    view = window.parts.queue.view(ALARMS)
    assert view.show_key(GROUP)
    assert view.currentIndex().data().startswith("12 × 燃气超限 · 12 alarms")
    group = page(window).group
    assert group.words().endswith("12 alarms · 12 to acknowledge · since 06:03")
    assert sorted(group.list.keys()) == sorted(f"f{n}" for n in range(12))
    # Enter on a card shows it; acknowledging so many is a step of its own.
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert shell.feed.sent == []
    assert buttons(window) == ["Acknowledge all 12"]
    window.parts.case.bar.buttons[0].click()
    [command] = shell.feed.commands()
    assert command == AcknowledgeGroup(GROUP, NOW - timedelta(minutes=1))
    group.list.view.acted.emit("f3")
    assert page(window).alarm.group.words() == "One of 12 folded alarms"


def test_counts_follow_and_the_last_one_stands_for_itself(window: MainWindow, shell: Shell) -> None:
    rest = listed(window)
    members = flood(shell)
    put(window, shell, *members)
    put(window, shell, *(replace(one, state=AlarmState.NORMAL) for one in members[:10]))
    card = window.parts.alarms.groups.group(GROUP)
    assert card is not None
    assert card.size == 2
    put(window, shell, replace(members[10], state=AlarmState.NORMAL))
    assert set(listed(window)) == {*rest, "f11"}


def test_a_search_looks_through_every_member(window: MainWindow, shell: Shell) -> None:
    put(window, shell, *flood(shell))
    window.parts.queue._search("燃气超限")
    assert set(listed(window)) >= {f"f{n}" for n in range(12)}
    assert GROUP not in listed(window)


def test_what_is_put_aside_leaves_the_list_and_is_listed_apart(
    window: MainWindow, shell: Shell
) -> None:
    queue = window.parts.queue
    assert not queue.aside.isVisible()
    until = NOW + timedelta(minutes=30)
    shelf = Suppression(NOW, "周某", "检修", until)
    shelved = unseen(shell, id="s", state=AlarmState.SHELVED, suppression=shelf)
    out = replace(shelved, id="o", state=AlarmState.OUT_OF_SERVICE)
    out = replace(out, suppression=Suppression(NOW, "李某", "换探头"))
    before = listed(window)
    put(window, shell, out, shelved)
    assert listed(window) == before
    assert queue.aside.text() == "Shelved 1 · Out of service 1"
    window.parts.keys.action("alarm.aside").trigger()
    assert listed(window) == ["s", "o"]
    assert "until 06:35" in queue.view(ALARMS).rows().index(0).data()
    window.parts.selection.select(Kind.ALARM, "s")
    assert "until 06:35 · 周某 · 检修" in page(window).alarm.facts.values()
    window.parts.case.bar.buttons[0].click()
    shell.answer()
    window.parts.selection.select(Kind.ALARM, "o")
    window.parts.keys.action("alarm.out").trigger()
    assert shell.feed.commands() == [UnshelveAlarm("s"), PutBackInService("o")]
    queue.aside.click()
    assert listed(window) == before


def test_keys_shelve_mute_note_and_take_out(window: MainWindow, shell: Shell) -> None:
    alarm = unseen(shell, id="a")
    put(window, shell, alarm)
    window.parts.selection.select(Kind.ALARM, "a")
    keys = window.parts.keys
    keys.action("alarm.shelve").trigger()
    asked = dialog(window)
    assert not asked.accept_button.isEnabled()
    assert [asked.spans.id(one) for one in asked.spans.buttons()] == [5, 15, 30, 60]
    asked.spans.button(30).click()
    asked.line.setText(" 检修 ")
    asked.accept_button.click()
    shell.answer()
    keys.action("alarm.mute").trigger()
    dialog(window).accept_button.click()
    shell.answer()
    keys.action("alarm.note").trigger()
    dialog(window).line.setText("已通知物业")
    dialog(window).accept_button.click()
    shell.answer()
    keys.action("alarm.out").trigger()
    dialog(window).line.setText("换探头")
    dialog(window).accept_button.click()
    assert shell.feed.commands() == [
        ShelveAlarm("a", AlarmState.UNACKNOWLEDGED, 2, 30, "检修"),
        MuteAlarm("a", AlarmState.UNACKNOWLEDGED, 2, 5),
        NoteAlarm("a", "已通知物业"),
        TakeOutOfService("a", AlarmState.UNACKNOWLEDGED, 2, "换探头"),
    ]
    shell.answer(ResultCode.NOT_ALLOWED, "E-NOT-ALLOWED")
    assert "Your role may not do this" in window.parts.toasts.texts[-1]


def test_mute_and_note_are_seen_and_a_muted_alarm_can_sound_again(
    window: MainWindow, shell: Shell
) -> None:
    note = AlarmNote("陈某", NOW, "已通知物业")
    alarm = unseen(shell, id="a", mute=Mute("陈某", NOW + timedelta(minutes=4)), note=note)
    put(window, shell, alarm)
    row = window.parts.queue.view(ALARMS).rows().index_of("a").data()
    assert "Muted, not seen" in row
    assert "已通知物业" in row
    window.parts.selection.select(Kind.ALARM, "a")
    shown = page(window).alarm.facts.values()
    assert "until 06:09 · 陈某" in shown
    assert "已通知物业 · 陈某 06:05" in shown
    window.parts.keys.action("alarm.mute").trigger()
    assert shell.feed.commands() == [MuteAlarm("a", AlarmState.UNACKNOWLEDGED, 2, 0)]


@pytest.mark.parametrize("role", [Role.SHIFT_LEADER, Role.OPERATOR, Role.STREET_SEAT])
def test_the_menu_offers_what_the_role_may_do(window: MainWindow, shell: Shell, role: Role) -> None:
    shell.actions.me.take(replace(ME, role=role))
    put(window, shell, unseen(shell, id="a"))
    menu = QMenu()
    window.parts.queue.alarm_offered.emit("a", menu)
    words = [action.text() for action in menu.actions() if action.text()]
    whole = [
        *("Acknowledge", "Open a case: B04 Gas or chemical alarm"),
        *("Mute…", "Note…", "Shelve…", "Take out of service…"),
    ]
    most = {Role.SHIFT_LEADER: 6, Role.OPERATOR: 5, Role.STREET_SEAT: 4}[role]
    assert words == whole[:most]
    menu.deleteLater()


def test_an_alarm_without_a_type_asks_for_it_and_the_case_keeps_the_alarm(
    window: MainWindow, shell: Shell
) -> None:
    grid = next(iter(shell.store.grids))
    put(window, shell, unseen(shell, id="a", case_type="", grid=grid, title="摄像机离线"))
    window.parts.alarms.dialogs.open_case("a")
    form = next(one for one in window.findChildren(NewCaseDialog) if one.isVisible())
    form.accept_button.click()
    [command] = shell.feed.commands()
    assert isinstance(command, OpenCase)
    assert (command.alarm, command.level) == ("a", 2)


def test_dropped_cameras_are_all_listed(window: MainWindow, shell: Shell) -> None:
    cameras = list(shell.store.cameras.values())
    street = cameras[0].street
    down = [
        replace(one, state=CameraState.OFFLINE, reason="断电", state_since=NOW)
        for one in cameras
        if one.street == street
    ]
    window.apply(shell.store.apply([fact(Kind.CAMERA, one.id, one) for one in down]))
    alarm = unseen(shell, id="c", type=CAMERAS_DOWN, key="断电", street=street, grid="")
    put(window, shell, replace(alarm, raised_at=NOW, size=len(down), value=str(len(down))))
    window.parts.selection.select(Kind.ALARM, "c")
    assert page(window).alarm.title.text() == "Cameras offline"
    assert sorted(page(window).alarm.members.list.keys()) == sorted(one.id for one in down)


@pytest.mark.parametrize(
    ("count", "band"),
    [(0, "acceptable"), (1, "acceptable"), (2, "manageable"), (3, "too many"), (10, "flood")],
)
def test_the_load_meter_says_the_band_and_the_mix(theme: Theme, count: int, band: str) -> None:
    meter = LoadMeter(theme)
    old = [(NOW - timedelta(minutes=30), level) for level in (1, 3, 3, 3)]
    meter.start_over([*old, *((NOW, 4) for _ in range(count))], NOW)
    assert (meter.count, meter.band()) == (count, band)
    assert sum(meter.mix()) == 100
    assert "EEMUA 191" in meter.toolTip()
    meter.deleteLater()
    QApplication.processEvents()
