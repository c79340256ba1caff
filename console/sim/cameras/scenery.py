"""What does not move in a scene."""

from __future__ import annotations

from random import Random

from console.sim.cameras.canvas import Canvas, Color
from console.sim.cameras.perspective import HORIZON, at
from console.sim.cameras.scene import Light, Scene, Setting

_AWNINGS: tuple[Color, ...] = ((178, 66, 58), (58, 112, 150), (206, 160, 70), (84, 132, 92))


def draw_scenery(canvas: Canvas, scene: Scene) -> None:
    """Fill the whole canvas with the still part of `scene`."""
    chance = Random(scene.seed)  # noqa: S311 a drawing, not a secret
    light = scene.light
    canvas.sky(light.sky, light.horizon, HORIZON + 0.02)
    canvas.box(0, HORIZON, 1, 1, light.ground)
    _skyline(canvas, light, chance)
    _DRAWN[scene.setting](canvas, light, chance)


def _strip(canvas: Canvas, left: float, right: float, near: float, far: float, color: Color) -> None:
    """A strip of ground between two sides and two depths."""
    corners = [at(left, near), at(right, near), at(right, far), at(left, far)]
    canvas.polygon([(x, y) for x, y, _ in corners], color)


def _skyline(canvas: Canvas, light: Light, chance: Random) -> None:
    x = -0.02
    while x < 1:
        width, height = chance.uniform(0.05, 0.11), chance.uniform(0.06, 0.2)
        wall = chance.choice(light.walls)
        faded = _mix(wall, light.horizon, 0.45)
        canvas.box(x, HORIZON - height, x + width, HORIZON + 0.01, faded)
        _windows(canvas, light, chance, (x, HORIZON - height, x + width, HORIZON), 0.5)
        x += width + chance.uniform(0, 0.03)


def _windows(
    canvas: Canvas, light: Light, chance: Random, wall: tuple[float, float, float, float], fade: float
) -> None:
    left, top, right, bottom = wall
    columns = max(2, round((right - left) / 0.022))
    rows = max(2, round((bottom - top) / 0.045))
    across, down = (right - left) / columns, (bottom - top) / rows
    for row in range(rows):
        for column in range(columns):
            if chance.random() < 0.25:
                continue
            color = _mix(light.windows, light.horizon, fade * chance.random())
            x, y = left + (column + 0.25) * across, top + (row + 0.25) * down
            canvas.box(x, y, x + across * 0.5, y + down * 0.5, color)


