"""An old man falls in front of a camera: from the finding to the operator who took notice."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.bootstrap.demo import Demo
from console.bootstrap.demo_template import DemoRecipe
from console.config import Folders, standard_folders
from console.domain.alarm import Alarm, AlarmState
from console.domain.case import Case
from console.domain.facts import Kind
from console.video.types import TileState
from tests.demo_process import DemoProcess
from widgets.app import Console, build
from widgets.wall.tile_report import TileReport

pytestmark = [pytest.mark.timeout(300), pytest.mark.expects_log("does not end")]

ALARMS_TAB = 0


@pytest.fixture
def console(demo: DemoProcess, qapp: QApplication) -> Iterator[Console]:
    """The demo's window in this process; everything around it in its own, as ever."""
    folders = Folders(demo.folder, standard_folders("demo").cache)
    surroundings = Demo(folders, DemoRecipe(20211128, demo.camera_port))
    surroundings.prepare(lambda *_: None)
    surroundings.start_hub()
    surroundings.workstation.wait_for_hub()
    setup = surroundings.console(
        language="zh_CN", theme="dark", engine="vlc", on_first_frame=surroundings.start_district
    )
    window = build(setup)
    window.start()
    yield window
    window.close()
    surroundings.close()


def _wait(condition: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        QTest.qWait(20)
    return condition()


def _fall(console: Console) -> Alarm | None:
    found = (one for one in console.store.alarms.values() if one.type == "video.finding")
    return next((one for one in found if one.case_type == "G02"), None)


def _case(console: Console, alarm: str) -> Case | None:
    return next((one for one in console.store.cases.values() if alarm in one.alarms), None)


def _tile_of(console: Console, camera: str) -> TileReport | None:
    return next((one for one in console.wall.tiles() if one.camera == camera), None)


def test_a_fall_seen_on_a_camera_reaches_the_operator(console: Console) -> None:
    store = console.store
    assert _wait(lambda: _fall(console) is not None, 60), "the finding becomes an alarm"
    alarm = _fall(console)
    assert alarm is not None
    assert alarm.level == 2
    assert alarm.state is AlarmState.UNACKNOWLEDGED

    model = console.parts.queue.view(ALARMS_TAB).model()
    rows = [
        model.index(row, 0).data(Qt.ItemDataRole.DisplayRole) for row in range(model.rowCount())
    ]
    assert any(alarm.title in str(row) for row in rows), rows

    seen = alarm.cameras[0]
    assert _wait(
        lambda: (
            (tile := _tile_of(console, seen)) is not None
            and (tile.state is TileState.LIVE and tile.painted > 5)
        ),
        30,
    ), "its camera is on the wall and live"

    console.parts.selection.select(Kind.ALARM, alarm.id)
    view = console.parts.queue.view(ALARMS_TAB)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert _wait(lambda: store.alarms[alarm.id].acknowledged_at is not None, 10)
    assert store.alarms[alarm.id].acknowledged_by == "陈某"

    assert console.actions.open_case_from(alarm.id)
    assert _wait(lambda: _case(console, alarm.id) is not None, 10), "a case is opened from it"
    case = _case(console, alarm.id)
    assert case is not None
    place = case.opening.place
    assert place is not None
    console.map.centre_on(place)
    console.map.settle()
    canvas = console.map.canvas
    middle = QPoint(canvas.width() // 2, canvas.height() // 2)
    hit = canvas.hit(middle)
    assert hit is not None
    assert hit.kind is Kind.CASE
    still = canvas.grab().toImage()
    assert _wait(lambda: canvas.grab().toImage() != still, 5), "the mark pulses"
