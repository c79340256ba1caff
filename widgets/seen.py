"""What was seen of a run: plain values, light to import before Qt is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of one run; milliseconds, frames a second, MiB."""

    sources_up: int
    sources: int
    events: int
    alarms: int
    cases: int
    grids: int
    cameras: int
    units: int
    tiles: int
    tiles_live: int
    tile_fps_min: float
    frame_age_max_ms: float
    gui_lag_p99_ms: float
    gui_rss_mb: float
    player: str

    @property
    def healthy(self) -> bool:
        """Whether all sources are up and all tiles live."""
        return 0 < self.sources == self.sources_up and 0 < self.tiles == self.tiles_live


@dataclass(slots=True)
class Seen:
    """Filled in while a console runs.

    `start_s` is process start to first usable frame, `closing` the moment (monotonic seconds) its
    window began to close, `figures` what it measured at that moment.
    """

    start_s: float = 0.0
    closing: float = 0.0
    figures: Figures | None = None
