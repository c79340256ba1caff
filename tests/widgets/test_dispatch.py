"""Sending, calling, owning and handing over, in the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from console.client.store import Store
from console.domain.access import Role
from console.domain.call_outcome import CallOutcome
from console.domain.case import Case
from console.domain.case_log import Action
from console.domain.commands import AdvanceCase
from console.domain.dispatch_commands import (
    AnswerTransfer,
    AskTransfer,
    CallOutside,
    ClaimCase,
    DispatchUnits,
    ReturnUnit,
)
from console.domain.facts import Kind
from console.domain.transfer import Transfer, TransferState
from console.domain.unit import UnitStatus
from console.domain.watcher import Watcher
from tests.builders import NOW
from tests.widgets.shell_kit import Shell, case_fact, fact
from widgets.case.dispatch_dialog import DispatchDialog
from widgets.case.outside_dialog import OutsideDialog
from widgets.case.return_dialog import ReturnDialog
from widgets.case.transfer_dialog import TransferDialog
from widgets.dispatch.presence_beat import PresenceBeat
from widgets.main_window import MainWindow
from widgets.queue.describer import Describer
from widgets.selection import Selection
from widgets.theme import Theme

NUMBER = "XL20211128-0012"
D = TypeVar("D", bound=QDialog)


@pytest.fixture
def shell(store: Store, theme: Theme) -> Shell:
    return Shell(store, theme)


@pytest.fixture
def window(qtbot: QtBot, shell: Shell, tmp_path: Path) -> MainWindow:
    window = shell.window(tmp_path)
    qtbot.addWidget(window)
    window.show_first()
    window.parts.selection.select(Kind.CASE, NUMBER)
    return window


def dialog(window: MainWindow, kind: type[D]) -> D:
    return next(one for one in window.findChildren(kind) if one.isVisible())


def owned(store: Store, window: MainWindow, owner: str, name: str) -> Case:
    case = replace(store.cases[NUMBER], owner=owner, owner_name=name)
    window.apply(store.apply([case_fact(case)]))
    return case


def li(case: str = "", user: str = "li", role: Role = Role.OPERATOR) -> Watcher:
    return Watcher(f"desk-{user}", user, "李某某", role, case, "", NOW, NOW)


def sits(store: Store, window: MainWindow, *people: Watcher) -> None:
    rows = [fact(Kind.WATCHER, one.console, one) for one in people]
    window.apply(store.apply(rows))
    window.parts.ticker.ticked.emit(NOW)


def offer(by: str, to: str, state: TransferState = TransferState.ASKED) -> Transfer:
    until = NOW + timedelta(seconds=15)
    return Transfer(NUMBER, "老人走失", "", by, "李某某", to, "陈某", NOW, until, state)


def test_enter_sends_the_best(window: MainWindow, shell: Shell, qtbot: QtBot) -> None:
    window.parts.case.dispatch()
    chooser = dialog(window, DispatchDialog)
    first = chooser.units.topLevelItem(0)
    assert chooser.units.currentItem() is first
    assert first.text(3) != ""
    [best] = chooser.wanted()
    qtbot.keyClick(chooser.units, Qt.Key.Key_Return)
    [command] = shell.feed.commands()
    assert isinstance(command, DispatchUnits)
    assert (*command.units, *command.offices) == (best,)
    assert not chooser.isVisible()


def test_space_ticks_several_and_one_command_sends_them(
    window: MainWindow, shell: Shell, qtbot: QtBot
) -> None:
    window.parts.case.dispatch()
    chooser = dialog(window, DispatchDialog)
    for _ in range(3):
        qtbot.keyClick(chooser.units, Qt.Key.Key_Space)
        qtbot.keyClick(chooser.units, Qt.Key.Key_Down)
    assert len(chooser.wanted()) == 3
    assert "3" in chooser.accept_button.text()
    chooser.note.setText("携带油锯")
    qtbot.keyClick(chooser.note, Qt.Key.Key_Return)
    [command] = shell.feed.commands()
    assert isinstance(command, DispatchUnits)
    assert len(command.units) + len(command.offices) == 3
    assert command.note == "携带油锯"


def test_who_is_off_duty_or_there_already_cannot_be_sent(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    case = store.cases[NUMBER]
    off = next(one for one in store.units.values() if one.id not in case.units)
    row = replace(off, status=UnitStatus.OFF_DUTY)
    window.apply(store.apply([fact(Kind.UNIT, off.id, row)]))
    window.parts.case.dispatch()
    chooser = dialog(window, DispatchDialog)
    items = [chooser.units.topLevelItem(n) for n in range(chooser.units.topLevelItemCount())]
    shut = {item.data(0, Qt.ItemDataRole.UserRole) for item in items if item.isDisabled()}
    assert {off.id, *case.units} <= shut
    qtbot.keyClick(chooser, Qt.Key.Key_Escape)


def test_a_call_that_nobody_answers_is_logged_and_the_next_one_is_a_key_away(
    window: MainWindow, shell: Shell, qtbot: QtBot
) -> None:
    window.parts.case.dispatch()
    chooser = dialog(window, DispatchDialog)
    qtbot.mouseClick(chooser.phone, Qt.MouseButton.LeftButton)
    call = dialog(window, OutsideDialog)
    assert not call.accept_button.isEnabled()
    call.organisation.setText("铁路工务段")
    call.contact.setText("程志强")
    call.phone.setText("13987654321")
    qtbot.mouseClick(call.no_answer, Qt.MouseButton.LeftButton)
    assert call.isVisible()
    shell.answer()
    qtbot.keyClick(call.note, Qt.Key.Key_Return)
    assert not call.isVisible()
    told = [one for one in shell.feed.commands() if isinstance(one, CallOutside)]
    assert [one.outcome for one in told] == [CallOutcome.NO_ANSWER, CallOutcome.REACHED]


def test_one_of_several_units_is_sent_back_or_the_whole_case(
    window: MainWindow, shell: Shell, store: Store, qtbot: QtBot
) -> None:
    units = store.cases[NUMBER].units
    for row, expected in (
        (1, ReturnUnit(NUMBER, 7, units[1], "不属本单位")),
        (len(units), AdvanceCase(NUMBER, 7, Action.RETURNED, "不属本单位")),
    ):
        window.parts.dialogs.advance(NUMBER, Action.RETURNED)
        back = dialog(window, ReturnDialog)
        assert not back.accept_button.isEnabled()
        back.who.setCurrentIndex(row)
        back.reason.setText("不属本单位")
        qtbot.keyClick(back.reason, Qt.Key.Key_Return)
        assert shell.feed.commands()[-1] == expected
        shell.answer()


def test_a_case_nobody_owns_is_taken_on_by_key_or_link(
    window: MainWindow, shell: Shell, qtbot: QtBot
) -> None:
    line = window.parts.case.case_view.owner
    assert "Nobody" in line.words()
    window.parts.keys.action("case.own").trigger()
    assert shell.feed.commands() == [ClaimCase(NUMBER, 7)]


def test_the_owner_and_who_else_looks_are_shown(window: MainWindow, store: Store) -> None:
    owned(store, window, "wang", "王某")
    sits(store, window, li(NUMBER), li("", "wang"))
    line = window.parts.case.case_view.owner
    assert "王某" in line.words()
    assert "李某某" in line.words()
    window.parts.ticker.ticked.emit(NOW + timedelta(seconds=30))
    assert "李某某" not in line.words(), "presence ages out here too"


def test_the_queue_says_who_owns_a_case_and_how_many_look(
    window: MainWindow, store: Store, shell: Shell
) -> None:
    owned(store, window, "wang", "王某")
    me = replace(li(NUMBER, "chen"), console=shell.actions.me.console)
    sits(store, window, li(NUMBER), me)
    row = Describer(store, lambda _key: False, lambda: NOW, me.console).case(NUMBER)
    assert row.place.endswith("owner 王某 · 1 watching")


def test_an_own_case_is_handed_to_somebody_present(
    window: MainWindow, store: Store, shell: Shell, qtbot: QtBot
) -> None:
    owned(store, window, "chen", "陈某")
    sits(store, window, li(NUMBER), li("", "hu", Role.VERIFIER))
    window.parts.keys.action("case.own").trigger()
    people = dialog(window, TransferDialog)
    assert people.people.count() == 1, "a verifier owns no cases"
    qtbot.keyClick(people.people, Qt.Key.Key_Return)
    assert shell.feed.commands() == [AskTransfer(NUMBER, "li")]


def test_who_is_asked_sees_the_seconds_and_answers(
    window: MainWindow, store: Store, shell: Shell
) -> None:
    banner = window.parts.dispatch.banner
    with_sound: list[bool] = []
    banner.asked.connect(lambda: with_sound.append(True))
    window.apply(store.apply([fact(Kind.TRANSFER, NUMBER, offer("li", "chen"))]))
    assert banner.isVisible()
    assert "15" in banner.text()
    assert "李某某" in banner.text()
    assert with_sound == [True]
    banner.accept()
    assert shell.feed.commands() == [AnswerTransfer(NUMBER, accept=True)]
    assert not banner.isVisible()


def test_the_banner_goes_when_time_is_up(
    window: MainWindow, store: Store, shell: Shell, qtbot: QtBot
) -> None:
    banner = window.parts.dispatch.banner
    window.apply(store.apply([fact(Kind.TRANSFER, NUMBER, offer("li", "chen"))]))
    shell.moment = NOW + timedelta(seconds=16)
    qtbot.waitUntil(lambda: not banner.isVisible())
    banner.accept()
    assert shell.feed.commands() == []


def test_who_asked_waits_and_hears_the_end(window: MainWindow, store: Store) -> None:
    banner = window.parts.dispatch.banner
    heard: list[tuple[str, bool]] = []
    window.parts.dispatch.told.connect(lambda words, bad: heard.append((words, bad)))
    window.apply(store.apply([fact(Kind.TRANSFER, NUMBER, offer("chen", "li"))]))
    assert banner.isVisible()
    assert not banner.accept_button.isVisible()
    over = offer("chen", "li", TransferState.TIMED_OUT)
    window.apply(store.apply([fact(Kind.TRANSFER, NUMBER, over)]))
    assert not banner.isVisible()
    assert len(heard) == 1
    assert heard[0][1]


def test_the_hub_is_told_which_case_lies_open_and_nothing_piles_up(
    shell: Shell, selection: Selection, qtbot: QtBot
) -> None:
    beat = PresenceBeat(selection, shell.questions)
    beat.start()
    selection.select(Kind.CASE, NUMBER)
    qtbot.waitUntil(lambda: len(shell.feed.asked) == 1)
    assert shell.feed.asked == [("watching", {"case": NUMBER})]
    for _ in range(5):
        beat.tell()
    assert len(shell.feed.asked) == 1
    shell.questions.take_rows("query-1", [])
    assert len(shell.feed.asked) == 2
    beat.stop()
