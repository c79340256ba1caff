"""An error before the console's window is there is shown in one of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of our own; its number is chosen by itself."""
    xvfb = shutil.which("Xvfb")
    assert xvfb is not None, "Xvfb is missing; `make test` installs it"
    reader, writer = os.pipe()
    screen = ["-screen", "0", "1280x800x24", "-nolisten", "tcp"]
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


@pytest.mark.parametrize("command", ["run", "demo"])
def test_an_early_error_is_shown_until_it_is_closed(
    display: str, tmp_path: Path, command: str
) -> None:
    file = tmp_path / "file"
    file.touch()
    environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
    process = subprocess.Popen(
        [sys.executable, "main.py", command, "--data", str(file), "--lang", "zh_CN"],
        cwd=ROOT,
        env={**environment, "DISPLAY": display},
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            deadline = time.monotonic() + 30
            found = ""
            while not found and time.monotonic() < deadline:
                found = _xdotool(display, "search", "--onlyvisible", "--name", "网格指挥台无法继续")
                time.sleep(0.1)
            assert found, "the dialog appeared"
            assert process.poll() is None, "it waits for the reader"
            if picture := os.environ.get("PICTURE"):
                subprocess.run(
                    ["ffmpeg", "-y", "-loglevel", "error", "-f", "x11grab", "-video_size",
                     "1280x800", "-i", display, "-frames:v", "1", picture],
                    check=True,
                )  # fmt: skip
            _xdotool(display, "windowfocus", "--sync", found.split()[0])
            _xdotool(display, "key", "Escape")
            _, told = process.communicate(timeout=15)
        finally:
            process.kill()
    assert process.returncode == 1
    assert told.startswith("E-FILE  ")
    assert "Traceback" not in told
