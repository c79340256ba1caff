"""Draws the actors of a scene into a picture."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from console.sim.cameras.actors import Actor, Kind, Pose
from console.sim.cameras.canvas import Pixels, capsule, glow, mixed, polygon
from console.sim.cameras.color import Color
from console.sim.cameras.lens import NEAR_M, Lens
from console.sim.cameras.light import Light

Figure = Callable[[float, float], tuple[float, float]]
"""From metres right of and above a person's feet to pixels."""

_GLASS: Color = (46, 56, 68)
_SIZES = {
    Kind.CAR: (4.5, 1.8, 0.92, 1.46),
    Kind.VAN: (5.2, 1.95, 1.25, 2.2),
    Kind.BUS: (11.0, 2.5, 1.25, 3.1),
    Kind.TRAIN: (46.0, 3.0, 1.6, 4.0),
}
"""Length, width, height of the body and of the whole, metres."""

_FAR_M = 62.0
"""Vehicles beyond this are plain boxes."""

_SMALL_PX = 26
"""People that are less high are only outlines."""

_SKIN: Color = (206, 168, 140)
_FACES = ((0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7), (4, 5, 6, 7))
"""Corners of a box's back, right, front, left and top, as seen from above turning right."""

_ROOF_SHADE = 1.12
_SHADES = (0.86, 0.78, 0.92, 0.78, _ROOF_SHADE)


