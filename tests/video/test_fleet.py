from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from console.video.fleet import Fleet
from console.video.types import Engine, Stream, TileState
from tests.video.camera_stub import CameraStub
from tests.video.conftest import PASSWORD, USERNAME, MakeFleet, segments, wait_for


def stream(cameras: CameraStub, path: str, username: str = "", password: str = "") -> Stream:
    return Stream(path, cameras.url(path), username, password)


def advancing(fleet: Fleet, tile: int, pictures: int = 5, within: float = 10.0) -> None:
    begin = fleet.sequence(tile)
    wait_for(lambda: fleet.sequence(tile) >= begin + pictures, within, f"pictures on {tile}")


def in_state(fleet: Fleet, tile: int, state: TileState, within: float) -> float:
    return wait_for(lambda: fleet.status(tile).state is state, within, f"{tile} is {state}")


def colours(fleet: Fleet, tile: int) -> int:
    frame = fleet.frame(tile)
    assert frame is not None
    rows = bytes(frame.pixels)
    return len({rows[at : at + 3] for at in range(0, len(rows), 4)})


@pytest.mark.parametrize("engine", list(Engine))
def test_live_pictures_arrive_and_every_ill_camera_says_what_it_has(
    engine: Engine, cameras: CameraStub, make_fleet: MakeFleet
):
    fleet = make_fleet(engine)
    paths = ["/live/1", "/still", "/hole", "/garbage", "/locked", "/sealed"]
    for tile, path in enumerate(paths):
        fleet.show(tile, stream(cameras, path), 320, 180)
    fleet.show(6, stream(cameras, "/locked", USERNAME, PASSWORD), 320, 180)
    fleet.show(7, Stream("nobody", "http://127.0.0.1:9/"), 320, 180)

    in_state(fleet, 0, TileState.LIVE, 8)
    advancing(fleet, 0)
    frame = fleet.frame(0)
    assert frame is not None
    assert (frame.width, frame.height) == (320, 180)
    assert colours(fleet, 0) > 50
    assert fleet.engine is engine
    assert fleet.engine_reason == ""

    in_state(fleet, 4, TileState.REFUSED, 8)
    assert fleet.status(4).reason == "401"
    in_state(fleet, 6, TileState.LIVE, 8)
    in_state(fleet, 7, TileState.GONE, 8)
    assert fleet.status(7).reason == "refused"
    in_state(fleet, 3, TileState.NO_PICTURE, 10)
    in_state(fleet, 2, TileState.GONE, 10)
    assert fleet.status(2).reason == "timeout"
    assert fleet.status(2).last_frame_at is None
    in_state(fleet, 1, TileState.FROZEN, 10)
    in_state(fleet, 5, TileState.NO_PICTURE, 10)

    status = fleet.status(0)
    assert status.state is TileState.LIVE
    assert 12 < status.fps < 18
    assert (status.width, status.height) == (640, 360)
    assert status.frame_age_ms is not None
    assert status.frame_age_ms < 1000


@pytest.mark.parametrize("engine", list(Engine))
def test_another_camera_or_size_on_a_tile(
    engine: Engine, cameras: CameraStub, make_fleet: MakeFleet
):
    fleet = make_fleet(engine)
    fleet.show(0, stream(cameras, "/live/a"), 320, 180)
    advancing(fleet, 0)
    fleet.show(0, stream(cameras, "/live/a"), 640, 360)
    assert fleet.frame(0) is not None  # the picture stays while the larger one is on its way
    wait_for(lambda: (fleet.frame(0) or frame).width == 640, 10, "the larger picture")
    assert fleet.status(0).state is TileState.LIVE
    frame = fleet.frame(0)
    fleet.show(0, stream(cameras, "/still"), 320, 180)
    assert fleet.frame(0) is None  # never the old camera's picture under the new one's name
    advancing(fleet, 0)
    assert colours(fleet, 0) < 5
    fleet.show(0, None, 0, 0)
    assert fleet.status(0).state is TileState.IDLE
    assert fleet.frame(0) is None


