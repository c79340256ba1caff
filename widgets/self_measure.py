"""What the running window measures about itself, for the report of a demo."""

from __future__ import annotations

import psutil
from PySide6.QtCore import QObject, QTimer

from console.client.store import Store
from console.domain.link import LinkState
from console.video.types import TileState
from widgets.gui_lag import GuiLag
from widgets.seen import Figures
from widgets.wall.tile_report import TileReport
from widgets.wall.wall_panel import WallPanel

SETTLE_MS = 3000
"""Start-up is measured as `start_s`; lag and tiles count from here on."""
SAMPLE_MS = 500


class SelfMeasure(QObject):
    """Samples tiles and lag from `start` on."""

    def __init__(self, store: Store, wall: WallPanel, player: str, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._wall = wall
        self._player = player
        self._lag = GuiLag(self)
        self._oldest_ms = 0.0
        self._sampling = QTimer(self, interval=SAMPLE_MS)
        self._sampling.timeout.connect(self._sample)

    def start(self) -> None:
        """Begin when the start-up is over."""
        QTimer.singleShot(SETTLE_MS, self, self._begin)

    def figures(self) -> Figures:
        """What was measured so far, and what is on the screen now."""
        tiles = self._wall.tiles()
        links = self._store.links.values()
        health = self._store.health
        return Figures(
            sources_up=sum(link.state is LinkState.UP for link in links),
            sources=len(links),
            events=health.events_total if health else 0,
            alarms=sum(alarm.open for alarm in self._store.alarms.values()),
            cases=sum(case.open for case in self._store.cases.values()),
            grids=len(self._store.grids),
            cameras=len(self._store.cameras),
            units=len(self._store.units),
            tiles=len(tiles),
            tiles_live=len(_live(tiles)),
            tile_fps_min=round(min((tile.fps for tile in tiles), default=0.0), 1),
            frame_age_max_ms=round(self._oldest_ms, 1),
            gui_lag_p99_ms=round(self._lag.percentile_ms(0.99), 2),
            gui_rss_mb=round(psutil.Process().memory_info().rss / 2**20, 1),
            player=self._player,
        )

    def _begin(self) -> None:
        self._lag.start()
        self._sampling.start()

    def _sample(self) -> None:
        ages = [tile.frame_age_ms or 0.0 for tile in _live(self._wall.tiles())]
        self._oldest_ms = max([self._oldest_ms, *ages])


def _live(tiles: tuple[TileReport, ...]) -> list[TileReport]:
    return [tile for tile in tiles if tile.state is TileState.LIVE]
