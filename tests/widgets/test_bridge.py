"""The thread seam, the session and the texts."""

from __future__ import annotations

import threading
import uuid
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.client.identifiers import new_command_id
from console.client.link_status import LinkStatus
from console.client.store import Changes, Store
from console.domain.facts import Fact, Kind
from console.domain.result import CommandResult, ResultCode
from tests.builders import NOW, build_facts, build_store
from widgets.bridge import Bridge
from widgets.i18n.install import install
from widgets.i18n.texts import Texts

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def unit_fact(gseq: int) -> Fact:
    unit = build_store(grids=4, cameras=1, cases=0, alarms=0, units=1).units["unit-1"]
    return Fact(gseq, "UnitMoved", NOW, Kind.UNIT, unit.id, unit)


def test_facts_of_another_thread_arrive_in_order_in_this_one(qtbot: QtBot) -> None:
    store = Store()
    bridge = Bridge(store)
    gseqs: list[int] = []
    threads: set[QThread] = set()

    def note(changes: Changes) -> None:
        gseqs.extend(fact.gseq for fact in changes.facts)
        threads.add(QThread.currentThread())

    bridge.changed.connect(note)
    facts = [unit_fact(gseq) for gseq in range(1, 501)]

    def feed() -> None:
        for one in facts:
            bridge.take_facts([one])

    thread = threading.Thread(target=feed, name="feed")
    thread.start()
    qtbot.waitUntil(lambda: len(gseqs) == 500)
    thread.join()
    assert gseqs == list(range(1, 501))
    assert threads == {QApplication.instance().thread()}


def test_a_burst_makes_few_batches(qtbot: QtBot) -> None:
    bridge = Bridge(Store())
    batches: list[int] = []
    bridge.changed.connect(lambda changes: batches.append(len(changes.facts)))
    for gseq in range(1, 1001):
        bridge.take_facts(
            [unit_fact(1)] if gseq == 0 else [Fact(gseq, "X", NOW, Kind.UNIT, "u", None)]
        )
    qtbot.waitUntil(lambda: sum(batches) == 1000)
    assert len(batches) <= 2


def test_snapshot_facts_links_and_answers_keep_their_order(qtbot: QtBot) -> None:
    store = Store()
    bridge = Bridge(store)
    told: list[str] = []
    bridge.changed.connect(lambda changes: told.append("reset" if changes.reset else "facts"))
    bridge.link_changed.connect(lambda _link: told.append("link"))
    bridge.answered.connect(lambda _answer: told.append("answer"))
    bridge.take_link(LinkStatus(up=True, since=NOW))
    bridge.take_snapshot(build_facts(grids=4, cameras=2, cases=1, alarms=1, units=1), 10)
    bridge.take_facts([unit_fact(11)])
    bridge.take_answer(CommandResult("x", ResultCode.OK))
    qtbot.waitUntil(lambda: len(told) == 4)
    assert told == ["link", "reset", "facts", "answer"]
    assert store.gseq == 11


def test_command_ids_are_uuid7_and_sort_by_time() -> None:
    first = new_command_id()
    ids = [first, *(new_command_id() for _ in range(20))]
    assert {uuid.UUID(each).version for each in ids} == {7}
    assert [each[:13] for each in ids] == sorted(each[:13] for each in ids)


@pytest.fixture
def chinese(qapp: QApplication) -> None:
    translators = install(qapp, "zh_CN", RESOURCES / "i18n")
    yield
    for translator in translators:
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale("en"))


@pytest.mark.parametrize(
    ("seconds", "written"),
    [
        (378, "6:18"),
        (11_110, "3:05:10"),
        (100_800, "1 天 4 时"),
        (1_040_000, "12 日"),
        (-720, "超 12 分"),
    ],
)
@pytest.mark.usefixtures("chinese")
def test_countdowns_in_chinese(seconds: int, written: str) -> None:
    assert Texts.countdown(NOW + timedelta(seconds=seconds), NOW) == written


@pytest.mark.usefixtures("chinese")
def test_dates_in_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    local = NOW.astimezone()
    assert Texts.date(NOW).startswith(f"{local.year}年{local.month}月{local.day}日 星期")


@pytest.mark.parametrize(
    ("seconds", "written"), [(378, "6:18"), (100_800, "1 d 4 h"), (-30, "30 s over")]
)
def test_countdowns_in_english(seconds: int, written: str) -> None:
    assert Texts.countdown(NOW + timedelta(seconds=seconds), NOW) == written
