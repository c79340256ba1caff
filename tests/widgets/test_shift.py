"""Supervision, yardsticks, time limits and the handover, as the operator meets them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from console.client.duty import duty_leader
from console.client.questions import Answer
from console.client.store import Changes, Store
from console.codec import encode
from console.domain.access import Role
from console.domain.card import Card
from console.domain.card_rule import CardRule
from console.domain.clock_commands import ChangeLimits, SuperviseCase
from console.domain.facts import Kind
from console.domain.handover import HandoverState
from console.domain.handover_commands import (
    NoteHandover,
    PrepareHandover,
    SignHandover,
    SigningPart,
)
from console.domain.limit_entry import LimitEntry
from console.domain.result import ResultCode
from console.domain.sla import ClockKind
from console.domain.yardsticks import Share, Yardsticks
from tests.builders import NOW
from tests.widgets.shell_kit import ME, Shell, case_fact, fact
from tests.widgets.shift_kit import ZHOU, carded, head, limits, sheet
from widgets.common.lamp import LampState
from widgets.handover.handover_window import HandoverWindow
from widgets.handover.sign_dialog import SignDialog
from widgets.main_window import MainWindow
from widgets.queue.describer import Describer
from widgets.shift.card_dialog import CardDialog
from widgets.shift.limit_words import LimitWords
from widgets.shift.limits_dialog import LimitsDialog
from widgets.shift.yardsticks_dialog import YardsticksDialog
from widgets.theme import Theme


@pytest.fixture
def shell(small_store: Store, theme: Theme) -> Shell:
    return Shell(small_store, theme)


@pytest.fixture
def window(qtbot: QtBot, shell: Shell, tmp_path: Path) -> Iterator[MainWindow]:
    window = shell.window(tmp_path)
    window.resize(1920, 1080)
    window.show()
    window.apply(Changes(reset=True))
    window.tick(NOW)
    yield window
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog):
            dialog.close()
    window.close()


def answer(shell: Shell, *rows: object) -> None:
    """The hub answers the newest question."""
    shell.questions.take_rows(f"query-{len(shell.feed.asked)}", [encode(row) for row in rows])


def opened(kind: type[QDialog]) -> QDialog:
    widgets = QApplication.allWidgets()
    return next(one for one in widgets if isinstance(one, kind) and one.isVisible())


def row(shell: Shell, number: str) -> str:
    """What stands at the right of a case's row."""
    return Describer(shell.store, lambda _key: False, lambda: NOW).case(number).right


def put(window: MainWindow, shell: Shell, card: Card | None, proposed: Card | None = None) -> str:
    """Put the first case under supervision, as a fact from the hub."""
    case = carded(next(one for one in shell.store.cases.values() if one.open), card, proposed)
    told = fact(Kind.CASE, case.number, case, "CaseSupervised")
    window.apply(shell.store.apply([told]))
    window.parts.selection.select(Kind.CASE, case.number)
    return case.number


def test_a_card_stands_on_the_row_in_the_case_and_is_announced(
    window: MainWindow, shell: Shell
) -> None:
    rose: list[bool] = []
    window.parts.shift.rose.connect(lambda: rose.append(True))
    number = put(window, shell, Card.RED)
    assert row(shell, number).startswith("Red card")
    line = window.parts.case.case_view.supervision
    assert line.isVisible()
    assert line.words().startswith("Supervision Red card · Arrive overrun")
    assert rose == [True]
    assert any("Red card" in words for words in window.parts.toasts.texts)


def test_a_proposal_is_told_to_the_leader_and_marked_as_one(
    window: MainWindow, shell: Shell
) -> None:
    number = put(window, shell, None, Card.YELLOW)
    assert row(shell, number).startswith("Yellow card due")
    assert "proposed: Yellow card" in window.parts.case.case_view.supervision.words()
    assert any("proposed: Yellow card 1" in words for words in window.parts.toasts.texts)


def test_the_leader_supervises_by_key_and_the_hub_is_asked(
    window: MainWindow, shell: Shell, qtbot: QtBot
) -> None:
    number = put(window, shell, Card.REMINDER, Card.YELLOW)
    window.parts.keys.action("case.supervise").trigger()
    dialog = opened(CardDialog)
    assert isinstance(dialog, CardDialog)
    assert dialog.card() is Card.YELLOW
    assert not dialog.cards[Card.REMINDER].isEnabled()
    dialog.cards[Card.LIFTED].setChecked(True)
    assert not dialog.accept_button.isEnabled()
    dialog.cards[Card.RED].setChecked(True)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    version = shell.store.cases[number].version
    assert shell.feed.commands() == [SuperviseCase(number, version, Card.RED)]


