from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import av
import pytest

from console.sim.cameras import frame_code
from tests.sim_cameras.simulator import Simulator, frames, simulator

CAMERA = "42990100001327000500"


@pytest.fixture
def camera(cameras: Simulator) -> Iterator[Simulator]:
    """The simulator with one camera whole before and after."""
    cameras.set_fault(CAMERA, "none")
    yield cameras
    cameras.set_fault(CAMERA, "none")


def _received(simulator: Simulator, seconds: float) -> bytes:
    """What comes over the wire in `seconds`."""
    host, port = simulator.base.removeprefix("http://").split(":")
    data = b""
    with socket.create_connection((host, int(port)), timeout=5) as wire:
        wire.sendall(f"GET /cam/{CAMERA}/sub HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            wire.settimeout(left)
            try:
                part = wire.recv(65536)
            except TimeoutError:
                break
            if not part:
                break
            data += part
    return data


def test_black_hole_accepts_and_never_answers(camera: Simulator) -> None:
    camera.set_fault(CAMERA, "black_hole")
    assert _received(camera, 1.0) == b""


def test_the_camera_next_door_is_not_touched(camera: Simulator) -> None:
    camera.set_fault(CAMERA, "black_hole")
    assert len(frames(camera.url("42990100001327000501"), 10)) == 10


def test_black_hole_silences_a_running_stream_and_lets_go_again(camera: Simulator) -> None:
    with av.open(camera.url(CAMERA), timeout=20) as stream:
        decoded = stream.decode(video=0)
        next(decoded)
        camera.set_fault(CAMERA, "black_hole")
        time.sleep(0.5)
        camera.set_fault(CAMERA, "none")
        times = [next(decoded).time for _ in range(30)]
    assert max(b - a for a, b in pairwise(times)) > 0.4


def test_freeze_repeats_one_picture_while_packets_flow(camera: Simulator) -> None:
    with av.open(camera.url(CAMERA), timeout=20) as stream:
        decoded = stream.decode(video=0)
        next(decoded)
        camera.set_fault(CAMERA, "freeze")
        frozen = [next(decoded) for _ in range(60)][-20:]
        counters = {frame_code.read(one.to_ndarray(format="bgra")) for one in frozen}
        assert len(counters) == 1
        assert counters != {None}
        assert frozen[-1].time - frozen[0].time > 1.0
        camera.set_fault(CAMERA, "none")
        moving = [next(decoded) for _ in range(40)][-10:]
    assert len({frame_code.read(one.to_ndarray(format="bgra")) for one in moving}) == 10


def test_garbage_is_plenty_and_no_stream(camera: Simulator) -> None:
    camera.set_fault(CAMERA, "garbage")
    body = _received(camera, 1.5).partition(b"\r\n\r\n")[2]
    assert len(body) > 10_000
    with pytest.raises(av.FFmpegError), av.open(camera.url(CAMERA), timeout=3) as stream:
        next(stream.decode(video=0))


def test_slow_trickles(camera: Simulator) -> None:
    camera.set_fault(CAMERA, "slow")
    assert 500 < len(_received(camera, 2.0)) < 20_000


def test_drop_hangs_up_after_a_while(camera: Simulator) -> None:
    camera.set_fault(CAMERA, "drop")
    started = time.monotonic()
    got = frames(camera.url(CAMERA), 1000)
    assert 5 < len(got) < 60
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("code", [401, 503])
def test_refusals_have_their_code(camera: Simulator, code: int) -> None:
    camera.set_fault(CAMERA, str(code))
    assert camera.ask("GET", f"/cam/{CAMERA}/sub")[0] == code


def test_an_unknown_fault_is_refused(camera: Simulator) -> None:
    assert camera.set_fault(CAMERA, "tired") == 400


def test_faults_from_the_beginning(cameras: Simulator, scene_cache: Path) -> None:
    with simulator(scene_cache, faults={CAMERA: "503"}) as running:
        assert running.get(f"/fault/{CAMERA}") == {"kind": "503"}


def test_a_client_that_does_not_read_costs_nobody_anything(camera: Simulator) -> None:
    host, port = camera.base.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=5) as lazy:
        lazy.sendall(f"GET /cam/{CAMERA}/main HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        assert len(frames(camera.url(CAMERA, "main"), 60)) == 60
