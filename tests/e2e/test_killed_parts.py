"""Parts of a running demo are killed: the window says so, and comes back with nothing lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.bootstrap.demo import Demo
from console.bootstrap.demo_template import DemoRecipe
from console.config import Folders, standard_folders
from console.domain.link import LinkState
from console.video.types import TileState
from tests.demo_process import DemoProcess
from widgets.app import Console, build

pytestmark = [
    pytest.mark.timeout(200),
    pytest.mark.expects_log("does not end|ended with|could not|refused"),
]

DOWN_S = 3.5


@dataclass(frozen=True)
class Running:
    """The window in this process, everything around it in its own."""

    console: Console
    around: Demo


@pytest.fixture
def running(demo: DemoProcess, qapp: QApplication) -> Iterator[Running]:
    folders = Folders(demo.folder, standard_folders("demo").cache)
    around = Demo(folders, DemoRecipe(20211128, demo.camera_port))
    around.prepare(lambda *_: None)
    around.start_hub()
    around.workstation.wait_for_hub()
    setup = around.console(
        language="en", theme="dark", engine="vlc", on_first_frame=around.start_district
    )
    console = build(setup)
    console.start()
    yield Running(console, around)
    console.close()
    around.close()


def _wait(condition: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        QTest.qWait(20)
    return condition()


def _live(console: Console) -> int:
    return sum(one.state is TileState.LIVE for one in console.wall.tiles())


def _all_up(console: Console) -> bool:
    links = list(console.store.links.values())
    return len(links) == 9 and all(one.state is LinkState.UP for one in links)


def _missing(folder: Path) -> list[str]:
    """Sources with a hole in what is stored of them."""
    with closing(sqlite3.connect(f"file:{folder / 'hub.db'}?mode=ro", uri=True)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        holes = "max(seq) - min(seq) + 1 - count(*) FROM event GROUP BY src, ep"
        return [src for src, holes in database.execute(f"SELECT src, {holes}") if holes]


def test_a_killed_hub_is_told_at_once_and_comes_back(running: Running) -> None:
    console, station = running.console, running.around.workstation
    assert _wait(lambda: _all_up(console) and bool(console.store.cases), 60)
    case = next(iter(console.store.cases))

    killed = station.pids()["hub"]
    os.kill(killed, signal.SIGKILL)
    began = time.monotonic()
    assert _wait(lambda: not console.parts.fresh.up, DOWN_S)
    assert time.monotonic() - began <= DOWN_S
    assert console.parts.link_banner.isVisible()
    assert "No connection to the hub" in console.parts.link_banner.text()
    assert console.actions.note(case, "written while the hub was away")

    assert _wait(lambda: console.parts.fresh.up, 30), "the supervisor starts it again"
    assert station.pids()["hub"] != killed
    assert _wait(lambda: not console.parts.link_banner.isVisible(), 5)
    assert _wait(lambda: _all_up(console), 30), {
        one.source: one.state for one in console.store.links.values()
    }
    assert _wait(lambda: not console.actions.is_pending(case), 10), "the note was answered"
    log = console.store.cases[case].log
    assert any("written while the hub was away" in entry.note for entry in log)
    assert not _missing(running.around.folders.data)
    assert all(one.gaps == 0 for one in console.store.links.values())


def test_killed_cameras_are_told_on_their_tiles_and_come_back(running: Running) -> None:
    console, station = running.console, running.around.workstation
    assert _wait(lambda: (tiles := console.wall.tiles()) and _live(console) == len(tiles), 60)
    os.kill(station.pids()["cameras"], signal.SIGKILL)
    assert _wait(lambda: _live(console) == 0, 12), [one.state for one in console.wall.tiles()]
    assert _wait(lambda: _live(console) == len(console.wall.tiles()), 60), [
        one.state for one in console.wall.tiles()
    ]