class Cast:
    """Draws actors through a lens under a light."""

    def __init__(self, lens: Lens, light: Light) -> None:
        self._lens = lens
        self._light = light

    def draw(self, picture: Pixels, actors: Sequence[Actor], share: float) -> None:
        """Draw everybody as they are at a share of the loop's time, far ones first."""
        poses = [(actor, actor.at(share)) for actor in actors]
        poses.sort(key=lambda pair: -math.hypot(pair[1].x, pair[1].z))
        for actor, pose in poses:
            _, _, depth = self._lens.spot(pose.x, 0, pose.z)
            if depth < 2.5 and actor.kind is not Kind.TRAIN:
                continue
            if actor.kind in _SIZES:
                self._vehicle(picture, actor, pose)
            else:
                self._person(picture, actor, pose, depth)

    def _lit(self, color: Sequence[float], depth: float, shade: float = 1.0) -> Color:
        light = self._light
        lift = 1.35 if light.night else 1.0
        r, g, b = (min(c * t * shade * lift, 255) for c, t in zip(color, light.tint, strict=True))
        return mixed((r, g, b), light.haze, 1 - math.exp(-depth / light.haze_m))

    def _vehicle(self, picture: Pixels, actor: Actor, pose: Pose) -> None:
        length, width, waist, height = _SIZES[actor.kind]
        shadow = _rectangle(pose, length + 0.3, width + 0.4, 0.02)
        pixels, depths = self._lens.seen(shadow)
        if depths.min() < NEAR_M:
            return
        depth = float(depths.mean())
        polygon(picture, pixels, (12, 13, 15), 0.42)
        if depth > _FAR_M and actor.kind is not Kind.TRAIN:
            self._block(
                picture, pose, (length, width * 0.96, 0.3, height * 0.94), (0.8, 0.92), actor.color
            )
            self._lamps(picture, pose, length, width, depth)
            return
        self._wheels(picture, pose, length, width, depth)
        self._block(picture, pose, (length, width, 0.34, waist), (1.0, 1.0), actor.color)
        taper = 0.56 if actor.kind is Kind.CAR else 0.97
        roof = actor.color if actor.kind is not Kind.TRAIN else (222, 224, 226)
        self._block(
            picture,
            pose,
            (length * (0.66 if taper < 0.9 else 0.985), width * 0.96, waist, height),
            (taper / 0.66 if taper < 0.9 else 1.0, 0.84 if taper < 0.9 else 0.97),
            roof,
            glazed=True,
        )
        self._lamps(picture, pose, length, width, depth)

    def _block(
        self,
        picture: Pixels,
        pose: Pose,
        size: tuple[float, float, float, float],
        taper: tuple[float, float],
        color: Color,
        glazed: bool = False,
    ) -> None:
        """A box, narrower at its top by `taper`; `glazed` ones have windows around."""
        length, width, low, high = size
        bottom = _rectangle(pose, length, width, low)
        top = _rectangle(pose, length * taper[0], width * taper[1], high)
        corners = np.concatenate([bottom, top])
        pixels, depths = self._lens.seen(corners)
        if depths.min() < NEAR_M:
            return
        depth = float(depths.mean())
        for face, shade in zip(_FACES, _SHADES, strict=True):
            shape = pixels[list(face)]
            if not _faces_us(shape):
                continue
            polygon(picture, shape, self._lit(color, depth, shade))
            if glazed and shade != _ROOF_SHADE:
                self._pane(picture, shape, depth)

    def _pane(self, picture: Pixels, face: NDArray[np.float64], depth: float) -> None:
        """A window that leaves a frame of the face's own colour."""
        middle = face.mean(axis=0)
        glass = mixed(_GLASS, self._light.sky_low, 0.18)
        polygon(picture, middle + (face - middle) * np.array([0.88, 0.72]), self._lit(glass, depth))

    def _wheels(
        self, picture: Pixels, pose: Pose, length: float, width: float, depth: float
    ) -> None:
        if depth > 70:
            return
        radius = 0.33 * self._lens.focal / depth
        spots = _rectangle(pose, length * 0.62, width * 0.98, 0.33)
        pixels, _ = self._lens.seen(spots)
        for x, y in pixels:
            capsule(picture, (float(x), float(y)), (float(x), float(y)), radius, (22, 22, 24))

    def _lamps(
        self, picture: Pixels, pose: Pose, length: float, width: float, depth: float
    ) -> None:
        """Head lamps towards us, tail lamps away from us; they shine at night and in rain."""
        scale = self._lens.focal / depth
        corners = _rectangle(pose, length * 1.0, width * 0.72, 0.68)
        pixels, depths = self._lens.seen(corners)
        coming = depths[2] < depths[0]
        ends = (2, 3) if coming else (0, 1)
        dark = self._light.night or self._light.rain
        color: Color = (255, 244, 214) if coming else (232, 38, 30)
        for end in ends:
            at = (float(pixels[end, 0]), float(pixels[end, 1]))
            capsule(
                picture, at, at, 0.12 * scale, color if dark else mixed(color, (150, 150, 150), 0.3)
            )
            if dark:
                glow(picture, at, (2.6 if coming else 1.1) * scale, color, 0.5)
        if self._light.night and coming:
            front = Pose(
                pose.x + math.sin(pose.heading) * 6,
                pose.z + math.cos(pose.heading) * 6,
                pose.heading,
                0,
            )
            x, y, ahead = self._lens.spot(front.x, 0, front.z)
            if ahead > NEAR_M:
                glow(picture, (x, y), 3.2 * scale, (150, 142, 118), 0.42)

    def _person(self, picture: Pixels, actor: Actor, pose: Pose, depth: float) -> None:
        fx, fy, _ = self._lens.spot(pose.x, 0, pose.z)
        scale = self._lens.focal / depth
        lean = pose.fallen * math.pi / 2 * 0.96
        side = 1.0 if math.sin(pose.heading) >= 0 else -1.0
        base_y = 0.0
        if actor.kind is Kind.RIDER:
            base_y = 0.42
            self._bike(picture, fx, fy, scale, depth, abs(math.sin(pose.heading)))

        def at(right: float, up: float) -> tuple[float, float]:
            up += base_y
            across = right * math.cos(lean) + up * math.sin(lean) * side
            rise = up * math.cos(lean) - right * math.sin(lean) * side * 0.4
            return fx + across * scale, fy - max(rise, 0.12) * scale

        shadow = 0.3 + 0.55 * pose.fallen
        polygon(
            picture,
            _disc(fx + 0.6 * pose.fallen * side * scale, fy, shadow * scale, 0.12 * scale),
            (14, 15, 16),
            0.4,
        )
        self._body(picture, actor, pose, at, scale, depth)

    def _body(
        self,
        picture: Pixels,
        actor: Actor,
        pose: Pose,
        at: Figure,
        scale: float,
        depth: float,
    ) -> None:
        swing = math.sin(pose.step * 2 * math.pi) * (0.24 if pose.moving else 0.03)
        if actor.kind is Kind.RIDER:
            swing = 0.12
        dark = self._lit((48, 52, 64), depth)
        coat = self._lit(actor.color, depth)
        skin = self._lit(_SKIN, depth)
        hips, neck = 0.86, 1.42
        if scale * 1.7 < _SMALL_PX:
            capsule(picture, at(0, hips), at(swing, 0.08), 0.12 * scale, dark)
            capsule(picture, at(0, hips), at(0, neck - 0.1), 0.22 * scale, coat)
            capsule(picture, at(0, 1.62), at(0, 1.62), 0.14 * scale, skin)
            return
        for foot in (-1, 1):
            capsule(picture, at(0.05 * foot, hips), at(swing * foot, 0.08), 0.085 * scale, dark)
        capsule(picture, at(0, hips), at(0, neck - 0.1), 0.20 * scale, coat)
        for hand in (-1, 1):
            capsule(
                picture,
                at(0.2 * hand, neck - 0.08),
                at(0.24 * hand - swing * hand * 0.8, hips),
                0.065 * scale,
                coat,
            )
        head = at(0, 1.60)
        capsule(picture, head, head, 0.135 * scale, skin)
        hair = at(0, 1.66)
        capsule(picture, hair, hair, 0.12 * scale, self._lit((40, 36, 34), depth))
        if self._light.rain and actor.kind is Kind.WALKER:
            top = at(0, 2.0)
            polygon(
                picture,
                _dome(top[0], top[1], 0.62 * scale, 0.3 * scale),
                self._lit(actor.color, depth, 1.15),
            )

    def _bike(
        self, picture: Pixels, x: float, y: float, scale: float, depth: float, broad: float
    ) -> None:
        reach = max(0.62 * broad, 0.12) * scale
        dark = self._lit((38, 40, 44), depth)
        for side in (-1, 1):
            at = (x + side * reach, y - 0.26 * scale)
            capsule(picture, at, at, 0.26 * scale, dark)
        capsule(
            picture,
            (x - reach, y - 0.42 * scale),
            (x + reach, y - 0.42 * scale),
            0.12 * scale,
            self._lit((190, 70, 50), depth),
        )


