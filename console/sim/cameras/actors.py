"""What moves in a scene: cars, buses, people, e-bikes, and one who falls."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from console.sim.cameras.color import Color


class Kind(StrEnum):
    """What an actor is."""

    CAR = "car"
    VAN = "van"
    BUS = "bus"
    TRAIN = "train"
    WALKER = "walker"
    FALLER = "faller"
    RIDER = "rider"


@dataclass(frozen=True, slots=True)
class Pose:
    """Where an actor is and how: metres, radians clockwise from straight ahead, 0–1."""

    x: float
    z: float
    heading: float
    step: float
    fallen: float = 0.0
    moving: bool = True


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor that goes from (x0, z0) to (x1, z1) and begins again, seamlessly in a loop.

    It passes `laps` times a loop, shifted by `phase` (0–1). Between `stop` (shares of the way,
    equal for none) it stands still for `wait` of its time.
    """

    kind: Kind
    x0: float
    z0: float
    x1: float
    z1: float
    color: Color = (120, 40, 40)
    laps: int = 1
    phase: float = 0.0
    stop: float = 0.0
    wait: float = 0.0

    def at(self, share: float) -> Pose:
        """The pose at a share of the loop's time."""
        own = (share * self.laps + self.phase) % 1
        way, moving = self._way(own)
        heading = math.atan2(self.x1 - self.x0, self.z1 - self.z0)
        x = self.x0 + (self.x1 - self.x0) * way
        z = self.z0 + (self.z1 - self.z0) * way
        fallen = self._fallen(own) if self.kind is Kind.FALLER else 0.0
        length = math.hypot(self.x1 - self.x0, self.z1 - self.z0)
        return Pose(x, z, heading, way * length / 1.5 % 1, fallen, moving and fallen == 0.0)

    def _way(self, own: float) -> tuple[float, bool]:
        """Share of the way done, and whether it is going on."""
        if self.wait <= 0:
            return own, True
        moving_time = 1 - self.wait
        until_stop = self.stop * moving_time
        if own < until_stop:
            return own / moving_time, True
        if own < until_stop + self.wait:
            return self.stop, False
        return (own - self.wait) / moving_time, True

    def _fallen(self, own: float) -> float:
        """0 upright to 1 on the ground: the fall takes half a second of a twelve-second loop."""
        start = self.stop * (1 - self.wait) + 0.01
        if own < start:
            return 0.0
        if own > start + self.wait - 0.01:
            return 0.0
        return min((own - start) / 0.04, 1.0) ** 2