def test_resizing_keeps_the_connection_with_ffmpeg(cameras: CameraStub, make_fleet: MakeFleet):
    fleet = make_fleet(Engine.FFMPEG)
    fleet.show(0, stream(cameras, "/live/one"), 320, 180)
    advancing(fleet, 0)
    fleet.show(0, stream(cameras, "/live/one"), 480, 270)
    wait_for(lambda: getattr(fleet.frame(0), "width", 0) == 480, 5, "the larger picture")
    assert cameras.connections["/live/one"] == 1


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGSTOP])
def test_a_lost_host_comes_back_and_the_others_never_notice(
    blow: signal.Signals, cameras: CameraStub, make_fleet: MakeFleet
):
    fleet = make_fleet(Engine.FFMPEG, tiles_per_host=1)
    for tile in (0, 1):
        fleet.show(tile, stream(cameras, f"/live/{tile}"), 320, 180)
        advancing(fleet, tile)
    survivor = fleet.host_pids()[1]
    os.kill(fleet.host_pids()[0], blow)
    before, seen, gap, last = fleet.sequence(0), set(), 0.0, (fleet.sequence(1), time.monotonic())
    deadline = time.monotonic() + 10
    while fleet.sequence(0) < before + 10 and time.monotonic() < deadline:
        now, status = time.monotonic(), fleet.status(0)
        seen.add((status.state, status.reason))
        assert fleet.frame(0) is not None  # the last still stays
        if fleet.sequence(1) != last[0]:
            last = fleet.sequence(1), now
        gap = max(gap, now - last[1])
        time.sleep(0.005)
    expected = "host_died" if blow is signal.SIGKILL else "host_stalled"
    assert (TileState.GONE, expected) in seen
    assert fleet.sequence(0) >= before + 10
    assert fleet.restarts == 1
    assert survivor in fleet.host_pids()
    assert gap < 0.6


def test_no_password_in_arguments_environment_or_log(
    cameras: CameraStub, make_fleet: MakeFleet, tmp_path: Path
):
    fleet = make_fleet(Engine.VLC)
    fleet.show(0, stream(cameras, "/locked", USERNAME, PASSWORD), 320, 180)
    fleet.show(1, stream(cameras, "/locked", USERNAME, PASSWORD[::-1]), 320, 180)
    fleet.show(2, Stream("gone", "rtsp://127.0.0.1:9/x", USERNAME, PASSWORD), 320, 180)
    advancing(fleet, 0)
    in_state(fleet, 1, TileState.REFUSED, 8)
    in_state(fleet, 2, TileState.GONE, 8)
    fleet.show(3, stream(cameras, "/live", "", ""), 320, 180)
    exposed = b""
    for pid in fleet.host_pids():
        for name in ("cmdline", "environ"):
            exposed += Path(f"/proc/{pid}/{name}").read_bytes()
    fleet.close()
    logs = b"".join(path.read_bytes() for path in (tmp_path / "log").iterdir())
    assert b"refused 401" in logs  # the log does speak of the camera
    for secret in (PASSWORD, PASSWORD[::-1]):
        assert secret not in repr(Stream("c", "u", "n", secret))
        assert secret.encode() not in exposed + logs
    assert b"kanarienvogel" not in exposed + logs


@pytest.mark.parametrize("engine", list(Engine))
def test_closing_leaves_nothing(engine: Engine, cameras: CameraStub, make_fleet: MakeFleet):
    def left() -> tuple[int, set[str]]:
        return psutil.Process().num_fds(), segments(os.getpid())

    warm = make_fleet(engine)  # the first one also starts Python's own resource tracker
    warm.show(0, stream(cameras, "/live/0"), 64, 64)
    advancing(warm, 0)
    warm.close()
    before = left()
    fleet = make_fleet(engine, tiles_per_host=2)
    for tile, path in enumerate(("/live/1", "/live/3", "/live/2", "/still")):
        fleet.show(tile, stream(cameras, path), 320, 180)
    advancing(fleet, 0)
    held = fleet.frame(0)  # a picture in the hand of the window must not hold anything up
    pids = fleet.host_pids()
    assert len(pids) == 2
    begin = time.monotonic()
    fleet.close()
    assert time.monotonic() - begin < 2
    fleet.close()
    assert held is not None
    assert not any(psutil.pid_exists(pid) for pid in pids)
    assert segments(os.getpid()) == set()
    wait_for(lambda: left()[0] <= before[0], 5, "closed descriptors")


def test_a_host_ends_with_its_parent(cameras: CameraStub, tmp_path: Path):
    script = (
        "import sys, time; from pathlib import Path\n"
        "from console.video.fleet import Fleet\n"
        "from console.video.types import Engine, Stream\n"
        "fleet = Fleet(Engine.VLC, Path(sys.argv[1])); fleet.start()\n"
        "fleet.show(0, Stream('a', sys.argv[2]), 320, 180)\n"
        "while fleet.sequence(0) < 5: time.sleep(0.01)\n"
        "print(*fleet.host_pids(), flush=True); time.sleep(60)\n"
    )
    arguments = [str(tmp_path), cameras.url("/live/0")]
    with subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
    ) as parent:
        assert parent.stdout is not None
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        assert segments(parent.pid)
        parent.kill()
    assert pids
    wait_for(lambda: not any(psutil.pid_exists(pid) for pid in pids), 3, "the host's end")
    wait_for(lambda: not segments(parent.pid), 5, "freed memory")
