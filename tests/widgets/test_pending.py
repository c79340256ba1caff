"""The hub is away: what was done waits in sight, can be taken back, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.client.link_status import LinkStatus
from console.client.store import Changes, Store
from console.domain.commands import AddNote
from console.domain.refusal import Refusal
from console.domain.result import CommandResult, ResultCode
from tests.builders import NOW
from tests.widgets.shell_kit import USER, Shell
from widgets.case.note_drafts import NoteDrafts
from widgets.layout_memory import LayoutMemory
from widgets.main_window import MainWindow
from widgets.notifications.wording import _REFUSALS, Wording
from widgets.theme import Theme

NUMBER = "XL20211128-0012"
DOWN = LinkStatus(up=False, since=NOW, detail="LOST")
UP = LinkStatus(up=True, since=NOW)


@pytest.fixture
def shell(small_store: Store, theme: Theme) -> Shell:
    return Shell(small_store, theme)


@pytest.fixture
def window(qtbot: QtBot, shell: Shell, tmp_path: Path) -> Iterator[MainWindow]:
    window = shell.window(tmp_path)
    window.resize(1600, 900)
    window.show()
    window.apply(Changes(reset=True))
    yield window
    window.close()


def write(window: MainWindow, qtbot: QtBot, text: str) -> None:
    note = window.parts.case.case_view.note
    note.setFocus()
    qtbot.keyClicks(note, text)


def test_what_waits_is_listed_with_its_age_and_can_be_taken_back(
    window: MainWindow, shell: Shell, qtbot: QtBot
) -> None:
    parts = window.parts
    parts.fresh.take_link(DOWN)
    parts.actions.note(NUMBER, "现场已封控")
    shell.move_on(75)
    assert parts.link_banner.waiting.isVisible()
    assert parts.link_banner.waiting.text() == "1 waiting (Ctrl+J)"
    qtbot.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    pending = parts.pending
    assert pending.isVisible()
    assert pending.lines() == [("Note to case 0012: 现场已封控", "Waits for the hub")]
    item = pending.list.topLevelItem(0)
    assert item is not None
    assert item.text(2) == "1 min"
    qtbot.keyClick(pending.list, Qt.Key.Key_Delete)
    cmd_id = shell.feed.sent[0][0]
    assert shell.feed.withdrawn == [cmd_id]
    parts.actions.settle(CommandResult(cmd_id, ResultCode.WITHDRAWN))
    assert pending.lines() == []
    assert not parts.link_banner.waiting.isVisible()


def test_what_was_sent_already_says_that_it_cannot_be_taken_back(
    window: MainWindow, shell: Shell
) -> None:
    parts = window.parts
    parts.actions.note(NUMBER, "已到场")
    parts.show_pending()
    assert parts.pending.lines()[0][1] == "Sent, no answer yet"
    parts.pending.take_current_back()
    assert parts.pending.lines()[0][1] == "Sent already: the hub's answer decides"
    shell.answer()
    assert parts.pending.lines() == []


def test_a_late_refusal_stays_listed_and_the_note_becomes_a_draft(
    window: MainWindow, shell: Shell, small_store: Store
) -> None:
    parts = window.parts
    number = next(iter(small_store.cases))
    parts.fresh.take_link(DOWN)
    parts.actions.note(number, "联系家属")
    shell.move_on(600)
    parts.fresh.take_link(UP)
    shell.answer(ResultCode.UNKNOWN_ENTITY, "E-UNKNOWN-ENTITY")
    words, state = parts.pending.lines()[0]
    assert "联系家属" in words
    assert "Choose it again from the queue" in state
    assert parts.toasts.texts[-1].startswith(number[-4:])
    note = parts.case.case_view.note
    note.show_case(number)
    assert note.text() == "联系家属"


def test_a_draft_stays_with_its_case_and_survives_a_crash(
    window: MainWindow, shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    note = window.parts.case.case_view.note
    note.show_case("XL20211128-0001")
    write(window, qtbot, "call 13812345678")
    note.show_case("XL20211128-0002")
    assert note.text() == ""
    note.show_case("XL20211128-0001")
    assert note.text() == "call 13812345678"
    window._drafts._throttle.now()  # what happens within a second; then the crash
    again = NoteDrafts(LayoutMemory(tmp_path, USER))
    assert again.of("XL20211128-0001") == "call 138****5678"
    assert "13812345678" not in (tmp_path / "window.ini").read_text(encoding="utf-8")
    stranger = NoteDrafts(LayoutMemory(tmp_path, "李某"))
    assert stranger.of("XL20211128-0001") == ""


def test_a_discarded_draft_comes_back_with_ctrl_z(window: MainWindow, qtbot: QtBot) -> None:
    note = window.parts.case.case_view.note
    note.show_case("XL20211128-0001")
    write(window, qtbot, "half a note")
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    assert note.text() == ""
    qtbot.keyClick(note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert note.text() == "half a note"


def test_what_waits_when_the_window_closes_becomes_a_draft(
    qtbot: QtBot, shell: Shell, tmp_path: Path
) -> None:
    window = shell.window(tmp_path)
    window.parts.fresh.take_link(DOWN)
    window.parts.actions.note(NUMBER, "明早回访")
    window.close()
    assert NoteDrafts(LayoutMemory(tmp_path, USER)).of(NUMBER) == "明早回访"
    assert isinstance(shell.feed.commands()[0], AddNote)


@pytest.mark.parametrize("refusal", list(Refusal))
def test_every_refusal_has_a_sentence_that_says_more_than_no(refusal: Refusal) -> None:
    words = _REFUSALS[refusal]
    assert words.endswith(".")
    assert len(words.split()) >= 3
    assert Wording.tr(words)
