"""The plan of a scene's ground."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """The plan of a scene's ground, metres.

    A road of half-width `road` leads ahead from the camera; `crossing` is how far away another
    road of half-width `cross_half` crosses it (0 for none); `zebra` lists distances of zebra
    crossings over the road ahead. `surface` is what lies beside the pavement; `marked` roads have
    painted lines.
    """

    kind: str = "street"
    road: float = 7.0
    lanes: int = 2
    pavement: float = 4.0
    crossing: float = 0.0
    cross_half: float = 7.0
    zebra: tuple[float, ...] = ()
    surface: str = "paving"
    marked: bool = True
