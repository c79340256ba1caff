"""One unit on its beat: it loops on the roads, goes where it is sent, and comes back."""

from __future__ import annotations

import math
from random import Random

from console.domain.bodies import UnitPosition
from console.domain.geo import LonLat
from console.domain.unit import Unit, UnitKind, UnitStatus
from console.sim.plane import Point
from console.sim.road_network import RoadNetwork

BEAT_M = 700.0
WAYPOINTS = 5
CRUISE = {UnitKind.PATROL: 5.0, UnitKind.VOLUNTEERS: 1.5, UnitKind.CITY_MANAGEMENT: 6.0}
"""Metres a second on patrol; the others drive."""
DRIVE = 8.0
URGENT = {UnitKind.VOLUNTEERS: 3.0, UnitKind.PATROL: 11.0}
"""Metres a second when sent; the others use the siren."""
SIREN = 16.0
AT_BASE = frozenset({UnitKind.FIRE, UnitKind.MEDICAL, UnitKind.REPAIR, UnitKind.DEPARTMENT})
"""Kinds that wait at their base until they are sent."""


class Beat:
    """The movement of one unit. `home` is where it belongs, in metres of the network's plane."""

    def __init__(
        self, unit: Unit, network: RoadNetwork, home: Point, radius: float, chance: Random
    ) -> None:
        self._unit = unit
        self._network = network
        self._chance = chance
        around = network.around(home, radius) or [network.nearest(home)]
        self._stops = [chance.choice(around) for _ in range(WAYPOINTS)]
        self._here: Point = self._stops[0]
        self._path: list[Point] = []
        self._next = 1
        self._heading = 0.0
        self._waits = unit.kind in AT_BASE
        self._task: Point | None = None
        self._status = UnitStatus.STANDBY if self._waits else UnitStatus.ON_PATROL

    @property
    def unit(self) -> str:
        """The unit's id."""
        return self._unit.id

    def send(self, place: LonLat) -> None:
        """Go to `place` by road."""
        self._task = self._network.plane.point(place)
        self._status = UnitStatus.EN_ROUTE
        self._path = [*self._way_to(self._network.nearest(self._task)), self._task]

    def release(self) -> None:
        """Go back to the beat or the base."""
        self._task = None
        self._status = UnitStatus.ON_PATROL
        self._next = 0
        self._path = []

    def after(self, seconds: float) -> UnitPosition:
        """Where the unit is `seconds` later."""
        before = self._here
        speed = self._speed()
        self._walk(speed * seconds)
        gone = math.dist(before, self._here)
        if gone > 0.01:
            east, north = self._here[0] - before[0], self._here[1] - before[1]
            self._heading = math.degrees(math.atan2(east, north)) % 360
        place = self._network.place(self._here)
        return UnitPosition(
            unit=self._unit.id,
            lon=round(place.lon, 6),
            lat=round(place.lat, 6),
            speed=round(gone / seconds, 1),
            heading=round(self._heading, 1),
            status=self._status,
        )

    def _speed(self) -> float:
        kind = self._unit.kind
        if self._status is UnitStatus.EN_ROUTE:
            return URGENT.get(kind, SIREN)
        moving = self._status is UnitStatus.ON_PATROL
        return CRUISE.get(kind, DRIVE) * self._chance.uniform(0.8, 1.1) if moving else 0.0

    def _walk(self, metres: float) -> None:
        while metres > 0:
            if not self._path and not self._choose_way():
                return
            step = math.dist(self._here, self._path[0])
            if step > metres:
                share = metres / step
                ahead = self._path[0]
                self._here = (
                    self._here[0] + share * (ahead[0] - self._here[0]),
                    self._here[1] + share * (ahead[1] - self._here[1]),
                )
                return
            metres -= step
            self._here = self._path.pop(0)

    def _choose_way(self) -> bool:
        """Set the next leg; False where the unit stays."""
        if self._task is not None:
            self._status = UnitStatus.ON_SCENE
            return False
        if self._waits and self._here == self._stops[0]:
            self._status = UnitStatus.STANDBY
            return False
        goal = self._stops[0 if self._waits else self._next % len(self._stops)]
        self._next += 1
        self._path = self._way_to(goal)
        return len(self._path) > 0 and (len(self._path) > 1 or self._path[0] != self._here)

    def _way_to(self, goal: Point) -> list[Point]:
        return self._network.route(self._network.nearest(self._here), goal)
