from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QDropEvent
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from console.client.store import Store
from console.domain.alarm import Alarm, AlarmState
from console.domain.camera import CameraState
from console.domain.facts import Fact, Kind
from console.video.types import TileState
from tests.builders import NOW, build_store
from tests.widgets.fake_fleet import FakeFleet
from widgets.selection import Selected, Selection
from widgets.theme import Theme
from widgets.wall.board import TILES
from widgets.wall.wall_grid import CAMERA_MIME, TILE_MIME
from widgets.wall.wall_panel import WallPanel
from widgets.wall.wall_state import Placed, WallState


@pytest.fixture
def store() -> Store:
    return build_store(grids=40, cameras=200, cases=2, alarms=0, units=0)


@pytest.fixture
def fleet() -> FakeFleet:
    return FakeFleet()


@pytest.fixture
def wall(
    qtbot: QtBot, store: Store, selection: Selection, theme: Theme, fleet: FakeFleet
) -> Iterator[WallPanel]:
    panel = WallPanel(store, selection, theme, fleet)
    qtbot.addWidget(panel)
    panel.resize(1068, 400)
    panel.show()
    qtbot.waitUntil(lambda: len(fleet.shown) == 8 and all(tile.live for tile in panel.grid.shown()))
    yield panel
    panel.close()


def cameras_on(wall: WallPanel) -> list[str]:
    return [report.camera for report in wall.tiles()]


def unused(wall: WallPanel, store: Store, state: CameraState = CameraState.ONLINE) -> str:
    on = set(cameras_on(wall))
    return next(c.id for c in store.cameras.values() if c.state is state and c.id not in on)


