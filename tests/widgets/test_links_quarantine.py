"""What was refused: page by page, and taken in after all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.client.put_aside import PutAside
from console.client.questions import Answer, Questions
from console.client.store import Changes, Store
from console.codec import encode
from console.domain.commands import ResubmitEvent
from console.domain.result import CommandResult, ResultCode
from tests.builders import NOW
from tests.widgets.links_kit import record
from tests.widgets.shell_kit import FakeFeed, Shell
from widgets.links.put_aside_lines import CODE, NUMBER, SOURCE, STATE, TYPE
from widgets.links.quarantine_view import PAGE, QuarantineView
from widgets.main_window import MainWindow
from widgets.theme import Theme


@pytest.fixture
def shell(small_store: Store, theme: Theme) -> Shell:
    return Shell(small_store, theme)


@pytest.fixture
def window(qtbot: QtBot, shell: Shell, tmp_path: Path) -> Iterator[MainWindow]:
    window = shell.window(tmp_path)
    window.show()
    window.apply(Changes(reset=True))
    window.tick(NOW)
    yield window
    window.close()


@pytest.fixture
def view(window: MainWindow) -> QuarantineView:
    window.parts.show_links()
    return window.parts.links.quarantine


def give(shell: Shell, records: Sequence[PutAside]) -> None:
    """The hub answers the newest question."""
    shell.questions.take_rows(f"query-{len(shell.feed.asked)}", [encode(one) for one in records])


def choose(view: QuarantineView, row: int) -> None:
    view.table.setCurrentIndex(view.model.index(row, 0))


def test_the_newest_page_is_asked_for_when_it_is_opened(shell: Shell, view: QuarantineView) -> None:
    assert shell.feed.asked == [("quarantine", {"limit": PAGE, "before": 0})]
    assert view.table.empty_words() == "Waiting for the hub…"
    give(shell, [record(3), record(2, whole=False), record(1, taken=True)])
    first = view.model.line(0).cells
    assert first[SOURCE] == shell.store.links["sensors"].name
    assert (first[NUMBER], first[CODE]) == ("3/2003", "Not readable · BAD_JSON")
    assert first[TYPE] == "sensor.water"
    states = [view.model.line(row).cells[STATE] for row in range(3)]
    assert states == ["Can be submitted again", "Only its beginning was kept", "Taken in"]


def test_pages_go_back_and_forth(shell: Shell, view: QuarantineView, qtbot: QtBot) -> None:
    give(shell, [record(number) for number in range(90, 90 - PAGE, -1)])
    assert not view.newer.isEnabled()
    qtbot.mouseClick(view.older, Qt.MouseButton.LeftButton)
    assert shell.feed.asked[-1] == ("quarantine", {"limit": PAGE, "before": 41})
    give(shell, [record(2), record(1)])
    assert view.model.rowCount() == 2
    assert not view.older.isEnabled()
    qtbot.mouseClick(view.newer, Qt.MouseButton.LeftButton)
    assert shell.feed.asked[-1] == ("quarantine", {"limit": PAGE, "before": 0})


def test_a_late_answer_to_an_earlier_question_is_passed_over(
    shell: Shell, view: QuarantineView
) -> None:
    view.open()
    give(shell, [record(7)])
    shell.questions.take_rows("query-1", [encode(record(1))])
    assert view.model.line(0).key == "7"


def test_only_what_can_be_mended_is_submitted_again(shell: Shell, view: QuarantineView) -> None:
    give(shell, [record(3), record(2, whole=False), record(1, taken=True)])
    allowed = []
    for row in range(3):
        choose(view, row)
        allowed.append(view.again.isEnabled())
    assert allowed == [True, False, False]


def test_submitting_again_waits_for_the_hub_and_shows_its_answer(
    shell: Shell, view: QuarantineView, qtbot: QtBot
) -> None:
    give(shell, [record(3)])
    choose(view, 0)
    qtbot.mouseClick(view.again, Qt.MouseButton.LeftButton)
    assert shell.feed.commands() == [ResubmitEvent("3")]
    assert view.model.line(0).cells[STATE] == "Waiting for the hub…"
    assert not view.again.isEnabled()
    shell.answer()
    assert view.answer.text() == "The refused event was taken in"
    give(shell, [replace(record(3), taken=True)])
    assert view.model.line(0).cells[STATE] == "Taken in"
    assert view.table.current_key() == "3"
    assert not view.again.isEnabled()


@pytest.mark.parametrize(
    ("code", "reason", "words"),
    [
        (ResultCode.INVALID, "E-INVALID", "still not good"),
        (ResultCode.ILLEGAL, "E-ALREADY-SEEN", "taken in already"),
        (ResultCode.NOT_ALLOWED, "E-NOT-ALLOWED", "Only shift leaders"),
        (ResultCode.UNKNOWN_ENTITY, "E-UNKNOWN-ENTITY", "no longer kept"),
    ],
)
def test_a_refusal_says_why(
    shell: Shell, view: QuarantineView, qtbot: QtBot, code: ResultCode, reason: str, words: str
) -> None:
    give(shell, [record(3)])
    choose(view, 0)
    qtbot.mouseClick(view.again, Qt.MouseButton.LeftButton)
    shell.answer(code, reason)
    assert words in view.answer.text()
    assert reason in view.answer.text()
    give(shell, [record(3)])
    assert view.again.isEnabled()


def test_who_may_not_see_it_is_told_who_may(shell: Shell, view: QuarantineView) -> None:
    shell.questions.take_result(CommandResult("query-1", ResultCode.NOT_ALLOWED))
    assert "Shift leaders" in view.table.empty_words()
    view.open()
    give(shell, [])
    assert view.table.empty_words() == "Nothing was refused."


def test_answers_reach_who_asked_and_only_once() -> None:
    heard: list[tuple[str, Answer]] = []
    questions = Questions(FakeFeed())
    questions.ask("audit", {}, lambda answer: heard.append(("first", answer)))
    questions.ask("figures", {}, lambda answer: heard.append(("second", answer)))
    questions.take_rows("query-2", [b"{}"])
    questions.take_rows("query-2", [b"{}"])
    questions.take_result(CommandResult("a command", ResultCode.OK))
    questions.take_result(CommandResult("query-1", ResultCode.INTERNAL))
    assert heard == [("second", Answer([b"{}"])), ("first", Answer((), ResultCode.INTERNAL))]