def test_others_are_told_that_the_leader_does(
    qtbot: QtBot, small_store: Store, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.widgets.shell_kit.ME", replace(ME, role=Role.OPERATOR))
    shell = Shell(small_store, theme)
    window = shell.window(tmp_path)
    window.show()
    window.apply(Changes(reset=True))
    put(window, shell, None, Card.RED)
    window.parts.shift.supervise()
    assert window.parts.toasts.texts[-1] == "Only the shift leader supervises a case."
    assert shell.feed.commands() == []
    window.close()


def test_yardsticks_show_figures_lights_and_too_few_samples(
    window: MainWindow, shell: Shell
) -> None:
    window.parts.keys.action("shift.yardsticks").trigger()
    assert shell.feed.asked[-1] == ("yardsticks", {})
    since = NOW - timedelta(hours=6)
    answer(
        shell,
        Yardsticks(since, NOW, Share(10, 24, 22, 4, 9), Share(60, 7, 6), 61, 1.7, 11, (6, 14, 41)),
    )
    dialog = opened(YardsticksDialog)
    assert isinstance(dialog, YardsticksDialog)
    found = [(line[0].state, line[2].text()) for line in dialog.lines]
    assert found == [
        (LampState.OK, "91 % of 24, 90 % within 9 s"),
        (LampState.OFF, "6 of 7: too few to judge"),
        (LampState.WARN, "1.7 in 10 min"),
        (LampState.BAD, "11"),
        (LampState.WARN, "10 / 23 / 67 %"),
    ]
    asked = len(shell.feed.asked)
    shell.move_on(11)
    assert [one[0] for one in shell.feed.asked[asked:]].count("yardsticks") == 1


def edited(window: MainWindow, shell: Shell) -> LimitsDialog:
    window.parts.keys.action("shift.limits").trigger()
    answer(shell, limits())
    dialog = opened(LimitsDialog)
    assert isinstance(dialog, LimitsDialog)
    return dialog


def test_limits_are_edited_in_words_and_sent_as_a_new_version(
    window: MainWindow, shell: Shell
) -> None:
    dialog = edited(window, shell)
    cell = dialog.table.item(2, 0)
    assert cell is not None
    assert cell.text() == "10 min"
    cell.setText("soon")
    assert not dialog.accept_button.isEnabled()
    assert dialog.state.text().startswith("1 cells cannot be read")
    cell.setText("5min")
    dialog.cards[1].setValue(120)
    dialog.type_box.setCurrentIndex(dialog.type_box.findData("D01"))
    dialog.level_box.setCurrentIndex(2)
    dialog._add_row()
    added = dialog.table.item(dialog.table.rowCount() - 1, ClockKindColumn.HANDLED)
    assert added is not None
    added.setText("2 working days")
    dialog.accept()
    (command,) = shell.feed.commands()
    assert isinstance(command, ChangeLimits)
    assert (command.entity, command.version, command.cards) == (
        "limits",
        1,
        CardRule(100, 120, 200),
    )
    assert LimitEntry("", 3, ClockKind.TAKE_IN, "5 min") in command.entries
    assert LimitEntry("D01", 3, ClockKind.HANDLED, "2 working days") in command.entries
    assert len(command.entries) == len(limits().entries) + 1
    assert command.effective_from >= NOW.replace(second=0)


class ClockKindColumn:
    HANDLED = list(ClockKind).index(ClockKind.HANDLED)


def test_every_shipped_limit_survives_being_shown_and_read() -> None:
    for entry in limits().entries:
        read = replace(entry, text=LimitWords.read(LimitWords.shown(entry.text)))
        assert read.limit() == entry.limit()


def shown(window: MainWindow, shell: Shell, state: HandoverState | None) -> HandoverWindow:
    """The handover window as the hub's answers fill it."""
    window.parts.keys.action("shift.handover").trigger()
    if state is None:
        answer(shell)
        bare = sheet(shell.store)
        answer(shell, replace(bare, handover=replace(bare.handover, id="", version=0, notes="")))
    else:
        window.apply(shell.store.apply([fact(Kind.HANDOVER, head().id, head(state))]))
        answer(shell, head(state))
        answer(shell, sheet(shell.store, state))
    return window.parts.shift.handover


def test_without_a_handover_the_present_is_shown_and_can_be_drawn_up(
    window: MainWindow, shell: Shell
) -> None:
    handover = shown(window, shell, None)
    assert "What would be handed over now" in handover.page.toPlainText()
    assert not handover.buttons["outgoing"].isEnabled()
    assert handover.notes.isReadOnly()
    handover.buttons["prepare"].click()
    assert shell.feed.commands() == [PrepareHandover()]
    assert handover.isVisible()
    handover.close()


def test_notes_are_saved_before_the_first_signature(window: MainWindow, shell: Shell) -> None:
    handover = shown(window, shell, HandoverState.OPEN)
    handover.notes.setPlainText("先查水泵")
    assert not handover.buttons["outgoing"].isEnabled()
    # News of the same handover must not take away what is being written.
    handover.show_sheet(sheet(shell.store))
    assert handover.notes.toPlainText() == "先查水泵"
    handover.buttons["save"].click()
    assert shell.feed.commands() == [NoteHandover(head().id, 3, "先查水泵")]


def test_the_second_leader_signs_with_a_password_of_their_own(
    window: MainWindow, shell: Shell
) -> None:
    handover = shown(window, shell, HandoverState.HALF_SIGNED)
    assert not handover.buttons["outgoing"].isVisible()
    assert handover.notes.isReadOnly()
    handover.buttons["incoming"].click()
    dialog = handover.findChild(SignDialog)
    dialog.other.setChecked(True)
    assert not dialog.accept_button.isEnabled()
    dialog.user.setText("wu")
    dialog.password.setText("correct horse")
    dialog.accept()
    (_cmd_id, kind, args) = shell.feed.sent[-1]
    assert kind == "Countersign"
    signed = encode(SignHandover(head().id, 3, SigningPart.INCOMING))
    assert signed in args
    assert b'"user":"wu"' in args
    assert dialog.password.text() == ""
    shell.answer(ResultCode.NOT_ALLOWED, "E-SIGN-IN")
    assert "password is wrong" in handover.answer.text()
    handover.buttons["withdraw"].click()


def test_who_has_signed_cannot_sign_again_as_the_other(qtbot: QtBot) -> None:
    half = head(HandoverState.HALF_SIGNED)
    dialog = SignDialog(half, SigningPart.INCOMING, ZHOU.user, "周某", leads=True)
    qtbot.addWidget(dialog)
    assert not dialog.myself.isEnabled()
    assert dialog.other.isChecked()


def test_the_sheet_is_saved_as_a_pdf_and_a_bad_place_is_told(
    window: MainWindow, shell: Shell, tmp_path: Path
) -> None:
    handover = shown(window, shell, HandoverState.SIGNED)
    assert "HO20211128-02" in handover.page.toPlainText()
    handover.save_pdf(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    handover.save_pdf(tmp_path / "missing" / "sheet.pdf")
    assert "cannot be written" in handover.answer.text()


def test_what_people_wrote_is_not_read_as_html(window: MainWindow, shell: Shell) -> None:
    handover = shown(window, shell, HandoverState.OPEN)
    found = sheet(shell.store)
    title = "<b>x</b><img src=y>"
    case = replace(found.cases[0], title=title)
    handover.show_sheet(replace(found, cases=(case,)))
    assert title in handover.page.toPlainText()


def test_the_title_bar_names_who_took_the_shift_over(window: MainWindow, shell: Shell) -> None:
    assert duty_leader(shell.store) == ""
    done = head(HandoverState.SIGNED)
    window.apply(shell.store.apply([fact(Kind.HANDOVER, done.id, done)]))
    assert duty_leader(shell.store) == "吴某"
    assert "吴某" in window.parts.title_bar.leader_words()


def test_an_extended_or_guessed_deadline_is_said(window: MainWindow, shell: Shell) -> None:
    case = next(one for one in shell.store.cases.values() if one.open)
    clock = replace(
        case.clocks[-1],
        met_at=None,
        first_due_at=NOW - timedelta(days=2),
        due_at=NOW + timedelta(days=2),
        guessed=True,
    )
    window.apply(shell.store.apply([case_fact(replace(case, clocks=(clock,)))]))
    window.parts.selection.select(Kind.CASE, case.number)
    boxes = window.parts.case.case_view.clocks
    assert ", was " in boxes.limit_words(clock)
    assert "extended from" in boxes.toolTip()
    assert "no holiday calendar" in boxes.toolTip()


def test_a_refusal_of_the_question_is_told(window: MainWindow, shell: Shell) -> None:
    window.parts.shift.measure()
    dialog = opened(YardsticksDialog)
    assert isinstance(dialog, YardsticksDialog)
    dialog._take(Answer((), ResultCode.NOT_ALLOWED))
    assert dialog._since.text() == "Your role does not see the figures of the shift."


def test_the_handover_is_signed_as_who_sits_here_now(window: MainWindow, shell: Shell) -> None:
    handover = shown(window, shell, HandoverState.OPEN)
    shell.actions.me.take(replace(ME, user="sun", name="孙某"))
    handover.buttons["outgoing"].click()
    dialog = handover.findChild(SignDialog)
    assert dialog is not None
    assert dialog.myself.text().startswith("孙某")
    dialog.close()
