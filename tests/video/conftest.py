from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from console.video.fleet import Fleet
from console.video.types import Engine
from tests.video.camera_stub import CameraStub, encode_clip, encode_still, encode_units

USERNAME = "duty"
PASSWORD = "kanarienvogel/9?#"  # noqa: S105 opens nothing but the tests' own camera
RTSP_PASSWORD = "kanarienvogel-9"  # noqa: S105
SYSTEM_PYTHON = Path("/usr/bin/python3")

MakeFleet = Callable[..., Fleet]


def wait_for(condition: Callable[[], bool], seconds: float, what: str) -> float:
    """Poll `condition`; return how long it took, or fail after `seconds`."""
    begin = time.monotonic()
    while not condition():
        assert time.monotonic() - begin < seconds, f"not within {seconds} s: {what}"
        time.sleep(0.01)
    return time.monotonic() - begin


@pytest.fixture(scope="session")
def clips(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("clips")
    return encode_clip(folder / "clip.ts"), encode_still(folder / "still.ts")


@pytest.fixture
def cameras(clips: tuple[Path, Path]) -> Iterator[CameraStub]:
    stub = CameraStub(*clips, USERNAME, PASSWORD)
    yield stub
    stub.close()


@pytest.fixture
def make_fleet(tmp_path: Path) -> Iterator[MakeFleet]:
    fleets: list[Fleet] = []

    def make(engine: Engine = Engine.FFMPEG, tiles_per_host: int = 4) -> Fleet:
        fleet = Fleet(engine, tmp_path / "log", tiles_per_host)
        fleets.append(fleet)
        fleet.start()
        return fleet

    yield make
    for fleet in fleets:
        fleet.close()


@dataclass(frozen=True)
class RtspCamera:
    port: int
    username: str
    password: str

    def url(self, path: str) -> str:
        return f"rtsp://127.0.0.1:{self.port}/{path}"


def _has_gstreamer() -> bool:
    script = "import gi; gi.require_version('GstRtspServer', '1.0')"
    command = [str(SYSTEM_PYTHON), "-c", script]
    if not SYSTEM_PYTHON.exists():
        return False
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def segments(pid: int) -> set[str]:
    """Shared memory that the process `pid` made."""
    return {path.name for path in Path("/dev/shm").glob(f"wangge-{pid}-*")}


@pytest.fixture(scope="module")
def rtsp_camera(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RtspCamera]:
    if not _has_gstreamer():
        pytest.skip("needs gir1.2-gst-rtsp-server-1.0 and the system's python3-gi")
    folder = tmp_path_factory.mktemp("rtsp")
    units = {codec: str(encode_units(folder / codec, codec)) for codec in ("h264", "h265")}
    wanted = {
        "clips": {f"/{codec}": [codec, path] for codec, path in units.items()},
        "username": USERNAME,
        "password": RTSP_PASSWORD,
    }
    script = Path(__file__).with_name("rtsp_server.py")
    with subprocess.Popen(
        [str(SYSTEM_PYTHON), str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(json.dumps(wanted) + "\n")
        server.stdin.flush()
        yield RtspCamera(int(server.stdout.readline()), USERNAME, RTSP_PASSWORD)
        server.kill()
