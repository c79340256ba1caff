"""What stands in a scene and does not move."""

from __future__ import annotations

from dataclasses import dataclass

from console.sim.cameras.color import Color


@dataclass(frozen=True, slots=True)
class Building:
    """A block from (x0, z0) to (x1, z1), metres; `shops` fills its ground floor."""

    x0: float
    x1: float
    z0: float
    z1: float
    height: float
    color: Color = (196, 184, 168)
    shops: bool = False
    windows: bool = True


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree; `size` is the radius of its crown in metres."""

    x: float
    z: float
    size: float = 2.2


@dataclass(frozen=True, slots=True)
class Lamp:
    """A street lamp whose arm reaches `arm` metres to the right (left where negative)."""

    x: float
    z: float
    arm: float = 2.5


@dataclass(frozen=True, slots=True)
class Box:
    """A plain box on the ground: stall, kiosk, wall, parked thing. `base` lifts it."""

    x0: float
    x1: float
    z0: float
    z1: float
    height: float
    color: Color
    base: float = 0.0


Prop = Building | Tree | Lamp | Box


def middle(prop: Prop) -> tuple[float, float]:
    """Where a prop stands, for drawing the far ones first."""
    if isinstance(prop, Tree | Lamp):
        return prop.x, prop.z
    return (prop.x0 + prop.x1) / 2, (prop.z0 + prop.z1) / 2
