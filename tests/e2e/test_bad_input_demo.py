"""The demo in trouble: its port taken, started twice, killed while it began, no font, no libVLC."""

from __future__ import annotations

import contextlib
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from tests.demo_process import DemoProcess

pytestmark = pytest.mark.timeout(300)


def _until(condition: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()


def _said(demo: DemoProcess, *options: str, **extra: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        demo.command(*options, *(() if "--lang" in options else ("--lang", "en"))),
        env=demo.environment(**extra),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert "Traceback" not in done.stderr + done.stdout
    return done


def _gone(family: list[psutil.Process]) -> bool:
    for one in family:
        with contextlib.suppress(psutil.NoSuchProcess):
            if one.is_running() and one.status() != psutil.STATUS_ZOMBIE:
                return False
    return True


def test_the_cameras_port_is_taken(demo: DemoProcess) -> None:
    with contextlib.closing(socket.create_server(("127.0.0.1", demo.camera_port))):
        done = _said(demo, "--for", "5")
    assert done.returncode == 1
    assert done.stderr.startswith(f"E-PORT  Port {demo.camera_port} is taken")
    assert "--camera-port" in done.stderr


def test_a_second_demo_in_the_same_folder(demo: DemoProcess) -> None:
    first = subprocess.Popen(
        demo.command(), env=demo.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    with first:
        parent = psutil.Process(first.pid)
        assert _until(lambda: len(parent.children()) >= 10, 60)
        family = parent.children(recursive=True)
        done = _said(demo, "--for", "5")
        assert done.returncode == 1
        assert done.stderr.startswith("E-RUNNING  ")
        assert str(demo.folder) in done.stderr
        first.send_signal(signal.SIGTERM)
        first.wait(15)
    assert _until(lambda: _gone(family), 10)


def test_without_chinese_font_and_libvlc_it_runs_and_says_so(
    demo: DemoProcess, tmp_path: Path
) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>"
    )
    done = _said(
        demo, "--for", "15", "--lang", "zh_CN",
        FONTCONFIG_FILE=str(fonts), PYTHON_VLC_LIB_PATH=str(tmp_path / "no-such-library"),
    )  # fmt: skip
    assert done.returncode in {0, 1}, done.stderr  # 1 where a busy machine is late
    assert "fonts-noto-cjk" in done.stderr
    log = (demo.folder / "logs" / "console.jsonl").read_text(encoding="utf-8")
    assert "player: ffmpeg instead of vlc" in log


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
@pytest.mark.parametrize("when", ["import", "scenes"])
def test_a_first_start_that_was_ended_leaves_nothing_and_can_be_repeated(
    tmp_path: Path, how: signal.Signals, when: str
) -> None:
    fresh = DemoProcess(tmp_path / "demo")
    cold = {"XDG_CACHE_HOME": str(tmp_path / "cache")} if when == "scenes" else {}
    output = tmp_path / "output"
    with output.open("w") as out:
        process = subprocess.Popen(
            fresh.command("--lang", "en"),
            env=fresh.environment(**cold),
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    begun = {
        "import": (fresh.folder / "template" / "hub.db").exists,
        "scenes": lambda: "Scenes drawn: 1 of" in output.read_text(),
    }
    assert _until(begun[when], 90), output.read_text()
    family = psutil.Process(process.pid).children(recursive=True)
    assert family
    process.send_signal(how)
    process.wait(10)
    assert _until(lambda: _gone(family), 8)
    assert "Traceback" not in output.read_text()
    # Drawn once for all demos, so that the second start need not wait for all scenes again.
    report = fresh.run(1, limit_s=120)
    assert report["grids"] == 207, report["said"]
    assert "Traceback" not in str(report["said"])
