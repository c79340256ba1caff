from __future__ import annotations

import json
import threading
import time
from itertools import pairwise
from pathlib import Path

import psutil
import pytest

from console.sim.cameras import frame_code
from tests.sim_cameras.simulator import Simulator, frames, simulator, start_simulator

LOOP = 30
"""Frames in a loop of two seconds of the sub stream."""


@pytest.mark.parametrize(
    ("profile", "size", "fps"), [("sub", (640, 360), 15), ("main", (1280, 720), 25)]
)
def test_a_client_sees_frames_in_order(
    cameras: Simulator, profile: str, size: tuple[int, int], fps: int
) -> None:
    seen = frames(cameras.url("42990100001327000777", profile), 2 * fps)
    assert {(frame.width, frame.height) for frame in seen} == {size}
    counters = [frame_code.read(frame.to_ndarray(format="bgra")) for frame in seen]
    assert None not in counters
    assert all((b - a) % (2 * fps) == 1 for a, b in pairwise(counters))


def test_counter_and_time_run_on_over_the_seam(cameras: Simulator) -> None:
    seen = frames(cameras.url("42990100001327000778"), 3 * LOOP)
    counters = [frame_code.read(frame.to_ndarray(format="bgra")) for frame in seen]
    assert counters.count(0) >= 2
    assert all((b - a) % LOOP == 1 for a, b in pairwise(counters))
    times = [frame.time for frame in seen]
    steps = [b - a for a, b in pairwise(times)]
    assert all(step > 0 for step in steps)
    assert max(steps[15:]) < 0.08


def test_a_newcomer_has_a_picture_at_once_and_is_not_behind(cameras: Simulator) -> None:
    url = cameras.url("42990100001327000779")
    frames(url, 5)
    seen = frames(url, LOOP)
    arrived = time.monotonic()
    last = frame_code.read(seen[-1].to_ndarray(format="bgra"))
    sent = dict(map(tuple, cameras.get("/sent/42990100001327000779/sub")["frames"]))
    assert last is not None
    assert 0 <= arrived - sent[last] < 1.0


def test_any_id_works_and_keeps_its_scene(cameras: Simulator) -> None:
    for camera in ("1", "摄像机", "42990100001327009999"):
        path = f"/sent/{camera if camera.isascii() else '%E6%91%84'}/sub"
        first, second = cameras.get(path)["scene"], cameras.get(path)["scene"]
        assert first == second
        assert first in ("crossroads", "fall")
    assert cameras.get("/sent/42990100001327000001/sub")["scene"] == "fall"


def test_twenty_clients_get_frames(cameras: Simulator) -> None:
    got: list[int] = []

    def look(number: int) -> None:
        got.append(len(frames(cameras.url(f"4299010000132700{number:04d}"), 20)))

    clients = [threading.Thread(target=look, args=(number,)) for number in range(20)]
    for client in clients:
        client.start()
    for client in clients:
        client.join(timeout=30)
    assert got == [20] * 20


def test_the_second_start_takes_the_cache_and_leaves_nothing_behind(
    cameras: Simulator, scene_cache: Path
) -> None:
    before = sorted(path.name for path in scene_cache.iterdir())
    with simulator(scene_cache) as again:
        assert again.progress == []
        assert len(frames(again.url("1"), 2)) == 2
    assert again.child.returncode == 0
    assert sorted(path.name for path in scene_cache.iterdir()) == before
    assert all(name.endswith(".loop") for name in before)


def test_the_first_start_says_how_far_it_is(cameras: Simulator) -> None:
    assert cameras.progress[0] == {"progress": 0, "of": 2}
    assert cameras.progress[-1] == {"progress": 2, "of": 2}


def test_an_end_while_encoding_is_quick_and_clean(tmp_path: Path) -> None:
    child = start_simulator({"cache_folder": str(tmp_path), "scenes": ["fall"], "seconds": 600})
    try:
        assert child.stdin is not None
        assert child.stdout is not None
        assert json.loads(child.stdout.readline()) == {"progress": 0, "of": 1}
        encoder = psutil.Process(child.pid).children()
        child.stdin.close()
        assert child.wait(timeout=10) == 0
        assert not [one for one in encoder if one.is_running()]
    finally:
        child.kill()
        child.wait()
        child.stdout.close()
    assert list(tmp_path.iterdir()) == []


def test_a_taken_port_is_told_to_the_parent(cameras: Simulator, scene_cache: Path) -> None:
    child = start_simulator(
        {
            "cache_folder": str(scene_cache),
            "scenes": ["crossroads", "fall"],
            "seconds": 2,
            "port": cameras.port,
        }
    )
    assert child.stdout is not None
    answer = child.stdout.readline()
    child.communicate(timeout=20)
    assert json.loads(answer)["failed"] == "E-PORT"
    assert child.returncode == 1
