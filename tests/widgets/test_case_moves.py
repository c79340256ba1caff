"""Side moves in the case panel: sections, menu, dialogs, and what each role is offered."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from console.client.store import Store
from console.domain.access import Actor, Role
from console.domain.approval import Approval
from console.domain.attachment import PhotoGroup
from console.domain.case import Case, CaseState
from console.domain.case_commands import (
    AddCoHandler,
    AdvanceCoHandler,
    AnswerApproval,
    AttachFile,
    CorrectCase,
    MarkCall,
    MergeCase,
    RecordOutcome,
    RequestApproval,
    ReviewCase,
    TickItem,
)
from console.domain.case_log import Action, LogEntry
from console.domain.commands import AdvanceCase
from console.domain.facts import Kind
from console.domain.response import CallLine, CheckLine, ChecklistItem, Response
from console.domain.sub_task import SubTask, SubTaskState
from tests.builders import NOW
from tests.widgets.shell_kit import ME, RESOURCES, Shell, case_fact
from widgets.alarms.alarm_room import AlarmRoom
from widgets.case.approval_dialog import ApprovalDialog
from widgets.case.attach_dialog import AttachDialog
from widgets.case.case_choice_dialog import CaseChoiceDialog
from widgets.case.case_panel import CasePanel
from widgets.case.case_sections import Part
from widgets.case.co_handler_dialog import CoHandlerDialog
from widgets.case.correct_dialog import CorrectDialog
from widgets.case.dialogs import Dialogs
from widgets.case.outcome_dialog import OutcomeDialog
from widgets.case.reason_dialog import ReasonDialog
from widgets.case.report_dialog import ReportDialog
from widgets.case.request_dialog import RequestDialog
from widgets.case.review_dialog import ReviewDialog
from widgets.selection import Selection
from widgets.theme import Theme
from widgets.titlebar.approvals_button import ApprovalsButton
from widgets.titlebar.response_banner import ResponseBanner

NUMBER = "XL20211128-0012"
ITEMS = (ChecklistItem("拨打119", "值班员", True), ChecklistItem("设置围挡", "城管", False))
SUSPEND = Approval(8, Action.SUSPENDED, "待鉴定", "李某", "user:li", NOW)


@pytest.fixture
def shell(store: Store, theme: Theme) -> Shell:
    return Shell(store, theme)


def made(qtbot: QtBot, shell: Shell, selection: Selection, role: Role) -> CasePanel:
    shell.actions.me.take(Actor("chen", ME.name, role, "", "desk-1"))
    frame = QWidget()
    qtbot.addWidget(frame)
    dialogs = Dialogs(frame, shell.store, shell.actions, shell.theme, RESOURCES)
    room = AlarmRoom(
        shell.store,
        selection,
        shell.theme,
        shell.ticker,
        actions=shell.actions,
        dialogs=dialogs,
        resources=RESOURCES,
        parent=frame,
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
    QVBoxLayout(frame).addWidget(panel)
    frame.resize(448, 900)
    frame.show()
    return panel


@pytest.fixture
def panel(qtbot: QtBot, shell: Shell, selection: Selection) -> CasePanel:
    return made(qtbot, shell, selection, Role.SHIFT_LEADER)


def shown(panel: CasePanel, store: Store, selection: Selection, **changes: object) -> Case:
    """The first case with some changes, selected."""
    case = replace(store.cases[NUMBER], **changes)  # type: ignore[arg-type]
    selection.select(Kind.CASE, NUMBER)
    panel.apply(store.apply([case_fact(case)]))
    return case


def rows(panel: CasePanel, part: Part) -> str:
    return panel.case_view.sections.parts[part].words()


def dialog(panel: CasePanel, kind: type[QDialog]) -> QDialog:
    return next(one for one in panel.window().findChildren(kind) if one.isVisible())


def press(panel: CasePanel, part: Part, row: int, key: Qt.Key, qtbot: QtBot) -> None:
    lines = panel.case_view.sections.parts[part].list
    lines.setCurrentRow(row)
    qtbot.keyClick(lines, key)


def test_items_are_ticked_by_keyboard_once(
    panel: CasePanel, selection: Selection, shell: Shell, store: Store, qtbot: QtBot
) -> None:
    done = CheckLine(ITEMS[1], NOW, "王某", "无围挡条件")
    shown(panel, store, selection, response=Response((CheckLine(ITEMS[0]), done)))
    assert rows(panel, Part.CHECKLIST).splitlines()[1:] == [
        "拨打119 值班员", "设置围挡 (not needed) 王某 06:05",
    ]  # fmt: skip
    assert "1 required before closing" in rows(panel, Part.CHECKLIST)
    for _ in range(2):
        press(panel, Part.CHECKLIST, 0, Qt.Key.Key_Space, qtbot)
    press(panel, Part.CHECKLIST, 1, Qt.Key.Key_Return, qtbot)  # done already: nothing to do
    assert shell.feed.commands() == [TickItem(NUMBER, "拨打119")]


def test_an_item_is_waived_with_a_reason(
    panel: CasePanel, selection: Selection, shell: Shell, store: Store, qtbot: QtBot
) -> None:
    case = shown(panel, store, selection, response=Response((CheckLine(ITEMS[0]),)))
    panel.asking.waive(case, "拨打119")
    asked = dialog(panel, ReasonDialog)
    assert not asked.accept_button.isEnabled()
    qtbot.keyClicks(asked.reason, "drill")
    qtbot.keyClick(asked.reason, Qt.Key.Key_Return)
    assert shell.feed.commands() == [TickItem(NUMBER, "拨打119", True, "drill")]


def test_calls_and_parts_go_on_from_their_rows(
    panel: CasePanel, selection: Selection, shell: Shell, store: Store, qtbot: QtBot
) -> None:
    calls = (CallLine("分管副区长", NOW, NOW, "陈某"), CallLine("属地街道"))
    tasks = (
        SubTask("交警", "", "", 2, SubTaskState.ASKED, NOW),
        SubTask("消防", "电梯困人", "", 1, SubTaskState.ACCEPTED, NOW),
    )
    names = ("交警", "消防")
    shown(panel, store, selection, response=Response((), calls), tasks=tasks,
          co_handlers=names, co_handlers_open=names)  # fmt: skip
    assert "1 / 2 reached" in rows(panel, Part.CALLS)
    assert "Level 1 · 消防 · 电梯困人" in rows(panel, Part.TASKS)
    press(panel, Part.CALLS, 1, Qt.Key.Key_Return, qtbot)
    shell.answer()
    press(panel, Part.TASKS, 0, Qt.Key.Key_Return, qtbot)
    shell.answer()
    press(panel, Part.TASKS, 1, Qt.Key.Key_Return, qtbot)
    assert shell.feed.commands() == [
        MarkCall(NUMBER, "属地街道", True),
        AdvanceCoHandler(NUMBER, "交警", False),
        AdvanceCoHandler(NUMBER, "消防", True),
    ]


@pytest.mark.parametrize("own", [False, True])
def test_a_request_is_approved_by_somebody_else(
    panel: CasePanel,
    selection: Selection,
    shell: Shell,
    store: Store,
    qtbot: QtBot,
    own: bool,
) -> None:
    asked = replace(SUSPEND, who="user:chen") if own else SUSPEND
    shown(panel, store, selection, approvals=(asked,))
    press(panel, Part.APPROVALS, 0, Qt.Key.Key_Return, qtbot)
    answer = dialog(panel, ApprovalDialog)
    assert answer.accept_button.isEnabled() is not own
    assert not answer.refuse_button.isEnabled(), "a refusal needs a reason"
    qtbot.keyClicks(answer.reason, "not yet")
    qtbot.mouseClick(answer.refuse_button, Qt.MouseButton.LeftButton)
    assert shell.feed.commands() == [AnswerApproval(NUMBER, 8, False, "not yet")]


def test_what_waits_is_counted_in_the_title_bar(store: Store, qtbot: QtBot, qapp: object) -> None:
    button = ApprovalsButton(store)
    qtbot.addWidget(button)
    button.follow()
    assert button.isHidden()
    wanted: list[str] = []
    button.wanted.connect(wanted.append)
    later = replace(SUSPEND, at=NOW + timedelta(minutes=1), action=Action.VOIDED)
    numbers = list(store.cases)[:2]
    for number, one in zip(numbers, (later, SUSPEND), strict=True):
        store.apply([case_fact(replace(store.cases[number], approvals=(one,)))])
    button.follow()
    assert button.text() == "2 to approve F7"
    button.menu_list.actions()[0].trigger()
    assert wanted == [numbers[1]], "the oldest first"


ASKS: list[tuple[str, type[QDialog], Callable[[QDialog, QtBot], None], object]] = [
    (
        "Ask to void…",
        RequestDialog,
        lambda d, bot: bot.keyClicks(d.reason, "false"),  # type: ignore[attr-defined]
        RequestApproval(NUMBER, 7, Action.VOIDED, "false"),
    ),
    (
        "Follow-up report…",
        ReportDialog,
        lambda d, bot: None,
        AdvanceCase(NUMBER, 7, Action.REPORT_SENT, ""),
    ),
    (
        "Lift the response…",
        ReasonDialog,
        lambda d, bot: bot.keyClicks(d.reason, "over"),  # type: ignore[attr-defined]
        AdvanceCase(NUMBER, 7, Action.RESPONSE_LIFTED, "over"),
    ),
    (
        "Ask a co-handler…",
        CoHandlerDialog,
        lambda d, bot: (d.holder.setEditText("燃气公司"), d.levels.pick(1)),  # type: ignore[attr-defined]
        AddCoHandler(NUMBER, "燃气公司", "", "", 1),
    ),
    (
        "Outcome…",
        OutcomeDialog,
        lambda d, bot: (d.injured.setValue(2), d.loss.setValue(20_000)),  # type: ignore[attr-defined]
        RecordOutcome(NUMBER, 2, 0, 20_000),
    ),
    (
        "Correct…",
        CorrectDialog,
        lambda d, bot: (d.grid.setText("g138"), bot.keyClicks(d.reason, "typo")),  # type: ignore[attr-defined]
        None,
    ),
]


@pytest.mark.parametrize(("words", "kind", "fill", "command"), ASKS)
def test_the_menu_asks_and_gives_one_command(
    panel: CasePanel,
    selection: Selection,
    shell: Shell,
    store: Store,
    qtbot: QtBot,
    words: str,
    kind: type[QDialog],
    fill: Callable[[QDialog, QtBot], None],
    command: object,
) -> None:
    shown(panel, store, selection)
    next(one for one in panel.bar.menu.actions() if one.text() == words).trigger()
    asked = dialog(panel, kind)
    fill(asked, qtbot)
    qtbot.mouseClick(asked.accept_button, Qt.MouseButton.LeftButton)
    [given] = shell.feed.commands()
    if command is None:
        code = next(grid.code for grid in store.grids.values() if grid.number == 138)
        command = CorrectCase(NUMBER, 7, "typo", grid=code)
    assert given == command


def test_merging_offers_the_like_at_the_same_place_first(
    panel: CasePanel, selection: Selection, shell: Shell, store: Store, qtbot: QtBot
) -> None:
    other = store.cases["XL20211128-0101"]
    opening = replace(other.opening, grid=store.cases[NUMBER].opening.grid)
    store.apply([case_fact(replace(other, opening=opening))])
    case = shown(panel, store, selection, tasks=(), co_handlers=(), co_handlers_open=())
    panel.asking.merge(case)
    choice = dialog(panel, CaseChoiceDialog)
    offered = [choice.cases.topLevelItem(row).text(0) for row in range(2)]
    assert offered == ["0126", "0101"], "same place and type, then same place"
    calm = {one.number[-4:] for one in store.cases.values() if one.level > case.level}
    rest = range(choice.cases.topLevelItemCount())
    assert not calm & {choice.cases.topLevelItem(row).text(0) for row in rest}
    qtbot.mouseClick(choice.accept_button, Qt.MouseButton.LeftButton)
    assert shell.feed.commands() == [MergeCase(NUMBER, 7, "XL20211128-0126")]


def test_members_and_parents_lead_to_each_other(
    panel: CasePanel, selection: Selection, store: Store, qtbot: QtBot
) -> None:
    shown(panel, store, selection, members=("XL20211128-0101",), linked=("XL20211128-0102",))
    assert "0101" in rows(panel, Part.TIES)
    press(panel, Part.TIES, 0, Qt.Key.Key_Return, qtbot)
    assert panel.case_number() == "XL20211128-0101"


def test_a_file_is_sealed_and_what_is_missing_is_asked_for(
    panel: CasePanel,
    selection: Selection,
    shell: Shell,
    store: Store,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    shown(panel, store, selection, photos=(PhotoGroup.AFTER,))
    press(panel, Part.FILES, 0, Qt.Key.Key_Return, qtbot)
    attach = dialog(panel, AttachDialog)
    attach.path.setText(str(tmp_path / "nothing.jpg"))
    qtbot.mouseClick(attach.accept_button, Qt.MouseButton.LeftButton)
    assert attach.fault.isVisible()
    photo = tmp_path / "after.jpg"
    photo.write_bytes(b"picture")
    attach.path.setText(str(photo))
    qtbot.mouseClick(attach.accept_button, Qt.MouseButton.LeftButton)
    digest = hashlib.sha256(b"picture").hexdigest()
    assert shell.feed.commands() == [AttachFile(NUMBER, PhotoGroup.AFTER, "after.jpg", digest, 7)]


def test_handled_on_the_spot_is_reviewed_next(
    panel: CasePanel, selection: Selection, shell: Shell, store: Store, qtbot: QtBot
) -> None:
    shown(panel, store, selection, state=CaseState.REPORTED_DONE, self_handled=True,
          level=4, co_handlers_open=())  # fmt: skip
    qtbot.mouseClick(panel.bar.buttons[0], Qt.MouseButton.LeftButton)
    review = dialog(panel, ReviewDialog)
    review.grades.button(4).click()
    qtbot.mouseClick(review.accept_button, Qt.MouseButton.LeftButton)
    assert shell.feed.commands() == [ReviewCase(NUMBER, 7, 4)]


def test_rare_facts_are_told(panel: CasePanel, selection: Selection, store: Store) -> None:
    clock = replace(store.cases[NUMBER].clocks[-1], first_due_at=NOW)
    shown(panel, store, selection, repeats=3, returns=2, returned_by=("住建", "城管"),
          clocks=(clock,))  # fmt: skip
    text = "\n".join(panel.case_view.facts.values())
    assert "2 times: 住建、城管" in text
    assert "3 of this type here in 7 days" in text
    assert "first 06:05" in text


OFFERED = {
    Role.OPERATOR: {"Follow-up report…", "Ask a co-handler…", "Enter a file…", "Outcome…",
                    "Correct…", "Link with a case…", "Ask to suspend…", "Ask to void…"},
    Role.SHIFT_LEADER: {"Follow-up report…", "Ask a co-handler…", "Lift the response…",
                        "Enter a file…", "Outcome…", "Correct…", "Link with a case…",
                        "Ask to suspend…", "Ask to void…"},
    Role.COMMANDER: {"Lift the response…"},
    Role.STREET_SEAT: {"Follow-up report…", "Enter a file…", "Ask to suspend…", "Ask to void…"},
    Role.VERIFIER: {"Enter a file…", "Outcome…"},
}  # fmt: skip
BUTTONS = {
    Role.OPERATOR: ["Dispatch F4", "Report done"],
    Role.SHIFT_LEADER: ["Dispatch F4", "Report done", "Level F9"],
    Role.COMMANDER: ["Level F9"],
    Role.STREET_SEAT: ["Report done"],
    Role.VERIFIER: [],
}


@pytest.mark.parametrize("role", OFFERED)
def test_each_role_is_offered_what_the_hub_would_take(
    qtbot: QtBot, shell: Shell, selection: Selection, store: Store, role: Role
) -> None:
    panel = made(qtbot, shell, selection, role)
    shown(panel, store, selection)
    menu = {one.text() for one in panel.bar.menu.actions() if not one.isSeparator()}
    assert menu == OFFERED[role]
    assert [button.text() for button in panel.bar.buttons] == BUTTONS[role]


def test_a_handler_is_not_offered_the_check(
    panel: CasePanel, selection: Selection, store: Store
) -> None:
    changes = {"state": CaseState.REPORTED_DONE, "co_handlers_open": ()}
    shown(panel, store, selection, **changes)
    assert "Check" in [button.text() for button in panel.bar.buttons]
    shown(panel, store, selection, **changes, handlers=("user:chen",))
    assert "Check" not in [button.text() for button in panel.bar.buttons]


def test_a_long_case_scrolls_as_one_and_clips_nothing(
    panel: CasePanel, selection: Selection, store: Store, qtbot: QtBot
) -> None:
    long = "长说明" * 40
    log = tuple(LogEntry(n, NOW, "陈某", "operator", Action.NOTED, long) for n in range(1, 41))
    shown(panel, store, selection, log=log)
    view = panel.case_view
    bar = view.scroller.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000)
    needed = sum(view.log.sizeHintForRow(row) for row in range(40))
    assert view.log.height() >= needed
    assert view.note.isVisible()
    assert view.note.visibleRegion().boundingRect().height() == view.note.height()


def test_a_lifted_response_leaves_the_banner(store: Store, theme: Theme, qtbot: QtBot) -> None:
    banner = ResponseBanner(theme)
    qtbot.addWidget(banner)
    banner.follow(store, NOW)
    assert "Level 1" in banner.text()
    lifted = [
        case_fact(replace(case, response=Response(lifted=True)))
        for case in store.cases.values()
        if case.level == 1
    ]
    store.apply(lifted)
    banner.follow(store, NOW)
    assert "Level 2" in banner.text()