def _rectangle(pose: Pose, length: float, width: float, height: float) -> NDArray[np.float64]:
    """Corners at back left, back right, front right, front left; shape (4, 3)."""
    ahead = np.array([math.sin(pose.heading), 0, math.cos(pose.heading)]) * (length / 2)
    right = np.array([math.cos(pose.heading), 0, -math.sin(pose.heading)]) * (width / 2)
    middle = np.array([pose.x, height, pose.z])
    return np.stack(
        [
            middle - ahead - right,
            middle - ahead + right,
            middle + ahead + right,
            middle + ahead - right,
        ]
    )


def _faces_us(shape: NDArray[np.float64]) -> bool:
    """Whether a face turns its outside to the camera: its corners run counter-clockwise."""
    ahead = np.roll(shape, -1, axis=0)
    area = float(np.sum(shape[:, 0] * ahead[:, 1] - ahead[:, 0] * shape[:, 1]))
    return area < 0


def _disc(x: float, y: float, rx: float, ry: float) -> NDArray[np.float64]:
    angles = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    return np.stack([x + rx * np.cos(angles), y + ry * np.sin(angles)], axis=1)


def _dome(x: float, y: float, rx: float, ry: float) -> NDArray[np.float64]:
    angles = np.linspace(np.pi, 2 * np.pi, 9)
    return np.stack([x + rx * np.cos(angles), y + ry * np.sin(angles)], axis=1)
