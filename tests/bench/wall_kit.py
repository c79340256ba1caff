"""What the benches of the video wall share: simulated cameras, the real wall, processor time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import platformdirs
import psutil
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from console.client.store import Store
from console.domain.camera import CameraState
from console.domain.facts import Fact, Kind
from console.video.fleet import Fleet
from console.video.types import Engine, TileState
from tests.builders import NOW, build_store
from widgets.selection import Selection
from widgets.theme import Theme
from widgets.wall.tile import Tile
from widgets.wall.wall_panel import WallPanel

ROOT = Path(__file__).parents[2]


@contextmanager
def cameras() -> Iterator[str]:
    """Run the camera simulator; yields its address."""
    cache = Path(platformdirs.user_cache_dir("wangge-console")) / "bench-cameras"
    cache.mkdir(parents=True, exist_ok=True)
    with subprocess.Popen(
        [sys.executable, "-m", "console.sim.cameras.process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    ) as process:
        stdin, stdout = process.stdin, process.stdout
        if stdin is None or stdout is None:
            raise RuntimeError
        stdin.write(json.dumps({"cache_folder": str(cache)}) + "\n")
        stdin.flush()
        try:
            for line in stdout:
                message = json.loads(line)
                if message.get("ready"):
                    yield f"http://127.0.0.1:{message['port']}"
                    break
        finally:
            stdin.close()
            process.wait(10)


def streams(address: str, tiles: int, profile: str) -> list[str]:
    """As many camera addresses."""
    return [f"{address}/cam/4202040013132000{tile:04d}/{profile}" for tile in range(tiles)]


@dataclass(frozen=True)
class Wall:
    """The real wall in a window of its own, playing."""

    app: QApplication
    panel: WallPanel
    fleet: Fleet

    @property
    def tiles(self) -> list[Tile]:
        return self.panel.grid.shown()

    def live(self) -> int:
        """How many tiles play and were painted."""
        states = [(self.fleet.status(tile.player).state, tile.sequence) for tile in self.tiles]
        return sum(state is TileState.LIVE and sequence > 0 for state, sequence in states)

    def run(self, seconds: float, until: Callable[[], bool] | None = None) -> bool:
        """Let the window live for `seconds`, or until a condition holds; says whether it did."""
        loop, met = QEventLoop(), False

        def check() -> None:
            nonlocal met
            if until is not None and until():
                met = True
                loop.quit()

        QTimer.singleShot(int(seconds * 1000), loop.quit)
        checks = QTimer()
        checks.timeout.connect(check)
        if until is not None:
            checks.start(100)
        loop.exec()
        return met


@contextmanager
def wall(engine: Engine, urls: Sequence[str], size: tuple[int, int]) -> Iterator[Wall]:
    """Show `urls` on the real wall panel, offscreen."""
    app = cast(QApplication, QApplication.instance() or QApplication([]))
    with tempfile.TemporaryDirectory() as folder:
        fleet = Fleet(engine, Path(folder))
        fleet.start()
        panel = WallPanel(
            _store(urls), Selection(), Theme(ROOT / "resources" / "theme", "dark"), fleet
        )
        try:
            panel.set_layout(str(len(urls)))
            panel.resize(*size)
            panel.show()
            yield Wall(app, panel, fleet)
        finally:
            panel.close()
            fleet.close()


def _store(urls: Sequence[str]) -> Store:
    model = build_store(grids=4, cameras=len(urls), cases=0, alarms=0, units=0)
    facts = []
    for camera, url in zip(model.cameras.values(), urls, strict=True):
        row = replace(camera, sub_url=url, main_url=url, state=CameraState.ONLINE)
        facts.append(Fact(0, "Snapshot", NOW, Kind.CAMERA, row.id, row))
    store = Store()
    store.replace(facts, 1)
    return store


def cpu_seconds(pids: Iterable[int]) -> float:
    """Processor time that these processes have used so far."""
    total = 0.0
    for pid in pids:
        times = psutil.Process(pid).cpu_times()
        total += times.user + times.system
    return total
