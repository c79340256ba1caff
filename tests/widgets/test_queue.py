"""The queue: models that follow row by row, search, keyboard, one command however often pressed."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QLocale, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.client.deadlines import next_due
from console.client.store import Store
from console.domain.alarm import AlarmState
from console.domain.commands import AcknowledgeAlarm
from console.domain.facts import Kind
from console.domain.result import ResultCode
from console.domain.sla import ClockKind, Light
from tests.builders import NOW, build_clocks, build_store
from tests.widgets.shell_kit import RESOURCES, Shell, alarm_facts, case_fact, fact, retitled
from widgets.common.alarm_words import alarm_title
from widgets.i18n.install import install
from widgets.queue.describer import Describer
from widgets.queue.queue_panel import ALARMS, CASES, MINE, OVERDUE, QueuePanel
from widgets.queue.rows_model import KEY_ROLE, ROW_ROLE, RowsModel
from widgets.selection import Selection
from widgets.theme import Theme


@pytest.fixture
def shell(store: Store, theme: Theme) -> Shell:
    return Shell(store, theme)


@pytest.fixture
def panel(qtbot: QtBot, shell: Shell, selection: Selection) -> QueuePanel:
    queue = QueuePanel(shell.store, selection, shell.theme, shell.ticker, shell.actions)
    qtbot.addWidget(queue)
    queue.resize(404, 900)
    queue.show()
    return queue


def keys(panel: QueuePanel, tab: int) -> list[str]:
    rows = panel.view(tab).rows()
    return [rows.index(row).data(KEY_ROLE) for row in range(rows.rowCount())]


def due(store: Store, number: str) -> datetime:
    return next_due(store.cases[number])


def test_models_keep_qt_s_rules_under_random_changes(
    panel: QueuePanel, shell: Shell, store: Store
) -> None:
    testers = [
        QAbstractItemModelTester(
            panel.view(tab).rows(), QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        for tab in range(4)
    ]
    chance = random.Random(3)  # noqa: S311  # repeatable, not secret
    for step in range(150):
        numbers = list(store.cases)
        case = store.cases[chance.choice(numbers)]
        facts = [case_fact(replace(case, level=chance.randint(1, 4)))]
        if step % 3 == 0:
            facts.append(case_fact(retitled(case, f"XL20211128-9{step:03d}", f"新案件 {step}")))
        if step % 5 == 0:
            facts.append(fact(Kind.CASE, chance.choice(numbers), None))
        alarm = store.alarms[chance.choice(list(store.alarms))]
        state = chance.choice(list(AlarmState))
        facts += alarm_facts([replace(alarm, state=state, level=chance.randint(1, 4))])
        panel.apply(store.apply(facts))
        panel._update()  # what the throttle does within 100 ms
    assert len(testers) == 4
    listed = keys(panel, CASES)
    assert set(listed) == {case.number for case in store.cases.values() if case.open}
    order = [(store.cases[number].level, due(store, number)) for number in listed]
    assert order == sorted(order)


def test_a_changed_row_is_told_and_nothing_is_reset(panel: QueuePanel, store: Store) -> None:
    rows = panel.view(CASES).rows()
    told: list[int] = []
    resets: list[bool] = []
    rows.dataChanged.connect(lambda first, _last: told.append(first.row()))
    rows.modelReset.connect(lambda: resets.append(True))
    case = store.cases[keys(panel, CASES)[3]]
    panel.apply(store.apply([case_fact(replace(case, holder="巡逻 9 队"))]))
    panel._update()
    assert told == [3]
    assert resets == []
    assert rows.index(3).data(ROW_ROLE).who == "巡逻 9 队"


def test_a_snapshot_starts_over_and_keeps_the_current_row(panel: QueuePanel, store: Store) -> None:
    key = keys(panel, CASES)[5]
    panel.view(CASES).show_key(key)
    facts = [case_fact(case) for case in store.cases.values()]
    panel.apply(store.replace(facts, 2000))
    assert panel.view(CASES).current_key() == key


def test_level_comes_first_then_the_next_deadline(panel: QueuePanel, store: Store) -> None:
    order = [(store.cases[number].level, due(store, number)) for number in keys(panel, CASES)]
    assert order == sorted(order)
    assert order[0][0] == 1


def test_deadline_order_on_request(panel: QueuePanel, store: Store, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.head.order, Qt.MouseButton.LeftButton)
    dues = [due(store, number) for number in keys(panel, CASES)]
    assert dues == sorted(dues)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("0012", "XL20211128-0012"),
        ("晨练", "XL20211128-0012"),
        ("clwg", "XL20211128-0012"),
        ("g137", "XL20211128-0012"),
        ("zhiban", None),
    ],
)
def test_search_takes_numbers_words_and_initials(
    panel: QueuePanel, words: str, found: str | None
) -> None:
    panel.search.setText(words)
    panel.search._throttle.now()
    listed = keys(panel, CASES)
    assert (found in listed) if found else listed == []


def test_clearing_the_search_brings_everything_back(panel: QueuePanel, qtbot: QtBot) -> None:
    everything = keys(panel, CASES)
    panel.search.setText("没有这样的案件")
    panel.search._throttle.now()
    assert keys(panel, CASES) == []
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    panel.search._throttle.now()
    assert keys(panel, CASES) == everything


def test_double_enter_acknowledges_once(
    panel: QueuePanel, shell: Shell, store: Store, qtbot: QtBot
) -> None:
    panel.tabs.choose(ALARMS)
    panel.focus_list()
    view = panel.view(ALARMS)
    key = view.current_key()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert shell.feed.commands() == [AcknowledgeAlarm(key, store.alarms[key].version)]


def test_enter_after_the_answer_but_before_the_fact_sends_nothing(
    panel: QueuePanel, shell: Shell, qtbot: QtBot
) -> None:
    panel.tabs.choose(ALARMS)
    panel.focus_list()
    qtbot.keyClick(panel.view(ALARMS), Qt.Key.Key_Return)
    shell.answer()
    qtbot.keyClick(panel.view(ALARMS), Qt.Key.Key_Return)
    assert len(shell.feed.sent) == 1


def test_a_refused_command_may_be_given_again(
    panel: QueuePanel, shell: Shell, qtbot: QtBot
) -> None:
    panel.tabs.choose(ALARMS)
    panel.focus_list()
    qtbot.keyClick(panel.view(ALARMS), Qt.Key.Key_Return)
    shell.answer(ResultCode.INTERNAL, "E-INTERNAL")
    qtbot.keyClick(panel.view(ALARMS), Qt.Key.Key_Return)
    assert len(shell.feed.sent) == 2


def test_pending_is_shown_until_the_hub_answers(
    panel: QueuePanel, shell: Shell, store: Store
) -> None:
    key = keys(panel, ALARMS)[0]
    rows = panel.view(ALARMS).rows()
    assert not rows.index_of(key).data(ROW_ROLE).pending
    shell.actions.acknowledge(key)
    assert rows.index_of(key).data(ROW_ROLE).pending
    assert store.alarms[key].state is AlarmState.UNACKNOWLEDGED
    shell.answer()
    assert not rows.index_of(key).data(ROW_ROLE).pending


def test_keyboard_walks_tabs_and_rows(
    panel: QueuePanel, qtbot: QtBot, selection: Selection
) -> None:
    panel.focus_list()
    view = panel.view(CASES)
    first = view.current_key()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.current_key() == keys(panel, CASES)[1] != first
    assert selection.current is not None
    assert selection.current.key == view.current_key()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert panel.tabs.current == MINE
    qtbot.keyClick(panel.view(MINE), Qt.Key.Key_Left)
    assert panel.tabs.current == CASES


def test_enter_opens_a_case_and_takes_the_map_there(
    panel: QueuePanel, qtbot: QtBot, selection: Selection
) -> None:
    panel.focus_list()
    qtbot.keyClick(panel.view(CASES), Qt.Key.Key_Return)
    assert selection.current is not None
    assert selection.current.wanted


def test_counts_stand_on_the_tabs(panel: QueuePanel, store: Store) -> None:
    assert panel.tabs.count(ALARMS) == sum(alarm.open for alarm in store.alarms.values())
    assert panel.tabs.count(CASES) == sum(case.open for case in store.cases.values())
    assert panel.tabs.count(OVERDUE) == 1


def test_a_search_hides_no_count(panel: QueuePanel, store: Store) -> None:
    before = [panel.tabs.count(tab) for tab in range(4)]
    panel.search.setText("没有这样的案件")
    panel.search._throttle.now()
    assert [len(keys(panel, tab)) for tab in range(4)] == [0, 0, 0, 0]
    assert [panel.tabs.count(tab) for tab in range(4)] == before
    alarm = replace(next(iter(store.alarms.values())), id="alarm-new", key="new", level=1)
    panel.apply(store.apply(alarm_facts([alarm])))
    panel._update()
    assert panel.tabs.count(ALARMS) == before[ALARMS] + 1


def test_a_case_becomes_overdue_as_time_passes(panel: QueuePanel, shell: Shell) -> None:
    soon = "XL20211128-0108"  # 152 s left
    assert soon not in keys(panel, OVERDUE)
    shell.move_on(153)
    assert soon in keys(panel, OVERDUE)
    assert panel.tabs.count(OVERDUE) == 2


@pytest.mark.parametrize(
    ("left", "light", "words"),
    [
        (600, Light.GREEN, "10:00"),
        (119, Light.AMBER, "1:59"),
        (-720, Light.RED, "12 min over"),
    ],
)
def test_countdown_and_light(
    shell: Shell, store: Store, left: int, light: Light, words: str
) -> None:
    number = "XL20211128-0012"
    clocks = build_clocks(NOW, ClockKind.ACCEPT, left, 1000)
    store.apply([case_fact(replace(store.cases[number], clocks=clocks))])
    row = Describer(store, lambda _key: False, shell.ticker.now).case(number)
    assert words in row.right
    assert row.tone == {"green": "ok_text", "amber": "warn_text", "red": "bad_text"}[light.value]


def test_selection_from_elsewhere_moves_the_list(panel: QueuePanel, selection: Selection) -> None:
    selection.select(Kind.ALARM, "alarm-3")
    assert panel.tabs.current == ALARMS
    assert panel.view(ALARMS).current_key() == "alarm-3"


def test_many_changes_at_once_stay_correct(
    qtbot: QtBot, theme: Theme, selection: Selection
) -> None:
    store = build_store(grids=20, cameras=5, cases=1200, alarms=0, units=0)
    shell = Shell(store, theme)
    panel = QueuePanel(store, selection, theme, shell.ticker, shell.actions)
    qtbot.addWidget(panel)
    cases = list(store.cases.values())
    panel.apply(store.apply([case_fact(replace(case, level=4)) for case in cases]))
    panel._update()
    assert len(keys(panel, CASES)) == 1200
    late = [case for case in cases if next_due(case) < NOW]
    assert panel.tabs.count(OVERDUE) == len(late)


def test_an_empty_model_has_no_rows_below_a_row(panel: QueuePanel) -> None:
    rows: RowsModel = panel.view(CASES).rows()
    assert rows.rowCount(rows.index(0)) == 0
    assert rows.data(QModelIndex()) is None


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("system.gap", "事件缺失"),
        ("system.overflow", "数据源拒收事件"),
        ("system.too_large", "事件被拒收"),
        ("video.fall", "Event refused"),
    ],
)
def test_the_hub_s_own_alarms_speak_the_language_of_the_window(
    kind: str, title: str, store: Store, qapp: QApplication
) -> None:
    translators = install(qapp, "zh_CN", RESOURCES / "i18n")
    alarm = replace(next(iter(store.alarms.values())), type=kind, title="Event refused")
    shown = alarm_title(alarm)
    for translator in translators:
        qapp.removeTranslator(translator)
    QLocale.setDefault(QLocale.c())
    assert shown == title
