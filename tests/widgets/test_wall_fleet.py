"""The wall with real player hosts and real streams."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.client.store import Store
from console.domain.facts import Fact, Kind
from console.video.fleet import Fleet
from console.video.types import Engine
from tests.builders import NOW, build_store
from tests.video.camera_stub import CameraStub, encode_clip, encode_still
from widgets.selection import Selection
from widgets.theme import Theme
from widgets.wall.wall_panel import WallPanel


@pytest.fixture
def stub(tmp_path: Path) -> Iterator[CameraStub]:
    clip = encode_clip(tmp_path / "clip.ts")
    served = CameraStub(clip, encode_still(tmp_path / "still.ts"), "user", "secret")
    yield served
    served.close()


@pytest.fixture
def fleet(tmp_path: Path) -> Iterator[Fleet]:
    players = Fleet(Engine.FFMPEG, tmp_path)
    players.start()
    yield players
    players.close()


def district(stub: CameraStub, trouble: str) -> Store:
    """Four cameras: three that play and one with a trouble of the stub's."""
    model = build_store(grids=4, cameras=4, cases=0, alarms=0, units=0)
    rows = []
    for index, camera in enumerate(model.cameras.values()):
        path = trouble if index == 3 else f"/live/{index}"
        url = stub.url(path)
        row = replace(camera, sub_url=url, main_url=url + "?main", state=camera.state.ONLINE)
        rows.append(Fact(0, "Snapshot", NOW, Kind.CAMERA, row.id, row))
    store = Store()
    store.replace(rows, 1)
    return store


def test_real_streams_reach_the_screen(
    qtbot: QtBot, stub: CameraStub, fleet: Fleet, selection: Selection, theme: Theme
) -> None:
    store = district(stub, "/still")
    wall = WallPanel(store, selection, theme, fleet)
    qtbot.addWidget(wall)
    wall.set_layout("4")
    wall.resize(800, 500)
    wall.show()
    tiles = wall.grid.shown()
    troubled = next(t for t in tiles if store.cameras[t.slot.camera].sub_url.endswith("/still"))
    playing = [tile for tile in tiles if tile is not troubled]
    qtbot.waitUntil(lambda: all(tile.live for tile in playing), timeout=15_000)
    counts = [tile.painted for tile in playing]
    qtbot.waitUntil(
        lambda: all(t.painted > c + 5 for t, c in zip(playing, counts, strict=True)), timeout=10_000
    )
    colors = playing[0].grab().toImage()
    seen = {colors.pixel(x, colors.height() // 3) for x in range(0, colors.width(), 4)}
    assert len(seen) > 8, "a test picture has many colours"
    # swapped tiles keep their streams
    connections = dict(stub.connections)
    wall.swap(playing[0].index, playing[1].index)
    assert all(wall.grid.tiles[tile.index].live for tile in playing)
    assert stub.connections == connections
    # a picture in which nothing moves is not shown as live
    qtbot.waitUntil(lambda: troubled.words is not None, timeout=15_000)
    qtbot.waitUntil(lambda: not troubled.live, timeout=15_000)
    wall.enlarge(playing[2].index)
    qtbot.waitUntil(lambda: any("?main" in path for path in stub.connections), timeout=10_000)
    qtbot.waitUntil(lambda: playing[2].player == playing[2].main_player, timeout=10_000)
    wall.close()
