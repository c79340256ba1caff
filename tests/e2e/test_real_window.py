"""The window on a real X screen, worked with a real keyboard."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.demo_process import DemoProcess

pytestmark = pytest.mark.timeout(240)

WIDTH, HEIGHT = 1920, 1080


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of our own; its number is chosen by itself."""
    xvfb = shutil.which("Xvfb")
    assert xvfb is not None, "Xvfb is missing; `make test` installs it"
    reader, writer = os.pipe()
    screen = ["-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        [xvfb, "-displayfd", str(writer), *screen], pass_fds=[writer], stderr=subprocess.DEVNULL
    )
    os.close(writer)
    with os.fdopen(reader) as number:
        yield f":{number.readline().strip()}"
    server.terminate()
    server.wait(5)


def _xdotool(display: str, *words: str) -> str:
    environment = {**os.environ, "DISPLAY": display}
    done = subprocess.run(
        ["xdotool", *words], env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout.strip()


def _focus_window(display: str) -> None:
    """Wait for the window and give it the keyboard, as a window manager would."""
    deadline = time.monotonic() + 30
    found = ""
    while not found and time.monotonic() < deadline:
        found = _xdotool(display, "search", "--onlyvisible", "--class", "wangge")
        time.sleep(0.1)
    assert found, "no window appeared"
    _xdotool(display, "windowfocus", "--sync", found.split()[0])


def _acknowledged(database: Path) -> list[str]:
    """Who took notice of alarms, as the hub has it on disk."""
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        query = "SELECT user FROM audit WHERE action = 'AcknowledgeAlarm' AND outcome = 'OK'"
        return [row[0] for row in connection.execute(query)]


def test_an_alarm_is_acknowledged_with_keys_alone(
    demo: DemoProcess, display: str, tmp_path: Path
) -> None:
    picture, report = tmp_path / "window.png", tmp_path / "report.json"
    environment = demo.environment(DISPLAY=display, QT_QPA_PLATFORM="xcb", XDG_SESSION_TYPE="x11")
    process = subprocess.Popen(
        demo.command("--for", "25", "--screenshot", str(picture), "--report", str(report)),
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    _focus_window(display)
    # Alarms are the tab to the left of cases; Return takes notice of the first.
    database = demo.folder / "hub.db"
    deadline = time.monotonic() + 25
    _xdotool(display, "key", "Left")
    while not _acknowledged(database) and time.monotonic() < deadline:
        _xdotool(display, "key", "--delay", "100", "Home", "Return")
        time.sleep(0.5)
    _, said = process.communicate(timeout=90)
    figures = json.loads(report.read_text(encoding="utf-8"))
    assert process.returncode == 0, (figures, said)
    assert "Traceback" not in said
    assert "duty-leader" in _acknowledged(database)
    assert _size(picture) == (WIDTH, HEIGHT)


def _size(picture: Path) -> tuple[int, int]:
    head = picture.read_bytes()[16:24]
    return int.from_bytes(head[:4], "big"), int.from_bytes(head[4:], "big")
