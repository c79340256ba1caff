"""Draws the still part of a scene: sky, ground, buildings, trees and lamps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from console.sim.cameras.canvas import Pixels, capsule, glow, mixed, polygon
from console.sim.cameras.color import Color
from console.sim.cameras.facade import facade
from console.sim.cameras.ground import Ground
from console.sim.cameras.layout import Layout
from console.sim.cameras.lens import NEAR_M, Lens
from console.sim.cameras.light import Light
from console.sim.cameras.noise import layered
from console.sim.cameras.props import Box, Building, Lamp, Prop, Tree, middle

_SEGMENT_M = 8.0
_LAMP_HEIGHT_M = 8.0
_WARM: Color = (255, 206, 140)


class Backdrop:
    """The background of one scene through one lens."""

    def __init__(self, lens: Lens, light: Light) -> None:
        self._lens = lens
        self._light = light
        self._picture: Pixels = np.zeros((lens.height, lens.width, 3), np.uint8)

    def draw(self, layout: Layout, props: Sequence[Prop]) -> Pixels:
        """The finished background."""
        self._sky_and_ground(layout, [prop for prop in props if isinstance(prop, Lamp)])
        for prop in sorted(props, key=lambda prop: -sum(v * v for v in middle(prop))):
            if isinstance(prop, Building):
                self._building(prop)
            elif isinstance(prop, Box):
                self._box(prop)
            elif isinstance(prop, Tree):
                self._tree(prop)
            else:
                self._lamp(prop)
        return self._picture

    def _sky_and_ground(self, layout: Layout, lamps: Sequence[Lamp]) -> None:
        lens, light = self._lens, self._light
        x, z, reach = lens.ground()
        below = np.isfinite(reach) & (reach < 900)
        sky = self._sky()
        gx, gz = x[below].astype(np.float32), z[below].astype(np.float32)
        ground = Ground(layout, gx, gz).paint() * np.asarray(light.tint, np.float32)
        if light.night:
            ground *= self._lamp_light(gx, gz, lamps)[:, None] + 0.55
        if light.rain:
            wet = layered(gx * 0.22 + 5, gz * 0.09)
            sheen = np.clip(wet - 0.45, 0, 1) * 1.3
            ground = ground * (0.80 - 0.15 * sheen[:, None])
            ground += sheen[:, None] * np.asarray(light.sky_low, np.float32) * 0.42
        haze = 1 - np.exp(-(reach[below].astype(np.float32)) / light.haze_m)
        ground += (np.asarray(light.haze, np.float32) - ground) * haze[:, None]
        sky[below] = ground
        self._picture[...] = np.clip(sky, 0, 255).astype(np.uint8)

    def _sky(self) -> NDArray[np.float32]:
        lens, light = self._lens, self._light
        rows = np.arange(lens.height, dtype=np.float32)[:, None]
        share = np.clip(rows / max(lens.horizon, 1), 0, 1)[..., None]
        top, low = np.asarray(light.sky_top, np.float32), np.asarray(light.sky_low, np.float32)
        sky = np.broadcast_to(top + (low - top) * share, (lens.height, lens.width, 3)).copy()
        if light.clouds and lens.horizon > 4:
            columns = np.arange(lens.width, dtype=np.float32)[None, :]
            scale = 5 / lens.width
            stretch = 3.5 * scale
            clouds = layered(columns * scale, rows * stretch, 4)
            veil = np.clip((clouds - 0.62 + 0.25 * light.clouds) * 3, 0, 1)[..., None]
            lit = np.minimum(low * 1.08 + 10, 255)
            sky += (lit - sky) * veil * 0.75
        return sky

    def _lamp_light(
        self, x: NDArray[np.float32], z: NDArray[np.float32], lamps: Sequence[Lamp]
    ) -> NDArray[np.float32]:
        """How much light of the lamps falls on the ground."""
        total = np.zeros(x.shape, np.float32)
        for lamp in lamps:
            square = (x - lamp.x - lamp.arm) ** 2 + (z - lamp.z) ** 2
            total += 2.6 * np.exp(-square / 75)
        return np.minimum(total, 3.0)

    def _lit(self, color: Sequence[float], depth: float, shade: float = 1.0) -> Color:
        light = self._light
        r, g, b = (min(c * t * shade, 255) for c, t in zip(color, light.tint, strict=True))
        return mixed((r, g, b), light.haze, 1 - float(np.exp(-depth / light.haze_m)))

    def _building(self, building: Building) -> None:
        eye_side = building.x0 if building.x0 > 0 else building.x1
        for z0, z1 in _pieces(building.z0, building.z1):
            corners = _upright(eye_side, z0, eye_side, z1, building.height)
            self._wall(corners, building, z0, z1 - z0, 0.82)
        for x0, x1 in _pieces(building.x0, building.x1):
            corners = _upright(x0, building.z0, x1, building.z0, building.height)
            self._wall(corners, building, x0, x1 - x0, 1.0)

    def _wall(
        self,
        corners: NDArray[np.float64],
        building: Building,
        start: float,
        width: float,
        shade: float,
    ) -> None:
        pixels, depth = self._lens.seen(corners)
        if depth.min() < NEAR_M:
            return
        light = self._light
        facade(
            self._picture,
            pixels,
            (start, width, building.height),
            (building.color, building.shops, building.windows),
            light,
            (shade, 1 - float(np.exp(-float(depth.mean()) / light.haze_m))),
        )

    def _box(self, box: Box) -> None:
        low, high = box.base, box.base + box.height
        x0, x1, z0, z1 = box.x0, box.x1, box.z0, box.z1
        side = x0 if (x0 + x1) / 2 > 0 else x1
        faces = (
            ([(x0, high, z0), (x1, high, z0), (x1, high, z1), (x0, high, z1)], 1.12),
            ([(side, low, z0), (side, low, z1), (side, high, z1), (side, high, z0)], 0.8),
            ([(x0, low, z0), (x1, low, z0), (x1, high, z0), (x0, high, z0)], 1.0),
        )
        for corners, shade in faces:
            pixels, depth = self._lens.seen(np.array(corners, np.float64))
            if depth.min() > NEAR_M:
                color = self._lit(box.color, float(depth.mean()), shade)
                polygon(self._picture, pixels, color)

    def _tree(self, tree: Tree) -> None:
        fx, fy, depth = self._lens.spot(tree.x, 0, tree.z)
        if depth < NEAR_M:
            return
        scale = self._lens.focal / depth
        crown = tree.size
        top = fy - (2.2 + crown) * scale
        shadow = polygon_disc(fx + crown * 0.5 * scale, fy, crown * scale, 0.28 * crown * scale)
        if self._light.sun:
            polygon(self._picture, shadow, (20, 24, 20), 0.28 * self._light.sun)
        capsule(self._picture, (fx, fy), (fx, top), 0.14 * scale, self._lit((92, 74, 58), depth))
        spots = np.random.default_rng(int(abs(tree.x * 31 + tree.z * 17)) + 3)
        for step in range(46):
            angle, far = spots.uniform(0, 6.283), spots.uniform(0, 0.82) ** 0.6
            dx, dy = np.cos(angle) * far, np.sin(angle) * far * 0.9
            shade = 0.68 + 0.42 * step / 46 - 0.22 * dy
            color = self._lit((74, 108, 62), depth, shade)
            at = (fx + dx * crown * scale, top + dy * crown * scale)
            capsule(self._picture, at, at, spots.uniform(0.22, 0.36) * crown * scale, color)

    def _lamp(self, lamp: Lamp) -> None:
        fx, fy, depth = self._lens.spot(lamp.x, 0, lamp.z)
        if depth < NEAR_M:
            return
        scale = self._lens.focal / depth
        tx, ty, _ = self._lens.spot(lamp.x, _LAMP_HEIGHT_M, lamp.z)
        hx, hy, _ = self._lens.spot(lamp.x + lamp.arm, _LAMP_HEIGHT_M + 0.4, lamp.z)
        steel = self._lit((122, 126, 132), depth)
        capsule(self._picture, (fx, fy), (tx, ty), 0.09 * scale, steel)
        capsule(self._picture, (tx, ty), (hx, hy), 0.06 * scale, steel)
        if self._light.night:
            glow(self._picture, (hx, hy), 4.5 * scale, _WARM, 0.55)
            capsule(self._picture, (hx, hy), (hx, hy), 0.28 * scale, (255, 240, 208))
        else:
            capsule(
                self._picture, (hx, hy), (hx, hy), 0.16 * scale, self._lit((206, 208, 210), depth)
            )


def polygon_disc(x: float, y: float, rx: float, ry: float) -> NDArray[np.float64]:
    """Corners of an ellipse, in pixels."""
    angles = np.linspace(0, 2 * np.pi, 14, endpoint=False)
    return np.stack([x + rx * np.cos(angles), y + ry * np.sin(angles)], axis=1)


def _upright(x0: float, z0: float, x1: float, z1: float, height: float) -> NDArray[np.float64]:
    return np.array([(x0, 0, z0), (x1, 0, z1), (x1, height, z1), (x0, height, z0)], np.float64)


def _pieces(start: float, end: float) -> Iterator[tuple[float, float]]:
    """A long wall in short pieces, far ones first, so that near ones can be left out."""
    count = max(1, round((end - start) / _SEGMENT_M))
    edges = np.linspace(start, end, count + 1)
    for index in reversed(range(count)):
        yield float(edges[index]), float(edges[index + 1])