def _mix(one: Color, other: Color, share: float) -> Color:
    red, green, blue = (round(a * (1 - share) + b * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _houses(canvas: Canvas, light: Light, chance: Random, side: int) -> None:
    """A row of houses receding along one side; far ones first."""
    for step in range(5, -1, -1):
        near, far = step * 0.34, (step + 1) * 0.34
        wall = chance.choice(light.walls)
        edge = side * 1.25
        height = chance.uniform(0.75, 1.25)
        x0, y0, s0 = at(edge, near)
        x1, y1, s1 = at(edge, far)
        out = -0.3 if side < 0 else 1.3
        canvas.polygon([(x0, y0), (x1, y1), (x1, y1 - height * s1), (x0, y0 - height * s0)],
                       _mix(wall, (0, 0, 0), 0.18))  # fmt: skip
        for row in range(1, 5):
            for column in range(3):
                near_share, far_share = column / 3 + 0.08, column / 3 + 0.25
                xa, ya, sa = at(edge, near + (far - near) * near_share)
                xb, yb, sb = at(edge, near + (far - near) * far_share)
                up, low = height * (row + 0.5) / 5.6, height * (row + 0.05) / 5.6
                canvas.polygon([(xa, ya - low * sa), (xb, yb - low * sb), (xb, yb - up * sb),
                                (xa, ya - up * sa)], light.windows, 0.7)  # fmt: skip
        front = sorted((x1, out))
        canvas.box(front[0], y1 - height * s1, front[1], y1, wall) if step == 5 else None


def _trees(canvas: Canvas, light: Light, side: float, count: int) -> None:
    for step in range(count - 1, -1, -1):
        x, y, scale = at(side, 0.25 + step * 0.42)
        canvas.box(x - 0.008 * scale, y - 0.2 * scale, x + 0.008 * scale, y, (70, 56, 44))
        for dx, dy, size in ((0, -0.3, 0.1), (-0.05, -0.24, 0.07), (0.05, -0.25, 0.075)):
            shade = _mix(light.leaves, light.horizon, 0.08 * step + (0.1 if dx > 0 else 0))
            canvas.ellipse(x + dx * scale, y + dy * scale, size * scale, size * 1.3 * scale, shade)


def _lamps(canvas: Canvas, light: Light, side: float, count: int) -> None:
    inward = -1 if side > 0 else 1
    for step in range(count - 1, -1, -1):
        x, y, scale = at(side, 0.15 + step * 0.5)
        canvas.box(x - 0.004 * scale, y - 0.6 * scale, x + 0.004 * scale, y, (92, 96, 104))
        tip = x + inward * 0.08 * scale
        canvas.box(min(x, tip), y - 0.6 * scale, max(x, tip), y - 0.588 * scale, (92, 96, 104))
        if light.dark:
            canvas.ellipse(tip, y - 0.58 * scale, 0.09 * scale, 0.09 * scale, (250, 214, 140), 0.25)
            canvas.ellipse(tip, y - 0.58 * scale, 0.02 * scale, 0.02 * scale, (255, 236, 190))
            canvas.ellipse(tip, y, 0.2 * scale, 0.05 * scale, (232, 200, 140), 0.16)


def _dashes(canvas: Canvas, side: float) -> None:
    for step in range(14):
        _strip(canvas, side - 0.012, side + 0.012, step * 0.22, step * 0.22 + 0.1, (206, 204, 190))


def _avenue(canvas: Canvas, light: Light, chance: Random) -> None:
    _houses(canvas, light, chance, -1)
    _houses(canvas, light, chance, 1)
    _strip(canvas, -1.25, 1.25, 0, 8, _mix(light.ground, light.horizon, 0.12))
    _strip(canvas, -0.82, 0.82, 0, 8, light.road)
    for side in (-0.8, 0.8):
        _strip(canvas, side - 0.015, side + 0.015, 0, 8, (188, 188, 180))
    _dashes(canvas, 0)
    _trees(canvas, light, -1.05, 5)
    _trees(canvas, light, 1.05, 5)
    _lamps(canvas, light, -0.92, 4)
    _lamps(canvas, light, 0.92, 4)


def _junction(canvas: Canvas, light: Light, chance: Random) -> None:
    _houses(canvas, light, chance, -1)
    _houses(canvas, light, chance, 1)
    _strip(canvas, -0.75, 0.75, 0, 8, light.road)
    _strip(canvas, -9, 9, 0.5, 1.3, light.road)
    for near in (0.4, 1.34):
        for stripe in range(-4, 5):
            _strip(canvas, stripe * 0.16 - 0.04, stripe * 0.16 + 0.04, near, near + 0.09, (214, 214, 206))
    _dashes(canvas, 0)
    _strip(canvas, -0.7, 0.7, 0.5, 1.3, light.road)
    for side in (-0.95, 0.95):
        x, y, scale = at(side, 0.36)
        canvas.box(x - 0.006, y - 0.75 * scale, x + 0.006, y, (70, 74, 80))
        canvas.box(x - 0.016, y - 0.75 * scale, x + 0.016, y - 0.58 * scale, (30, 32, 36))
        canvas.ellipse(x, y - 0.61 * scale, 0.008, 0.014, (80, 220, 120))


def _square(canvas: Canvas, light: Light, chance: Random) -> None:
    pale = _mix(light.ground, light.horizon, 0.35)
    _strip(canvas, -9, 9, 0, 9, pale)
    for line in range(-12, 13):
        _strip(canvas, line * 0.3, line * 0.3 + 0.015, 0, 6, _mix(pale, light.road, 0.35))
    for depth in (0.1, 0.35, 0.7, 1.2, 2.0, 3.2):
        _strip(canvas, -9, 9, depth, depth + 0.02, _mix(pale, light.road, 0.3))
    for step, side in ((2, -1.5), (2, 1.5), (1, -1.3), (1, 1.3), (0, -1.2), (0, 1.2)):
        _stall(canvas, side, 0.35 + step * 0.6, chance.choice(_AWNINGS), light)
    _trees(canvas, light, 0.0, 1) if light.dark else None


def _stall(canvas: Canvas, side: float, depth: float, awning: Color, light: Light) -> None:
    x, y, scale = at(side, depth)
    half = 0.2 * scale
    canvas.box(x - half, y - 0.14 * scale, x + half, y, _mix(light.walls[0], (0, 0, 0), 0.25))
    canvas.box(x - half * 0.9, y - 0.19 * scale, x + half * 0.9, y - 0.14 * scale, (196, 150, 84))
    canvas.polygon([(x - half * 1.15, y - 0.34 * scale), (x + half * 1.15, y - 0.34 * scale),
                    (x + half, y - 0.44 * scale), (x - half, y - 0.44 * scale)],
                   _mix(awning, (0, 0, 0), light.dark))  # fmt: skip
    for post in (-half, half):
        canvas.box(x + post - 0.003, y - 0.34 * scale, x + post + 0.003, y, (88, 88, 88))


def _compound(canvas: Canvas, light: Light, chance: Random) -> None:
    for left, right in ((-0.05, 0.27), (0.7, 1.05)):
        wall = chance.choice(light.walls)
        canvas.box(left, 0.06, right, 0.62, wall)
        _windows(canvas, light, chance, (left + 0.02, 0.08, right - 0.02, 0.5), 0.2)
        canvas.box((left + right) / 2 - 0.025, 0.53, (left + right) / 2 + 0.025, 0.62, (70, 60, 56))
    _strip(canvas, -9, 9, 0, 1.1, _mix(light.leaves, light.ground, 0.45))
    _strip(canvas, -0.5, 0.5, 0, 8, _mix(light.road, light.horizon, 0.45))
    for side in (-0.53, 0.53):
        _strip(canvas, side - 0.03, side + 0.03, 0, 8, _mix(light.ground, light.horizon, 0.5))
    _trees(canvas, light, -0.8, 3)
    _trees(canvas, light, 0.8, 3)
    _lamps(canvas, light, 0.62, 2)


def _underpass(canvas: Canvas, light: Light, _chance: Random) -> None:
    concrete = _mix(light.walls[1], light.road, 0.3)
    for side in (-1, 1):
        x0, _, _ = at(side * 1.05, 0)
        x1, _, _ = at(side * 1.05, 2.6)
        canvas.polygon([(x0 + side * 0.6, 1), (x0, 1), (x1, 0.48), (x1, 0.2), (x0 + side * 0.6, -0.2)],
                       concrete)  # fmt: skip
    canvas.box(0, 0.1, 1, 0.26, _mix(concrete, (0, 0, 0), 0.2))
    canvas.box(0, 0.25, 1, 0.27, (206, 170, 60))
    _strip(canvas, -1.05, 1.05, 0, 2.6, light.road)
    _dashes(canvas, 0)
    _strip(canvas, -1.05, 1.05, 0.7, 1.7, (86, 104, 116))
    for wave in range(6):
        depth = 0.75 + wave * 0.16
        _strip(canvas, -0.8 + wave * 0.1, 0.1 + wave * 0.12, depth, depth + 0.02, (150, 166, 176))


def _riverside(canvas: Canvas, light: Light, _chance: Random) -> None:
    water = _mix(light.sky, (40, 90, 120), 0.45)
    canvas.polygon([(0, HORIZON), (0.5, HORIZON), (0.32, 1), (0, 1)], water)
    for wave in range(9):
        y = HORIZON + 0.03 + wave * 0.065
        left = 0.02 + (wave * 37 % 11) / 60
        canvas.box(left, y, left + 0.1 + wave * 0.01, y + 0.004, _mix(water, light.horizon, 0.5))
    _strip(canvas, -0.3, 1.1, 0, 8, _mix(light.ground, light.horizon, 0.3))
    for step in range(12, -1, -1):
        x, y, scale = at(-0.34, step * 0.2)
        canvas.box(x - 0.004 * scale, y - 0.2 * scale, x + 0.004 * scale, y, (150, 152, 156))
    near, far = at(-0.34, 0), at(-0.34, 8)
    for rail in (0.2, 0.12):
        canvas.polygon([(near[0], near[1] - rail), (far[0], far[1] - rail * far[2]),
                        (far[0], far[1] - rail * far[2] + 0.002), (near[0], near[1] - rail + 0.008)],
                       (150, 152, 156))  # fmt: skip
    _trees(canvas, light, 1.2, 4)
    _lamps(canvas, light, 1.0, 3)


_DRAWN = {
    Setting.AVENUE: _avenue,
    Setting.JUNCTION: _junction,
    Setting.SQUARE: _square,
    Setting.COMPOUND: _compound,
    Setting.UNDERPASS: _underpass,
    Setting.RIVERSIDE: _riverside,
}
