"""What lies on the ground of a scene: asphalt, paving, markings, rails, as colours by place."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from console.sim.cameras.color import Color
from console.sim.cameras.layout import Layout
from console.sim.cameras.noise import cells, layered

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]

_ASPHALT: Color = (84, 87, 91)
_PAVING: Color = (158, 152, 144)
_GRASS: Color = (92, 118, 70)
_WHITE: Color = (226, 228, 226)
_YELLOW: Color = (222, 182, 72)
_CONCRETE: Color = (146, 146, 142)


class Ground:
    """Paints the ground; x and z are metres, arrays of one shape."""

    def __init__(self, layout: Layout, x: Floats, z: Floats) -> None:
        self._plan = layout
        self._x, self._z = x, z
        self._rgb = np.empty((*x.shape, 3), np.float32)
        self._grain = (layered(x * 0.35, z * 0.35) - 0.5) * 26 + (cells(x * 12, z * 12) - 0.5) * 9

    def paint(self) -> Floats:
        """The colours, shape (…, 3), before light and haze."""
        kinds: dict[str, Callable[[], None]] = {
            "street": self._street,
            "plaza": self._plaza,
            "parking": self._parking,
            "yard": self._yard,
            "railway": self._railway,
        }
        kinds[self._plan.kind]()
        return self._rgb

    def _lay(self, where: Mask | None, color: Color, grain: float = 1.0, worn: float = 1.0) -> None:
        """Cover a part of the ground; `worn` below 1 lets some of what is under it show."""
        texture = (self._grain * grain)[..., None]
        fresh = np.asarray(color, np.float32) + texture
        if where is None:
            self._rgb[...] = fresh
        else:
            old = self._rgb[where]
            self._rgb[where] = old + (fresh[where] - old) * worn

    def _tiles(self, where: Mask | None, color: Color, size: float) -> None:
        """Paving stones with joints and a little variation."""
        self._lay(where, color, 0.5)
        shade = (cells(self._x / size, self._z / size) - 0.5) * 16
        joint = (self._x % size < 0.06 * size) | (self._z % size < 0.06 * size)
        shade = np.where(joint, -22, shade)[..., None]
        if where is None:
            self._rgb += shade
        else:
            self._rgb[where] += shade[where]

    def _beside(self) -> None:
        if self._plan.surface == "grass":
            self._lay(None, _GRASS, 1.6)
        elif self._plan.surface == "concrete":
            self._lay(None, _CONCRETE)
        else:
            self._tiles(None, _PAVING, 1.2)

    def _street(self) -> None:
        plan, across = self._plan, np.abs(self._x)
        self._beside()
        walk = across < plan.road + plan.pavement
        on_cross = self._on_cross(plan.cross_half + plan.pavement)
        self._tiles(walk | on_cross, _PAVING, 0.8)
        crossing = self._on_cross(plan.cross_half)
        asphalt = (across < plan.road) | crossing
        self._lay(
            (across < plan.road + 0.25) | self._on_cross(plan.cross_half + 0.25),
            (176, 174, 168),
            0.4,
        )
        self._lay(asphalt, _ASPHALT)
        self._tracks(asphalt)
        if plan.marked:
            self._markings(across, crossing)

    def _on_cross(self, half: float) -> Mask:
        if not self._plan.crossing:
            return np.zeros(self._x.shape, bool)
        near: Mask = np.abs(self._z - self._plan.crossing) < half
        return near

    def _tracks(self, asphalt: Mask) -> None:
        """Darker bands where wheels run, and a few patches of repair."""
        width = 2 * self._plan.road / max(self._plan.lanes, 1)
        band = np.cos((self._x % width) / width * 4 * np.pi) * 4
        patch = np.where(cells(self._x / 3.1, self._z / 5.3) > 0.93, -9, 0)
        self._rgb[asphalt] += (band + patch)[asphalt][:, None]

    def _markings(self, across: Floats, crossing: Mask) -> None:
        plan = self._plan
        free = (across < plan.road) & ~self._on_cross(plan.cross_half + 4.5)
        for zebra in plan.zebra:
            free &= np.abs(self._z - zebra) > 3.4
        middle = free & (np.abs(across - 0.16) < 0.07)
        self._lay(middle, _YELLOW, worn=0.85)
        self._lay(free & (np.abs(across - plan.road + 0.35) < 0.08), _WHITE, worn=0.8)
        half = plan.road / max(plan.lanes / 2, 1)
        for lane in range(1, plan.lanes // 2):
            dash = (self._z % 9) < 4
            self._lay(free & dash & (np.abs(across - lane * half) < 0.08), _WHITE, worn=0.8)
        for zebra in plan.zebra:
            bars = (self._x % 1.1 < 0.55) & (np.abs(self._z - zebra) < 1.9)
            self._lay(bars & (across < plan.road - 0.4), _WHITE, worn=0.85)
            stop = np.abs(self._z - zebra + 3.0) < 0.16
            self._lay(stop & (self._x > 0) & (across < plan.road - 0.4), _WHITE, worn=0.85)
        if plan.crossing:
            lane_line = crossing & (across > plan.road + 5)
            middle = np.abs(np.abs(self._z - plan.crossing) - 0.16) < 0.07
            self._lay(lane_line & middle, _YELLOW, worn=0.85)

    def _plaza(self) -> None:
        self._tiles(None, (172, 160, 148), 1.5)
        ring = np.hypot(self._x + 1, self._z - 26)
        for radius in (5.0, 9.0, 13.0):
            band = np.abs(ring - radius) < 0.5
            self._tiles(band, (136, 96, 84), 0.5)
        strip = np.abs(self._x % 12 - 6) < 0.35
        self._tiles(strip & (ring > 13.5), (120, 116, 112), 0.5)

    def _parking(self) -> None:
        self._lay(None, _ASPHALT)
        self._tracks(np.abs(self._x) < 3.2)
        for side in (-1, 1):
            row = (self._x * side > 3.4) & (self._x * side < 8.8)
            line = row & (np.abs(self._z % 2.7) < 0.11)
            self._lay(line, _WHITE, worn=0.8)
            self._lay(np.abs(self._x * side - 8.85) < 0.1, _WHITE, worn=0.8)
        self._lay(np.abs(self._x) > 9.2, _GRASS, 1.6)
        self._lay(np.abs(np.abs(self._x) - 9.1) < 0.15, (176, 174, 168), 0.4)

    def _yard(self) -> None:
        self._lay(None, _CONCRETE)
        joints = (self._x % 5 < 0.07) | (self._z % 5 < 0.07)
        self._lay(joints, (104, 104, 102), 0.3)
        self._lay(np.abs(np.abs(self._x) - 6) < 0.1, _YELLOW, worn=0.8)
        stain = layered(self._x * 0.16 + 9, self._z * 0.16)
        self._rgb -= (np.clip(stain - 0.55, 0, 1) * 120)[..., None]

    def _railway(self) -> None:
        self._street()
        bed = np.abs(self._z - 22)
        self._lay((bed < 4.6) & (np.abs(self._x) > self._plan.road + 0.5), (122, 112, 102), 2.6)
        self._lay((bed < 4.6) & (np.abs(self._x) <= self._plan.road + 0.5), (112, 108, 104), 0.6)
        for track in (20.2, 23.8):
            off = np.abs(self._z - track)
            sleepers = (off < 1.3) & (self._x % 0.7 < 0.26)
            self._lay(sleepers & (np.abs(self._x) > self._plan.road), (88, 80, 74), 0.8)
            self._lay(np.abs(off - 0.72) < 0.09, (176, 172, 170), 0.2)
        self._lay(np.abs(self._z - 15.4) < 0.2, _WHITE, worn=0.85)