def drop(wall: WallPanel, tile: int, mime: str, payload: str) -> None:
    data = QMimeData()
    data.setData(mime, QByteArray(payload.encode()))
    where = QPointF(wall.grid.tiles[tile].geometry().center())
    wall.grid.dropEvent(
        QDropEvent(
            where,
            Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def color_in(wall: WallPanel, tile: int, at: tuple[float, float] = (0.5, 0.3)) -> QColor:
    shot = wall.grid.tiles[tile].grab().toImage()
    return shot.pixelColor(int(shot.width() * at[0]), int(shot.height() * at[1]))


def raise_alarm(wall: WallPanel, store: Store, level: int, cameras: tuple[str, ...]) -> Alarm:
    base = build_store(grids=5, cameras=0, cases=0, alarms=1, units=0).alarms["alarm-1"]
    key = f"new-{store.gseq + 1}"
    place = store.cameras[cameras[0]].place
    alarm = replace(base, id=key, level=level, cameras=cameras, place=place)
    fact = Fact(store.gseq + 1, "AlarmRaised", NOW, Kind.ALARM, key, alarm)
    wall.apply(store.apply([fact]))
    return alarm


def test_first_wall_is_spread_over_the_streets(wall: WallPanel, store: Store) -> None:
    on = [store.cameras[key] for key in cameras_on(wall)]
    assert len(on) == 8
    assert all(camera.state is CameraState.ONLINE for camera in on)
    assert {camera.street for camera in on} == {c.street for c in store.cameras.values()}
    assert wall.head.counts == (8, 8)


def test_first_wall_begins_with_the_worst_alarms(
    qtbot: QtBot, selection: Selection, theme: Theme, fleet: FakeFleet
) -> None:
    store = build_store(grids=40, cameras=400, cases=0, alarms=6, units=0)
    panel = WallPanel(store, selection, theme, fleet)
    qtbot.addWidget(panel)
    first, second = panel.grid.tiles[0].slot, panel.grid.tiles[1].slot
    worst = {alarm.id for alarm in store.alarms.values() if alarm.level == 1}
    assert {first.alarm, second.alarm} <= worst
    assert first.level == second.level == 1


def test_a_store_filled_later_fills_the_wall(
    qtbot: QtBot, store: Store, selection: Selection, theme: Theme, fleet: FakeFleet
) -> None:
    late = Store()
    panel = WallPanel(late, selection, theme, fleet)
    qtbot.addWidget(panel)
    assert panel.tiles() == ()
    rows = [Fact(0, "Snapshot", NOW, Kind.CAMERA, c.id, c) for c in store.cameras.values()]
    panel.apply(late.replace(rows, 5))
    assert len(panel.tiles()) == 8


def test_a_dropped_camera_plays_on_that_tile(
    wall: WallPanel, store: Store, fleet: FakeFleet
) -> None:
    camera = unused(wall, store)
    drop(wall, 3, CAMERA_MIME, camera)
    assert cameras_on(wall)[3] == camera
    stream = fleet.shown[wall.grid.tiles[3].slot.player][0]
    assert stream.url == store.cameras[camera].sub_url


def test_a_camera_already_on_the_wall_moves(wall: WallPanel) -> None:
    before = cameras_on(wall)
    drop(wall, 3, CAMERA_MIME, before[6])
    assert cameras_on(wall)[3] == before[6]
    assert cameras_on(wall)[6] == before[3]


@pytest.mark.parametrize("payload", ["", "nonsense", "99999999999999999999"])
def test_nonsense_dropped_changes_nothing(wall: WallPanel, payload: str) -> None:
    before = cameras_on(wall)
    drop(wall, 3, CAMERA_MIME, payload)
    drop(wall, 3, TILE_MIME, payload)
    assert cameras_on(wall) == before


def test_tiles_swap_without_a_new_connection(wall: WallPanel, fleet: FakeFleet) -> None:
    before = cameras_on(wall)
    fleet.calls.clear()
    drop(wall, 5, TILE_MIME, "0")
    after = cameras_on(wall)
    assert (after[0], after[5]) == (before[5], before[0])
    assert fleet.calls == []
    assert all(tile.live for tile in wall.grid.shown())


def test_only_tiles_with_a_new_picture_are_painted(
    qtbot: QtBot, wall: WallPanel, fleet: FakeFleet
) -> None:
    wall.grid.poll.run(on=False)
    qtbot.wait(60)
    before = [tile.painted for tile in wall.grid.shown()]
    fleet.play(wall.grid.tiles[2].slot.player)
    wall.grid.poll.tick()
    qtbot.waitUntil(lambda: wall.grid.tiles[2].painted > before[2])
    assert [t.painted - b for t, b in zip(wall.grid.shown(), before, strict=True)] == [
        0, 0, 1, 0, 0, 0, 0, 0
    ]  # fmt: skip


def test_a_new_picture_reaches_the_screen(qtbot: QtBot, wall: WallPanel, fleet: FakeFleet) -> None:
    fleet.play(wall.grid.tiles[2].slot.player, QColor("#FF00FF"))
    qtbot.waitUntil(lambda: color_in(wall, 2) == QColor("#FF00FF"))


@pytest.mark.parametrize(
    ("state", "headline", "short"),
    [
        (TileState.CONNECTING, "Connecting", "connecting"),
        (TileState.LATE, "Picture late", "late"),
        (TileState.FROZEN, "Picture frozen", "frozen"),
        (TileState.NO_PICTURE, "Connected, no picture", "no picture"),
        (TileState.REFUSED, "Camera refuses access", "refused"),
        (TileState.GONE, "Camera not reachable", "gone"),
    ],
)
def test_every_trouble_is_said_over_a_dimmed_still(
    qtbot: QtBot,
    wall: WallPanel,
    fleet: FakeFleet,
    state: TileState,
    headline: str,
    short: str,
) -> None:
    tile = wall.grid.tiles[2]
    fleet.play(tile.slot.player, QColor("#FF00FF"))
    qtbot.waitUntil(lambda: color_in(wall, 2, (0.9, 0.2)) == QColor("#FF00FF"))
    last = datetime.now(UTC) - timedelta(seconds=14)
    fleet.say(tile.slot.player, state, last_frame_at=last)
    qtbot.waitUntil(lambda: tile.words is not None)
    assert tile.words is not None
    assert tile.words.headline == headline
    assert tile.words.short.startswith(short)
    assert last.astimezone().strftime("%H:%M:%S") in tile.words.detail
    dimmed = color_in(wall, 2, (0.9, 0.2))
    assert dimmed.green() < dimmed.red() < 140
    qtbot.waitUntil(lambda: wall.head.counts == (7, 8), timeout=2000)


def test_a_late_picture_is_not_shown_as_fresh(
    qtbot: QtBot, wall: WallPanel, fleet: FakeFleet
) -> None:
    tile = wall.grid.tiles[1]
    fleet.say(tile.slot.player, TileState.LIVE, frame_age_ms=900.0)
    qtbot.waitUntil(lambda: tile.age == "0.9 s")
    fleet.say(tile.slot.player, TileState.LATE, frame_age_ms=2300.0)
    qtbot.waitUntil(lambda: tile.words is not None)


def test_reconnecting_says_which_attempt(qtbot: QtBot, wall: WallPanel, fleet: FakeFleet) -> None:
    tile = wall.grid.tiles[1]
    fleet.say(tile.slot.player, TileState.CONNECTING, attempt=3)
    qtbot.waitUntil(lambda: tile.words is not None)
    assert tile.words is not None
    assert tile.words.headline == "Reconnecting (attempt 3)"


def test_an_offline_camera_is_said_to_be(
    qtbot: QtBot, wall: WallPanel, store: Store, fleet: FakeFleet
) -> None:
    fleet.autoplay = False
    wall.show_camera(0, unused(wall, store, CameraState.OFFLINE))
    tile = wall.grid.tiles[0]
    assert tile.words is not None
    assert tile.words.headline == "Camera offline"


def test_a_layout_switch_shows_the_last_still_at_once(
    qtbot: QtBot, wall: WallPanel, fleet: FakeFleet
) -> None:
    player = wall.grid.tiles[7].slot.player
    fleet.play(player, QColor("#FF00FF"))
    qtbot.waitUntil(lambda: color_in(wall, 7, (0.9, 0.2)) == QColor("#FF00FF"))
    wall.set_layout("4")
    assert player not in fleet.shown
    fleet.autoplay = False
    wall.set_layout("8")
    assert player in fleet.shown
    dimmed = color_in(wall, 7, (0.9, 0.2))
    assert dimmed.green() < dimmed.red()


def test_another_camera_never_inherits_the_picture(
    qtbot: QtBot, wall: WallPanel, store: Store, fleet: FakeFleet
) -> None:
    fleet.play(wall.grid.tiles[2].slot.player, QColor("#FF00FF"))
    qtbot.waitUntil(lambda: color_in(wall, 2) == QColor("#FF00FF"))
    fleet.autoplay = False
    wall.show_camera(2, unused(wall, store))
    shown = color_in(wall, 2, (0.9, 0.2))
    assert shown.red() <= shown.green()


def test_a_wall_put_back_never_inherits_a_picture(
    qtbot: QtBot, wall: WallPanel, store: Store, fleet: FakeFleet
) -> None:
    before = cameras_on(wall)
    fleet.play(wall.grid.tiles[2].slot.player, QColor("#FF00FF"))
    qtbot.waitUntil(lambda: color_in(wall, 2) == QColor("#FF00FF"))
    fleet.autoplay = False
    other = unused(wall, store)
    wall.restore(WallState("8", (Placed(2, other),)))
    shown = color_in(wall, 2, (0.9, 0.2))
    assert shown.red() <= shown.green(), "nothing is known of this camera's picture"
    wall.restore(WallState("8", (Placed(2, before[2]),)))
    shown = color_in(wall, 2, (0.9, 0.2))
    assert shown.red() > shown.green(), "the still of the camera that was here before"


def test_enlarging_asks_for_the_main_stream_beside_the_small_one(
    qtbot: QtBot, wall: WallPanel, store: Store, fleet: FakeFleet
) -> None:
    camera = store.cameras[cameras_on(wall)[1]]
    small = wall.grid.tiles[1].slot.player
    fleet.autoplay = False
    middle = wall.grid.tiles[1].geometry().center()
    qtbot.mouseDClick(wall.grid, Qt.MouseButton.LeftButton, pos=middle)
    assert fleet.shown[TILES][0].url == camera.main_url
    assert fleet.shown[small][0].url == camera.sub_url
    assert wall.grid.tiles[1].player == small, "the small stream goes on until the main one is live"
    assert [tile.index for tile in wall.grid.shown()] == [1]
    fleet.play(TILES)
    qtbot.waitUntil(lambda: wall.grid.tiles[1].player == TILES)
    qtbot.mouseDClick(wall.grid, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert TILES not in fleet.shown
    assert len(wall.grid.shown()) == 8
    assert wall.grid.tiles[1].player == small


def test_a_new_alarm_brings_its_cameras_with_the_reason(wall: WallPanel, store: Store) -> None:
    linked = (unused(wall, store),)
    raise_alarm(wall, store, 2, linked)
    tile = cameras_on(wall).index(linked[0])
    slot = wall.grid.tiles[tile].slot
    assert slot.level == 2
    assert slot.reason.startswith("Alarm at")


def test_a_milder_alarm_changes_nothing(wall: WallPanel, store: Store) -> None:
    before = cameras_on(wall)
    raise_alarm(wall, store, 3, (unused(wall, store),))
    assert cameras_on(wall) == before


def test_pinned_tiles_are_never_given_away(wall: WallPanel, store: Store) -> None:
    kept = cameras_on(wall)
    for tile in range(8):
        if tile != 4:
            wall.pin(tile)
    for _ in range(3):
        raise_alarm(wall, store, 1, (unused(wall, store),))
    now = cameras_on(wall)
    assert [c for i, c in enumerate(now) if i != 4] == [c for i, c in enumerate(kept) if i != 4]
    assert now[4] != kept[4]
    wall.pin(4)
    held = cameras_on(wall)
    raise_alarm(wall, store, 1, (unused(wall, store),))
    assert wall.show_in_free_tile(unused(wall, store), "why") is None
    assert cameras_on(wall) == held


def test_a_milder_alarm_does_not_push_out_a_worse_one(wall: WallPanel, store: Store) -> None:
    wall.set_layout("1")
    worst = unused(wall, store)
    raise_alarm(wall, store, 1, (worst,))
    raise_alarm(wall, store, 2, (unused(wall, store),))
    assert cameras_on(wall) == [worst]


def test_the_frame_goes_when_the_alarm_is_over(wall: WallPanel, store: Store) -> None:
    camera = unused(wall, store)
    alarm = raise_alarm(wall, store, 1, (camera,))
    over = replace(alarm, state=AlarmState.NORMAL)
    fact = Fact(store.gseq + 1, "AlarmAcknowledged", NOW, Kind.ALARM, alarm.id, over)
    wall.apply(store.apply([fact]))
    tile = cameras_on(wall).index(camera)
    assert wall.grid.tiles[tile].slot.level == 0


def test_nearest_cameras_fill_the_wall_with_the_reason(wall: WallPanel, store: Store) -> None:
    place = store.cameras[unused(wall, store)].place
    wall.clear(2)
    wall.pin(0)
    kept = cameras_on(wall)[0]
    tiles = wall.fill_nearest(place, 4, "from g137")
    assert len(tiles) == 4
    assert 2 in tiles
    assert cameras_on(wall)[0] == kept
    assert all(wall.grid.tiles[t].slot.reason.startswith("from g137 ") for t in tiles)
    on = [store.cameras[wall.grid.tiles[t].slot.camera] for t in tiles]
    assert all(camera.state is CameraState.ONLINE for camera in on)


def test_keys_work_the_wall(
    qtbot: QtBot, wall: WallPanel, fleet: FakeFleet, selection: Selection
) -> None:
    before = cameras_on(wall)
    wall.activateWindow()
    wall.grid.setFocus()
    qtbot.waitUntil(wall.grid.hasFocus)
    qtbot.keyClick(wall.grid, Qt.Key.Key_3)
    assert wall.grid.tiles[2].current
    assert selection.current == Selected(Kind.CAMERA, before[2])
    assert wall.grid.tiles[2].selected
    qtbot.keyClick(wall.grid, Qt.Key.Key_P)
    assert wall.grid.tiles[2].slot.pinned
    qtbot.keyClick(wall.grid, Qt.Key.Key_Return)
    assert wall.grid.enlarged == 2
    qtbot.keyClick(wall.grid, Qt.Key.Key_Escape)
    assert wall.grid.enlarged is None
    qtbot.keyClick(wall.grid, Qt.Key.Key_Right)
    qtbot.keyClick(wall.grid, Qt.Key.Key_Down)
    assert wall.grid.current == 7
    qtbot.keyClick(wall.grid, Qt.Key.Key_Delete)
    assert len(wall.tiles()) == 7
    assert 7 not in [report.tile for report in wall.tiles()]


def test_a_selected_camera_is_marked_on_its_tile(wall: WallPanel, selection: Selection) -> None:
    selection.select(Kind.CAMERA, cameras_on(wall)[6])
    assert [tile.selected for tile in wall.grid.shown()].index(True) == 6
    selection.clear()
    assert not any(tile.selected for tile in wall.grid.shown())


def test_the_menu_goes_to_the_map(wall: WallPanel, selection: Selection) -> None:
    wall.grid.menu_wanted.emit(1, QPoint(10, 10))
    menu = wall.findChild(QMenu, "tileMenu")
    assert menu is not None
    action = next(a for a in menu.actions() if a.text() == "Show on the map")
    action.trigger()
    assert selection.current == Selected(Kind.CAMERA, cameras_on(wall)[1], wanted=True)
    menu.close()


def test_the_wall_is_put_back_as_it_was(
    qtbot: QtBot, wall: WallPanel, store: Store, selection: Selection, theme: Theme
) -> None:
    wall.set_layout("9")
    wall.clear(1)
    wall.pin(3)
    kept = wall.state()
    other = WallPanel(store, selection, theme, FakeFleet())
    qtbot.addWidget(other)
    other.restore(kept)
    assert other.state() == kept
    assert kept.layout == "9"
    assert 1 not in [placed.tile for placed in kept.placed]


def test_a_kept_wall_of_another_version_does_no_harm(wall: WallPanel, store: Store) -> None:
    camera = unused(wall, store)
    wall.restore(WallState("7x7", (Placed(900, camera), Placed(1, "gone"), Placed(2, camera))))
    assert wall.state().layout == "8"
    assert cameras_on(wall) == ["gone", camera]


def test_a_larger_layout_is_filled_until_somebody_arranges_the_wall(wall: WallPanel) -> None:
    wall.set_layout("9")
    assert len(wall.tiles()) == 9
    wall.clear(0)
    wall.set_layout("16")
    assert len(wall.tiles()) == 8


def test_a_hidden_wall_does_not_look(qtbot: QtBot, wall: WallPanel, fleet: FakeFleet) -> None:
    wall.hide()
    looks = fleet.looks
    for player in list(fleet.shown):
        fleet.play(player)
    qtbot.wait(100)
    assert fleet.looks == looks


def test_a_closed_wall_decodes_nothing_until_it_is_opened_again(
    qtbot: QtBot, wall: WallPanel, fleet: FakeFleet
) -> None:
    on = cameras_on(wall)
    wall.enlarge(1)
    assert len(fleet.shown) == 9
    wall.hide()
    qtbot.waitUntil(lambda: not fleet.shown)
    wall.set_layout("9")
    assert not fleet.shown
    wall.show()
    qtbot.waitUntil(lambda: set(on) <= {stream.camera for stream, _, _ in fleet.shown.values()})


def test_a_wall_that_is_only_moved_goes_on(wall: WallPanel, fleet: FakeFleet) -> None:
    calls = len(fleet.calls)
    wall.hide()
    wall.show()
    assert len(fleet.calls) == calls


def test_a_wall_nobody_arranged_is_not_kept(wall: WallPanel, store: Store) -> None:
    assert wall.state() == WallState("8")
    wall.pin(0)
    assert [placed.camera for placed in wall.state().placed] == cameras_on(wall)


def test_cameras_taken_out_of_the_district_are_not_put_back(
    qtbot: QtBot, store: Store, selection: Selection, theme: Theme, fleet: FakeFleet
) -> None:
    known = next(iter(store.cameras))
    late = Store()
    panel = WallPanel(late, selection, theme, fleet)
    qtbot.addWidget(panel)
    panel.restore(WallState("4", (Placed(0, "34020000001310000000"), Placed(2, known))))
    rows = [Fact(0, "Snapshot", NOW, Kind.CAMERA, c.id, c) for c in store.cameras.values()]
    panel.apply(late.replace(rows, 5))
    assert [(report.tile, report.camera) for report in panel.tiles()] == [(2, known)]


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"layout": 5}', "\x00"])
def test_a_kept_wall_that_cannot_be_read_is_the_default(text: str) -> None:
    assert WallState.from_text(text) == WallState()


def test_an_enlarged_tile_is_not_taken_by_an_alarm(wall: WallPanel, store: Store) -> None:
    wall.set_layout("1")
    looked_at = cameras_on(wall)
    wall.enlarge(0)
    raise_alarm(wall, store, 1, (unused(wall, store),))
    assert cameras_on(wall) == looked_at


def test_old_alarms_do_not_disturb_a_wall_put_back(
    qtbot: QtBot, selection: Selection, theme: Theme
) -> None:
    filled = build_store(grids=40, cameras=400, cases=0, alarms=6, units=0)
    camera = next(c.id for c in filled.cameras.values() if c.state is CameraState.ONLINE)
    late = Store()
    panel = WallPanel(late, selection, theme, FakeFleet())
    qtbot.addWidget(panel)
    kept = WallState("4", (Placed(0, camera), Placed(1, "42029901001310000009")))
    panel.restore(kept)
    rows = [Fact(0, "Snapshot", NOW, Kind.CAMERA, c.id, c) for c in filled.cameras.values()]
    rows += [Fact(0, "Snapshot", NOW, Kind.ALARM, a.id, a) for a in filled.alarms.values()]
    panel.apply(late.replace(rows, 5))
    assert panel.state() == kept
