from __future__ import annotations

import pytest

from console.video.types import Engine, Stream, TileState
from tests.video.conftest import MakeFleet, RtspCamera, wait_for


@pytest.mark.parametrize("engine", list(Engine))
def test_real_rtsp_cameras_play(engine: Engine, rtsp_camera: RtspCamera, make_fleet: MakeFleet):
    fleet = make_fleet(engine)
    paths = ["h264", "h265", "h264#udp", "h265#udp"]
    for tile, path in enumerate(paths):
        camera = Stream(path, rtsp_camera.url(path), rtsp_camera.username, rtsp_camera.password)
        fleet.show(tile, camera, 320, 180)
    fleet.show(4, Stream("stranger", rtsp_camera.url("h264"), "duty", "wrong"), 320, 180)
    for tile, path in enumerate(paths):
        wait_for(lambda tile=tile: fleet.sequence(tile) > 20, 15, f"pictures of {path}")
        assert fleet.status(tile).state is TileState.LIVE
        assert (fleet.status(tile).width, fleet.status(tile).height) == (640, 360)
    wait_for(lambda: fleet.status(4).state is TileState.REFUSED, 8, "the wrong password")
    assert fleet.status(4).reason == "401"
    assert fleet.sequence(4) == 0
