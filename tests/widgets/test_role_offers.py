"""The window offers to each role what the one table of rights gives it, also after a handover."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from console.client.store import Changes, Store
from console.domain.access import Actor, Role
from console.domain.alarm import Alarm, AlarmState
from console.domain.commands import AcknowledgeAlarm
from console.domain.facts import Kind
from tests.widgets.shell_kit import ME, Shell
from widgets.case.dispatch_dialog import DispatchDialog
from widgets.case.new_case_dialog import NewCaseDialog
from widgets.main_window import MainWindow
from widgets.queue.queue_panel import ALARMS, CASES
from widgets.theme import Theme


@pytest.fixture
def shell(store: Store, theme: Theme) -> Shell:
    return Shell(store, theme)


@pytest.fixture
def window(qtbot: QtBot, shell: Shell, tmp_path: Path) -> Iterator[MainWindow]:
    window = shell.window(tmp_path)
    window.resize(1920, 1080)
    window.show()
    window.apply(Changes(reset=True))
    yield window
    window.close()


def sit_down(window: MainWindow, shell: Shell, role: Role) -> None:
    """Somebody else takes this console over: the store is loaded anew for them."""
    shell.actions.me.take(Actor("zhou", "周某", role, "", ME.console))
    window.apply(Changes(reset=True))


def unseen(store: Store) -> Alarm:
    waiting = (a for a in store.alarms.values() if a.state is AlarmState.UNACKNOWLEDGED)
    return min(waiting, key=lambda alarm: (alarm.level, alarm.raised_at))


def offers(window: MainWindow) -> list[str]:
    return [button.text() for button in window.parts.case.bar.buttons]


def menu(window: MainWindow, key: str) -> list[str]:
    found = QMenu(window)
    window.parts.alarms.menu.fill(found, key)
    return [action.text() for action in found.actions() if not action.isSeparator()]


def press(window: MainWindow, *names: str) -> None:
    for name in names:
        window.parts.keys.action(name).trigger()


ALARM_KEYS = ("alarm.mute", "alarm.note", "alarm.shelve", "alarm.out")
ACKNOWLEDGES = (Role.OPERATOR, Role.SHIFT_LEADER, Role.STREET_SEAT)


@pytest.mark.parametrize("role", [*ACKNOWLEDGES, Role.COMMANDER, Role.VERIFIER])
def test_alarms_are_offered_to_those_who_may_act_on_them(
    window: MainWindow, shell: Shell, store: Store, role: Role
) -> None:
    sit_down(window, shell, role)
    parts, alarm = window.parts, unseen(store)
    parts.selection.select(Kind.ALARM, alarm.id)
    may = role in ACKNOWLEDGES
    assert ("Acknowledge" in offers(window)) is may
    assert ("Shelve" in offers(window)) is (role in (Role.OPERATOR, Role.SHIFT_LEADER))
    assert ("More…" in offers(window)) is may
    assert bool(menu(window, alarm.id)) is may
    assert ("Take out of service…" in menu(window, alarm.id)) is (role is Role.SHIFT_LEADER)
    assert parts.alarm_banner.isVisible()
    seen = parts.alarm_banner.findChildren(type(parts.case.bar.more))[1]
    assert seen.isVisible() is may
    parts.queue.tabs.choose(ALARMS)
    parts.queue.view(ALARMS).acted.emit(alarm.id)
    assert shell.feed.commands() == ([AcknowledgeAlarm(alarm.id, alarm.version)] if may else [])


def test_a_commander_reaches_no_dialog_by_key(
    window: MainWindow, shell: Shell, store: Store
) -> None:
    sit_down(window, shell, Role.COMMANDER)
    window.parts.selection.select(Kind.ALARM, unseen(store).id)
    press(window, *ALARM_KEYS)
    window.parts.selection.select(Kind.CASE, next(iter(store.cases)))
    press(window, "case.new", "case.dispatch", "case.own", "case.supervise")
    assert QApplication.activeModalWidget() is None
    assert window.findChild(NewCaseDialog) is None
    assert window.findChild(DispatchDialog) is None
    assert shell.feed.commands() == []
    assert (
        "Your role may not do this. Ask the shift leader. (E-NOT-ALLOWED)"
        in window.parts.toasts.texts
    )


def test_what_is_marked_is_worked_by_those_who_may(
    window: MainWindow, shell: Shell, store: Store
) -> None:
    parts = window.parts
    bar = parts.queue.head.marked
    parts.queue.tabs.choose(CASES)
    parts.queue.marks.toggle(next(iter(store.cases)))
    assert bar.act.isVisible()
    sit_down(window, shell, Role.COMMANDER)
    assert not bar.act.isVisible()
    assert bar.clear.isVisible()
    press(window, "queue.batch")
    assert window.findChild(DispatchDialog) is None
    parts.queue.tabs.choose(ALARMS)
    parts.queue.marks.toggle(unseen(store).id)
    press(window, "queue.batch")
    assert shell.feed.commands() == []
    sit_down(window, shell, Role.OPERATOR)
    assert bar.act.isVisible()


def test_the_map_takes_no_drop_and_opens_no_case_for_who_may_not(
    window: MainWindow, shell: Shell, store: Store
) -> None:
    chart, case = window.parts.map, window.parts.case
    [number, unit] = [next(iter(store.cases)), next(iter(store.units))]
    for role, may in ((Role.COMMANDER, False), (Role.VERIFIER, False), (Role.OPERATOR, True)):
        sit_down(window, shell, role)
        assert (chart.canvas.acceptDrops(), case.acceptDrops()) == (may, may)
        place = chart.menu_at(QPoint(300, 200))
        assert place.actions()[0].isVisible() is may
        place.deleteLater()
        window.parts.dispatch.ask_pair(number, unit, QPoint(10, 10))
        assert window.parts.dispatch.bubble.isVisible() is may
    window.parts.dispatch.bubble.hide()


def test_the_windows_beside_the_map_follow_who_sits_here(
    window: MainWindow, shell: Shell, store: Store
) -> None:
    tasks = window.parts.dispatch.tasks
    window.parts.selection.select(Kind.CASE, next(iter(store.cases)))
    for role, may in ((Role.COMMANDER, False), (Role.SHIFT_LEADER, True), (Role.VERIFIER, False)):
        sit_down(window, shell, role)
        window.parts.dispatch.show_tasks()
        assert tasks.new.isVisible() is may
        assert tasks.end.isVisible() is may
        window.parts.dispatch.show_heads()
        heads = window.parts.dispatch.heads
        heads.household.setText("3-2-501")
        assert heads.add.isEnabled() is may
    window.parts.dispatch.close()
