from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QSize

from console.domain.camera import Camera, CameraState
from console.domain.geo import LonLat, moved
from console.domain.wall import LAYOUTS
from console.video.types import Frame
from tests.builders import build_store
from widgets.wall.board import Board
from widgets.wall.camera_choice import faces, nearest, spread
from widgets.wall.picture_fit import asked_size, fit, unscaled
from widgets.wall.still_cache import MOST_WIDE, StillCache

PLACE = LonLat(115.0, 30.2)


def camera(number: int, bearing: float, metres: float, heading: float) -> Camera:
    """A camera `metres` from PLACE along `bearing`."""
    model = next(iter(build_store(grids=2, cameras=1, cases=0, alarms=0, units=0).cameras.values()))
    return replace(
        model,
        id=f"{number:020d}",
        place=moved(PLACE, bearing, metres),
        heading=heading,
        fov=70.0,
        state=CameraState.ONLINE,
    )


def picture(width: int, height: int, fill: int = 7) -> Frame:
    pixels = bytearray([fill]) * (width * height * 4)
    return Frame(memoryview(pixels), width, height, width * 4, 1, 0.0)


def test_a_camera_looking_there_beats_a_nearer_one_looking_away() -> None:
    near_away = camera(1, 0, 100, heading=0)
    far_facing = camera(2, 0, 150, heading=180)
    assert not faces(near_away, PLACE)
    assert faces(far_facing, PLACE)
    assert [c.camera.id for c in nearest([near_away, far_facing], PLACE, 2)] == [
        far_facing.id,
        near_away.id,
    ]


def test_facing_counts_across_north() -> None:
    assert faces(camera(1, 180, 50, heading=350), PLACE)
    assert faces(camera(1, 180, 50, heading=10), PLACE)
    assert not faces(camera(1, 180, 50, heading=60), PLACE)


def test_only_online_cameras_within_reach_are_nearest() -> None:
    down = replace(camera(1, 0, 10, 180), state=CameraState.OFFLINE)
    unknown = replace(camera(2, 0, 20, 180), state=CameraState.UNKNOWN)
    abroad = camera(3, 0, 90_000, 180)
    assert nearest([down, unknown, abroad], PLACE, 9) == []


def test_a_spread_of_more_than_there_are_gives_what_there_is() -> None:
    cameras = build_store(grids=10, cameras=20, cases=0, alarms=0, units=0).cameras.values()
    online = [c.id for c in cameras if c.state is CameraState.ONLINE]
    assert sorted(spread(cameras, 64)) == sorted(online)
    assert spread([], 8) == []
    assert spread(cameras, 0) == []


@pytest.mark.parametrize("size", [(262, 173), (264, 87), (1900, 1000), (130, 42), (50, 400)])
@pytest.mark.parametrize("proportions", [(640, 360), (704, 576), (360, 640)])
def test_a_picture_keeps_its_proportions(
    size: tuple[int, int], proportions: tuple[int, int]
) -> None:
    where = fit(QSize(*size), *proportions)
    assert where.width() / where.height() == pytest.approx(
        proportions[0] / proportions[1], rel=0.05
    )
    assert where.width() <= size[0]
    assert where.height() * 0.87 <= size[1]
    asked = asked_size(QSize(*size), *proportions, 1.0)
    assert asked[0] % 2 == asked[1] % 2 == 0


def test_pictures_a_little_larger_are_not_scaled() -> None:
    where = fit(QSize(262, 173), 272, 153)
    plain = unscaled(where, 272, 153)
    assert plain is not None
    assert plain.size() == QSize(272, 153)
    assert abs(plain.center().x() - where.center().x()) <= 1
    assert unscaled(where, 640, 360) is None
    assert unscaled(where, 200, 112) is None


def test_the_cache_forgets_the_least_recently_used() -> None:
    cache = StillCache(kept=2)
    now = datetime.now(UTC)
    cache.keep("a", picture(4, 4), now)
    cache.keep("b", picture(4, 4), now)
    assert cache.get("a") is not None
    cache.keep("c", picture(4, 4), now)
    assert cache.get("b") is None
    assert cache.get("a") is not None


def test_a_still_outlives_the_memory_it_came_from() -> None:
    cache = StillCache()
    frame = picture(8, 8, fill=200)
    cache.keep("a", frame, datetime.now(UTC))
    frame.pixels[:] = bytes(len(frame.pixels))
    still = cache.get("a")
    assert still is not None
    assert still.image.pixelColor(3, 3).red() == 200


def test_large_stills_are_kept_small() -> None:
    cache = StillCache()
    cache.keep("a", picture(1920, 1080), datetime.now(UTC))
    still = cache.get("a")
    assert still is not None
    assert still.image.width() == MOST_WIDE


@pytest.mark.parametrize("name", list(LAYOUTS))
def test_every_layout_fits_on_the_board(name: str) -> None:
    board = Board(name)
    assert len(board.visible) == len(LAYOUTS[name].cells)


def test_room_prefers_free_then_no_alarm_then_milder_then_older() -> None:
    board = Board("4")
    for tile, level in enumerate((2, 0, 0, 1)):
        board.place(tile, f"camera-{tile}", level=level)
    assert board.room(1, lambda _: True) == 1
    board.slots[1].pinned = board.slots[2].pinned = True
    assert board.room(1, lambda _: True) == 0
    assert board.room(2, lambda _: True) is None
    assert board.room(0, lambda _: True) is None
    assert board.room(0, lambda _: False) == 0
    board.slots[3].clear()
    assert board.room(0, lambda _: True) == 3
