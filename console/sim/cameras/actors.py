"""What moves in a scene. Every path closes after one loop, so the loop has no seam."""

from __future__ import annotations

import math
from random import Random

from console.sim.cameras.canvas import Canvas, Color
from console.sim.cameras.perspective import at
from console.sim.cameras.scene import Scene, Setting

_PAINTS: tuple[Color, ...] = (
    (168, 52, 48), (222, 222, 216), (58, 78, 112), (44, 46, 50), (176, 178, 182), (196, 150, 60),
)  # fmt: skip
_CLOTHES: tuple[Color, ...] = (
    (150, 62, 60), (62, 82, 122), (84, 104, 70), (52, 52, 58), (184, 172, 150), (120, 84, 120),
)  # fmt: skip
_SKIN = (206, 168, 140)
_FALL_AT, _FALL_TAKES = 0.35, 0.05


class Actors:
    """The cars and walkers of a scene, as a function of the share of the loop gone by."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        chance = Random(scene.seed * 7 + 1)  # noqa: S311 a drawing, not a secret
        self._cars = [
            (chance.random(), at % 2 == 0, chance.choice(_PAINTS)) for at in range(scene.cars)
        ]
        self._walkers = [
            (chance.random(), chance.uniform(-1, 1), chance.random() < 0.5, chance.choice(_CLOTHES))
            for _ in range(scene.walkers)
        ]

    def draw(self, canvas: Canvas, share: float) -> None:
        """Draw everybody at `share` (0–1) of the loop, the farthest first."""
        things = [self._car(share, *car) for car in self._cars]
        things += [self._walker(share, *walker) for walker in self._walkers]
        for _, draw, place, color, pose in sorted(things, key=lambda thing: -thing[0]):
            draw(canvas, place, color, pose)
        if self._scene.fall:
            _person(canvas, at(0.12, 0.42), (96, 92, 90), _fallen(share))

    def _car(self, share: float, phase: float, towards: bool, paint: Color):  # noqa: ANN202
        gone = (share + phase) % 1
        if self._scene.setting is Setting.JUNCTION and phase < 0.5:
            across = -4 + 8 * gone if towards else 4 - 8 * gone
            depth = 0.75 if towards else 1.05
            return depth, _car_from_side, at(across, depth), paint, 0.0
        depth = 3.2 * (1 - gone) if towards else 3.2 * gone
        return depth, _car_from_end, at(-0.4 if towards else 0.4, depth), paint, float(towards)

    def _walker(self, share: float, phase: float, side: float, away: bool, clothes: Color):  # noqa: ANN202
        gone = (share + phase) % 1
        swing = math.sin(gone * math.tau * 14)
        setting = self._scene.setting
        if setting is Setting.SQUARE:
            place = 1.6 * math.sin(math.tau * gone) * side, 0.6 + 0.5 * math.cos(math.tau * gone)
        elif setting is Setting.JUNCTION:
            place = (-1.3 + 2.6 * gone) * (1 if away else -1), 1.38
        else:
            walkway = 0.95 if setting is Setting.AVENUE else 0.3 + 0.4 * abs(side)
            lane = walkway if setting is Setting.RIVERSIDE else math.copysign(walkway, side)
            if setting is Setting.COMPOUND:
                lane = side * 0.4
            place = lane, 2.4 * gone if away else 2.4 * (1 - gone)
        return place[1], _person, at(*place), clothes, swing


def _fallen(share: float) -> float:
    """2 while upright, rising to 3 when on the ground; upright again for the last moments."""
    if share > 0.97:
        return 2.0
    return 2.0 + min(1.0, max(0.0, (share - _FALL_AT) / _FALL_TAKES))


def _car_from_end(
    canvas: Canvas, place: tuple[float, float, float], paint: Color, towards: float
) -> None:
    x, y, scale = place
    half, high = 0.13 * scale, 0.2 * scale
    canvas.ellipse(x, y, half * 1.1, high * 0.12, (20, 22, 26), 0.45)
    canvas.box(x - half, y - high * 0.62, x + half, y - high * 0.1, paint)
    canvas.polygon([(x - half * 0.92, y - high * 0.6), (x - half * 0.68, y - high),
                    (x + half * 0.68, y - high), (x + half * 0.92, y - high * 0.6)], (50, 62, 76))  # fmt: skip
    lamps = (250, 244, 214) if towards else (196, 40, 36)
    for side in (-1, 1):
        canvas.box(x + side * half * 0.8 - half * 0.15, y - high * 0.42,
                   x + side * half * 0.8 + half * 0.15, y - high * 0.28, lamps)  # fmt: skip
        canvas.box(x + side * half * 0.78 - half * 0.14, y - high * 0.14,
                   x + side * half * 0.78 + half * 0.14, y, (22, 22, 24))  # fmt: skip


def _car_from_side(
    canvas: Canvas, place: tuple[float, float, float], paint: Color, _pose: float
) -> None:
    x, y, scale = place
    half, high = 0.26 * scale, 0.22 * scale
    canvas.ellipse(x, y, half * 1.05, high * 0.12, (20, 22, 26), 0.45)
    canvas.box(x - half, y - high * 0.6, x + half, y - high * 0.14, paint)
    canvas.polygon([(x - half * 0.62, y - high * 0.58), (x - half * 0.38, y - high),
                    (x + half * 0.34, y - high), (x + half * 0.62, y - high * 0.58)], (54, 66, 80))  # fmt: skip
    for side in (-0.58, 0.58):
        canvas.ellipse(x + side * half, y - high * 0.12, half * 0.16, high * 0.19, (24, 24, 26))


def _person(
    canvas: Canvas, place: tuple[float, float, float], clothes: Color, pose: float
) -> None:
    """A walker; `pose` −1…1 swings the legs, 2…3 falls over to the right."""
    x, y, scale = place
    tall = 0.21 * scale
    lean = max(0.0, pose - 2.0) * math.pi / 2
    swing = pose * 0.02 * scale if pose <= 1 else 0.0
    ratio = canvas.width / canvas.height
    canvas.ellipse(x + math.sin(lean) * tall * 0.3, y, 0.03 * scale + lean * 0.02, 0.008, (24, 26, 28), 0.4)

    def point(up: float, out: float) -> tuple[float, float]:
        dx = out * math.cos(lean) + up * math.sin(lean)
        dy = up * math.cos(lean) - out * math.sin(lean)
        return x + dx / ratio, y - max(dy, 0.004) - 0.004

    wide = tall * 0.13
    for leg in (-1, 1):
        foot = leg * wide * 0.5 + leg * swing
        canvas.polygon([point(tall * 0.48, leg * wide * 0.1), point(tall * 0.48, leg * wide * 0.8),
                        point(0, foot + wide * 0.3), point(0, foot - wide * 0.3)], (46, 48, 56))  # fmt: skip
    canvas.polygon([point(tall * 0.45, -wide), point(tall * 0.45, wide), point(tall * 0.84, wide * 1.1),
                    point(tall * 0.84, -wide * 1.1)], clothes)  # fmt: skip
    head = point(tall * 0.93, 0)
    canvas.ellipse(head[0], head[1], tall * 0.08 / ratio, tall * 0.08, _SKIN)
