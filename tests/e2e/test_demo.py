"""`main.py demo` from the outside, as a newcomer starts it."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from tests.demo_process import DemoProcess

pytestmark = pytest.mark.timeout(400)

PNG = b"\x89PNG\r\n\x1a\n"
FIGURES = {
    "start_s", "sources_up", "events", "alarms", "cases", "grids", "cameras", "units", "tiles_live",
    "tile_fps_min", "frame_age_max_ms", "gui_lag_p99_ms", "gui_rss_mb", "player", "close_s",
}  # fmt: skip


def _until(condition: Callable[[], object], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.05)
    return bool(condition())


def _mine(marker: str) -> list[psutil.Process]:
    """Processes started for the demo in the folder `marker`, and all their children."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if marker in " ".join(process.cmdline()):
                found += [process, *process.children(recursive=True)]
    return found


def _sockets(processes: list[psutil.Process]) -> set[int]:
    ports = set()
    for process in processes:
        with contextlib.suppress(psutil.Error):
            ports |= {c.laddr.port for c in process.net_connections() if c.status == "LISTEN"}
    return ports


def _segments(window: int) -> list[Path]:
    """Shared memory made by the process of a window."""
    return list(Path("/dev/shm").glob(f"wangge-{window}-*"))


def test_a_second_start_shows_a_live_district(demo: DemoProcess, tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    report = demo.run(25, "--screenshot", str(picture))
    assert report["exit_code"] == 0, report["said"]
    assert set(report) >= FIGURES
    assert report["sources_up"] == 9
    assert report["grids"] == 207
    assert report["cameras"] == 1312
    assert report["units"] == 60
    assert report["cases"] >= 30
    assert report["alarms"] >= 1
    assert report["tiles_live"] >= 4
    assert report["frame_age_max_ms"] < 1500
    assert picture.read_bytes().startswith(PNG)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nothing_is_left_however_it_ends(
    demo: DemoProcess, tmp_path: Path, how: signal.Signals
) -> None:
    process = subprocess.Popen(
        demo.command(),
        env=demo.environment(TMPDIR=str(tmp_path)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert _until(lambda: len(_mine(str(demo.folder))) >= 14, 60)
    family = _mine(str(demo.folder))
    ports = _sockets(family)
    assert ports, "the hub and the cameras listen"
    assert _until(lambda: _segments(process.pid), 10), "the wall's pictures are in shared memory"
    process.send_signal(how)
    process.wait(10)
    assert _until(lambda: not any(p.is_running() for p in family), 10), [
        p.cmdline() for p in family if p.is_running()
    ]
    assert _until(lambda: not _sockets(list(psutil.process_iter())) & ports, 5)
    assert _until(lambda: not _segments(process.pid), 5)
    assert not list(tmp_path.iterdir())
