"""Everything one source is going to report: its scenario steps, its background, its telemetry."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial
from operator import attrgetter

from console.domain.district import District
from console.domain.geo import LonLat
from console.sim.agenda import in_order, merged
from console.sim.background import Occurrence, background
from console.sim.camera_platform import camera_statuses
from console.sim.conference import presences
from console.sim.history import history
from console.sim.occurrences import findings, progress, readings, reports
from console.sim.patrols import Patrols
from console.sim.planned import Planned
from console.sim.repertoire import Repertoire
from console.sim.scripted import moves_unit, reported_by, scripted
from console.sim.spots import Spots
from console.sim.timeline import Cue, run_name


class Plan:
    """The plans of a demo's sources. All of them are the same in every process for one `seed`.

    Only the units heed something from outside as well: `sent`, see `Patrols`.
    """

    def __init__(
        self,
        district: District,
        repertoire: Repertoire,
        *,
        started_at: float,
        seed: int,
        reports_per_minute: float,
        sent: Mapping[str, LonLat] | None = None,
    ) -> None:
        self._district = district
        self._repertoire = repertoire
        self._seed = seed
        self._run = run_name(started_at, seed)
        self._rate = reports_per_minute
        self._sent = sent
        self._spots = Spots(district.streets, district.communities, district.grids)

    def of(self, source: str) -> Iterator[Planned]:
        """The events of `source` in order of time; without end for most sources.

        Raises `KeyError` on a source that the demo does not have.
        """
        plans: dict[str, Callable[[], Iterator[Planned]]] = {
            "grid-app": self._grid_app,
            "hotline-12345": lambda: reports(self._day(), self._run, source),
            "liaison": lambda: reports(self._day(), self._run, source),
            "sensors-water": lambda: self._sensors(source),
            "sensors-safety": lambda: self._sensors(source),
            "analytics": lambda: findings(self._day(), self._district.cameras),
            "patrol-gps": self._patrols,
            "camera-platform": self._camera_platform,
            "conference": lambda: presences(self._district.venues, self._seed),
        }
        told = [
            scripted(cues, source)
            for cues in self._repertoire.cues(self._run, partial(reported_by, source))
        ]
        return merged(plans[source](), *told)

    def before(self, source: str, now: datetime) -> Iterator[Planned]:
        """The cases from before the demo that `source` hands over."""
        return history(self._spots, self._run, self._seed, now, source)

    def _day(self) -> Iterator[Occurrence]:
        return background(self._seed, self._spots, self._rate)

    def _grid_app(self) -> Iterator[Planned]:
        work = in_order(progress(self._day(), self._run, self._seed))
        return merged(reports(self._day(), self._run, "grid-app"), work)

    def _sensors(self, source: str) -> Iterator[Planned]:
        return in_order(readings(self._day(), self._district.sites, source))

    def _camera_platform(self) -> Iterator[Planned]:
        keep = self._repertoire.cameras()
        return camera_statuses(self._district.cameras, keep, self._seed)

    def _patrols(self) -> Iterator[Planned]:
        district = self._district
        beats = self._repertoire.beats()
        patrols = Patrols(
            district.units, district.roads, district.grids, beats, self._seed, self._sent
        )
        cues: Iterator[Cue] = heapq.merge(
            *self._repertoire.cues(self._run, moves_unit), key=attrgetter("at")
        )
        return patrols.positions(cues)
