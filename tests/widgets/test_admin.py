"""First start, signing in, crashes, signals."""

from __future__ import annotations

import logging
import os
import signal
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from widgets.admin.first_start_dialog import FirstStartDialog
from widgets.admin.sign_in import SignInDialog
from widgets.crash.crash_dialog import CrashDialog
from widgets.crash.crash_report import CrashReport
from widgets.display import has_display
from widgets.quit_signals import QuitSignals


def test_first_start_says_what_is_missing_until_nothing_is(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = FirstStartDialog(("wgs84", "gcj02"))
    qtbot.addWidget(dialog)
    steps = (
        (dialog.user, "admin", "name"),
        (dialog.name, "王某", "password"),
        (dialog.password, "Correct horse 1", "same"),
        (dialog.again, "Correct horse 1", "folder"),
        (dialog.folder, str(tmp_path), ""),
    )
    for line, text, still in steps:
        assert not dialog.accept_button.isEnabled()
        line.setText(text)
        assert still in dialog.fault()
    assert dialog.accept_button.isEnabled()
    answer = dialog.first_start()
    assert (answer.user, answer.name, answer.pack) == ("admin", "王某", tmp_path)
    assert "Correct horse 1" not in repr(answer)


def test_signing_in_hides_the_password(qtbot: QtBot) -> None:
    dialog = SignInDialog(user="chen", fault="Wrong name or password.")
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isEnabled()
    words = "correct horse battery"
    dialog.password.setText(words)
    assert dialog.accept_button.isEnabled()
    assert dialog.password.displayText() != words
    assert words not in repr(dialog.credentials())
    assert dialog.credentials().password == words


def shown_text(window: QWidget) -> str:
    return "".join(dialog.text() for dialog in window.findChildren(CrashDialog))


@pytest.mark.expects_log("crash ")
def test_a_crash_is_logged_under_the_id_that_is_shown(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    report = CrashReport(window, tmp_path)
    hook = sys.excepthook
    with report:
        for _ in range(3):
            try:
                raise ValueError("inside")
            except ValueError as error:
                sys.excepthook(ValueError, error, error.__traceback__)
        qtbot.waitUntil(
            lambda: "2 more" in "".join(d.text() for d in window.findChildren(CrashDialog))
        )
    assert sys.excepthook is hook
    dialogs = window.findChildren(CrashDialog)
    assert len(dialogs) == 1
    shown = dialogs[0].text().split()[0]
    records = [r for r in caplog.records if r.levelno == logging.ERROR and shown in r.getMessage()]
    assert records[0].exc_info is not None
    assert "inside" not in dialogs[0].text()
    dialogs[0].close()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signals_close_from_qt_s_loop(qtbot: QtBot, number: signal.Signals) -> None:
    closed: list[bool] = []
    before = signal.getsignal(number)
    with QuitSignals(lambda: closed.append(True)):
        os.kill(os.getpid(), number)
        qtbot.waitUntil(lambda: bool(closed))
    assert signal.getsignal(number) is before


def test_no_display_is_noticed_before_qt_would_abort(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert has_display() is not sys.platform.startswith("linux")
    monkeypatch.setenv("DISPLAY", ":0")
    assert has_display()
