"""Positions of all units once a second, with the scenarios' units sent and released on cue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from console.domain.area import Grid
from console.domain.geo import LonLat
from console.domain.place import Road
from console.domain.unit import Unit
from console.sim.beat import BEAT_M, Beat
from console.sim.dice import dice
from console.sim.plane import Plane
from console.sim.planned import Planned
from console.sim.road_network import RoadNetwork
from console.sim.timeline import Cue

SLICES = 4
"""A second's positions are reported in this many portions, so that none is a burst."""
CAST_BEAT_M = 350.0
"""Units of a scenario patrol this close to its place, so that they arrive as the story says."""


class Patrols:
    """All units of the district.

    `near` are places around which units patrol instead of around their home; `sent` are places that
    units are sent to by somebody else than the stories, read anew before every step.
    """

    def __init__(
        self,
        units: Sequence[Unit],
        roads: Iterable[Road],
        grids: Sequence[Grid],
        near: Mapping[str, LonLat],
        seed: int,
        sent: Mapping[str, LonLat] | None = None,
    ) -> None:
        network = RoadNetwork(roads, Plane(grids[0].centre))
        self._sent = sent if sent is not None else {}
        self._obeyed: dict[str, LonLat] = {}
        self._beats: dict[str, Beat] = {}
        for unit in units:
            chance = dice(seed, f"beat/{unit.id}")
            own = [one for one in grids if one.street == unit.street] or grids
            home = near.get(unit.id) or unit.place or chance.choice(own).centre
            radius = CAST_BEAT_M if unit.id in near else BEAT_M
            self._beats[unit.id] = Beat(unit, network, network.plane.point(home), radius, chance)

    def positions(self, cues: Iterable[Cue]) -> Iterator[Planned]:
        """`unit.position` events without end, one a second and unit."""
        beats = list(self._beats.values())
        waiting = iter(cues)
        cue = next(waiting, None)
        second = 0
        while beats:
            for part in range(SLICES):
                at = second + part / SLICES
                while cue is not None and cue.at <= at:
                    self._obey(cue)
                    cue = next(waiting, None)
                for beat in beats[part::SLICES]:
                    self._heed(beat)
                    yield Planned(at, "patrol-gps", "unit.position", beat.unit, 4, beat.after(1.0))
            second += 1

    def _heed(self, beat: Beat) -> None:
        """Send or release a unit where its orders from outside have changed."""
        place = self._sent.get(beat.unit)
        if place == self._obeyed.get(beat.unit):
            return
        if place is None:
            del self._obeyed[beat.unit]
            beat.release()
        else:
            self._obeyed[beat.unit] = place
            beat.send(place)

    def _obey(self, cue: Cue) -> None:
        parts = cue.play.cast.units
        if cue.step.send:
            self._beats[parts[cue.step.send].id].send(cue.play.cast.place)
        if cue.step.release:
            self._beats[parts[cue.step.release].id].release()
