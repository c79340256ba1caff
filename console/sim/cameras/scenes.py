"""The scenes that simulated cameras show, by name."""

from __future__ import annotations

from console.sim.cameras.actors import Actor, Kind
from console.sim.cameras.ground import Layout
from console.sim.cameras.lens import View
from console.sim.cameras.light import (
    DUSK,
    FOG,
    MORNING,
    NIGHT,
    NIGHT_RAIN,
    NOON,
    OVERCAST,
    RAIN,
)
from console.sim.cameras.picture import Picture
from console.sim.cameras.props import Box, Building, Lamp, Prop, Tree
from console.sim.cameras.scene import Scene

_BRICK = (176, 118, 96)
_CREAM = (214, 200, 172)
_GREY = (168, 170, 172)
_WHITE = (212, 212, 208)
_BLUE = (136, 156, 176)
_RED, _SILVER, _BLACK = (168, 40, 38), (196, 200, 204), (38, 40, 44)
_TAXI, _NAVY, _GREEN = (226, 172, 44), (44, 66, 118), (54, 122, 92)


def _row(
    side: float, start: float, count: int, height: float, shops: bool, *, setback: float = 12
) -> list[Prop]:
    """Houses along one side of the road (-1 left, 1 right), of changing height and colour."""
    colors = (_CREAM, _BRICK, _GREY, _WHITE, _BLUE)
    props: list[Prop] = []
    for index in range(count):
        near, far = start + index * 24.0, start + index * 24.0 + 22.0
        tall = height + (index * 7 + int(side) * 3) % 5 * 3.1
        x0, x1 = sorted((side * setback, side * (setback + 14)))
        color = colors[(index * 2 + (1 if side > 0 else 0)) % len(colors)]
        props.append(Building(x0, x1, near, far, tall, color, shops))
    return props


def _trees(side: float, x: float, start: float, count: int, step: float = 11) -> list[Prop]:
    return [Tree(side * x, start + index * step, 2.0 + index % 3 * 0.3) for index in range(count)]


def _lamps(side: float, x: float, start: float, count: int, step: float = 22) -> list[Prop]:
    return [Lamp(side * x, start + index * step, -side * 2.6) for index in range(count)]


def _traffic(lane: float, speed: int, colors: tuple[tuple[int, int, int], ...]) -> list[Actor]:
    """Cars on one lane: oncoming where `lane` is left of the middle."""
    near, far = 1.0, 150.0
    ends = (far, near) if lane < 0 else (near, far)
    return [
        Actor(
            Kind.VAN if index % 4 == 3 else Kind.CAR,
            lane,
            ends[0],
            lane,
            ends[1],
            color,
            speed,
            index / len(colors),
        )
        for index, color in enumerate(colors)
    ]


def _stroll(
    x: float, near: float, far: float, colors: tuple[tuple[int, int, int], ...], laps: int = 1
) -> list[Actor]:
    """People along the pavement, some coming, some going."""
    people: list[Actor] = []
    for index, color in enumerate(colors):
        ends = (near, far) if index % 2 else (far, near)
        off = x + (index % 3 - 1) * 0.9
        people.append(
            Actor(Kind.WALKER, off, ends[0], off, ends[1], color, laps, index / len(colors) * 0.93)
        )
    return people


_COATS = (
    (148, 52, 58),
    (58, 86, 130),
    (96, 108, 92),
    (196, 182, 150),
    (70, 66, 82),
    (178, 128, 64),
)


def _stalls() -> list[Prop]:
    """Market stalls on both sides, each with an awning."""
    props: list[Prop] = []
    for side in (-1, 1):
        for z, color in ((9, _RED), (15, _NAVY), (21, _GREEN), (27, _TAXI), (33, _RED)):
            x = side * 5.4
            props.append(Box(x - 1.4, x + 1.4, z, z + 3.2, 0.9, (168, 136, 98)))
            props.append(Box(x - 1.7, x + 1.7, z - 0.2, z + 3.4, 0.14, color, 2.4))
    return props


def _parked() -> list[Prop]:
    """Cars in the bays of a car park, some bays free."""
    colors = (_SILVER, _BLACK, None, _RED, _WHITE, None, _NAVY, _SILVER, _GREY)
    props: list[Prop] = []
    for side in (-1, 1):
        for slot, color in enumerate(colors):
            if color is not None:
                z = slot * 2.7 + 8.5
                low, high = sorted((side * 3.9, side * 8.2))
                props.append(Box(low, high, z, z + 1.75, 0.6, color, 0.3))
                low, high = sorted((side * 4.8, side * 7.6))
                props.append(Box(low, high, z + 0.1, z + 1.65, 0.5, _BLACK, 0.9))
    return props


_SCENES = (
    Scene(
        "market",
        "菜场东口",
        NOON,
        View(5.2, 0.4, 2, 15, 66),
        Layout(road=4.0, lanes=0, pavement=6, surface="concrete", marked=False),
        (*_row(-1, 6, 4, 10, True), *_row(1, 6, 4, 13, True), *_stalls(), *_lamps(1, 10.5, 14, 3)),
        (
            *_stroll(-2.4, 5, 44, _COATS),
            *_stroll(0.2, 6, 50, _COATS[::-1]),
            *_stroll(2.6, 5, 40, _COATS),
            Actor(Kind.RIDER, 1.2, 60, 0.8, 3, _NAVY, 1, 0.3),
            Actor(Kind.RIDER, -1.0, 3, -1.2, 60, _GREEN, 1, 0.7),
        ),
    ),
    Scene(
        "crossroads",
        "路口全景",
        NOON,
        View(8.5, -3, 6, 19, 70),
        Layout(road=8, lanes=4, crossing=30, cross_half=8, zebra=(17.5, 42.5)),
        (
            *_row(-1, 45, 3, 22, True, setback=14),
            *_row(1, 45, 3, 28, True, setback=14),
            Building(-40, -14, 4, 18, 16, _BRICK, True),
            Building(14, 40, 3, 17, 20, _BLUE, True),
            *_trees(1, 11, 52, 5),
            *_trees(-1, 11, 52, 5),
            *_lamps(1, 10.5, 19, 4),
            *_lamps(-1, 10.5, 19, 4),
        ),
        (
            *_traffic(-2.2, 1, (_RED, _SILVER, _TAXI)),
            *_traffic(2.2, 1, (_BLACK, _WHITE)),
            Actor(Kind.CAR, -60, 33.5, 60, 33.5, _NAVY, 1, 0.1),
            Actor(Kind.BUS, 65, 26.5, -65, 26.5, _GREEN, 1, 0.55),
            Actor(Kind.WALKER, -9, 17, 9, 17.6, _COATS[0], 1, 0.2),
            Actor(Kind.WALKER, 9, 18, -9, 17.4, _COATS[1], 1, 0.5),
            Actor(Kind.RIDER, -6.4, 4, -6.2, 90, _TAXI, 1, 0.8),
        ),
    ),
    Scene(
        "school",
        "小学南门",
        MORNING,
        View(5.6, -2.5, 16, 14, 64),
        Layout(road=5.5, lanes=2, pavement=5, zebra=(17,)),
        (
            Building(11, 60, 26, 44, 15, _CREAM),
            Box(10.6, 10.9, 8, 15, 2.2, (196, 188, 176)),
            Box(10.6, 10.9, 20, 60, 2.2, (196, 188, 176)),
            Box(10.4, 11.4, 14.4, 15.4, 3.6, _BRICK),
            Box(10.4, 11.4, 19.6, 20.6, 3.6, _BRICK),
            Box(10.4, 11.2, 14.4, 20.6, 0.7, _RED, 3.6),
            *_row(-1, 14, 4, 13, True),
            *_trees(1, 8.2, 24, 5),
            *_trees(-1, 8.2, 12, 6),
            *_lamps(-1, 7, 18, 3),
        ),
        (
            *_stroll(8, 8, 40, _COATS),
            *_stroll(9, 6, 30, _COATS[::-1]),
            Actor(Kind.WALKER, -7, 16.8, 9.5, 17.2, _RED, 1, 0.0),
            Actor(Kind.WALKER, -7.2, 17.6, 9.5, 17.4, _TAXI, 1, 0.04),
            Actor(Kind.WALKER, 9.5, 16.4, -7, 16.6, _NAVY, 1, 0.45),
            Actor(Kind.BUS, -2.7, 140, -2.7, 2, _TAXI, 1, 0.2, 0.8, 0.35),
            Actor(Kind.CAR, 2.7, 2, 2.7, 140, _SILVER, 1, 0.55),
            Actor(Kind.CAR, 2.7, 2, 2.7, 140, _BLACK, 1, 0.85),
        ),
    ),
    Scene(
        "avenue",
        "大道公交站",
        OVERCAST,
        View(7, 3.5, -5, 14, 60),
        Layout(road=10.5, lanes=6, pavement=5),
        (
            *_row(-1, 20, 5, 30, False, setback=22),
            *_row(1, 24, 5, 24, True, setback=20),
            *_trees(-1, 12.6, 10, 9),
            *_trees(1, 12.8, 34, 8),
            *_lamps(1, 11, 16, 5),
            *_lamps(-1, 11, 22, 5),
            Box(11.6, 11.8, 17, 25, 2.3, _BLUE),
            Box(11.2, 13.2, 16.6, 25.4, 0.15, _GREY, 2.5),
        ),
        (
            *_traffic(-1.8, 1, (_SILVER, _BLACK, _RED)),
            *_traffic(-5.2, 1, (_WHITE, _NAVY, _TAXI, _GREY)),
            *_traffic(1.8, 1, (_TAXI, _BLACK, _SILVER)),
            *_traffic(5.2, 1, (_WHITE, _RED)),
            Actor(Kind.BUS, 8.8, 2, 8.8, 150, _GREEN, 1, 0.1, 0.13, 0.4),
            *_stroll(12.6, 14, 30, _COATS[:4]),
        ),
    ),
    Scene(
        "parking",
        "停车场",
        NOON,
        View(7.5, 0, 0, 20, 68),
        Layout(kind="parking"),
        (
            *_parked(),
            *_trees(-1, 11.5, 9, 5),
            *_trees(1, 11.5, 12, 5),
            Building(-34, 34, 46, 60, 19, _WHITE),
            *_lamps(-1, 9.6, 16, 2),
        ),
        (
            Actor(Kind.CAR, -1.4, 46, -1.4, 1, _RED, 1, 0.0, 0.55, 0.3),
            Actor(Kind.CAR, 1.5, 1, 1.5, 46, _NAVY, 1, 0.5),
            *_stroll(0, 7, 40, _COATS[:3]),
        ),
    ),
    Scene(
        "underpass",
        "下穿通道",
        RAIN,
        View(5.5, -1.5, 3, 12, 62),
        Layout(road=6.5, lanes=2, pavement=2.2, surface="grass"),
        (
            Box(-60, 60, 38, 48, 1.6, (128, 126, 122), 5.2),
            Box(-60, -7.5, 38, 48, 5.2, (112, 110, 106)),
            Box(7.5, 60, 38, 48, 5.2, (112, 110, 106)),
            Box(-60, 60, 37.9, 38, 0.8, _TAXI, 4.5),
            Box(-9.4, -9, 6, 38, 1.6, (138, 136, 132)),
            Box(9, 9.4, 6, 38, 1.6, (138, 136, 132)),
            *_trees(-1, 14, 14, 3),
            *_trees(1, 14, 10, 3),
            *_lamps(1, 8, 12, 2),
        ),
        (
            Actor(Kind.CAR, -3, 60, -3, 2, _SILVER, 1, 0.1),
            Actor(Kind.VAN, -3, 60, -3, 2, _WHITE, 1, 0.6),
            Actor(Kind.CAR, 3, 2, 3, 60, _RED, 1, 0.35),
            Actor(Kind.RIDER, 5.4, 2, 5.4, 60, _TAXI, 1, 0.8),
        ),
    ),
    Scene(
        "gate",
        "小区3号门",
        DUSK,
        View(4.6, -3, 14, 13, 64),
        Layout(road=4.2, lanes=2, pavement=4, surface="grass"),
        (
            Building(-44, -12, 34, 48, 33, _CREAM),
            Building(9, 40, 30, 46, 36, _WHITE),
            Building(-14, 8, 74, 90, 40, _GREY),
            Box(4.6, 6.8, 17, 20, 2.9, _WHITE),
            Box(-6.2, -4.4, 17, 20, 4.4, _BRICK),
            Box(6.9, 8.2, 17, 20, 4.4, _BRICK),
            Box(-6.2, 8.2, 17.4, 19.4, 0.7, _BRICK, 4.4),
            Box(-4.3, 0.2, 18.0, 18.12, 0.14, _RED, 1.0),
            *_trees(-1, 9, 12, 4),
            *_trees(1, 11, 11, 4),
            *_lamps(1, 8.6, 24, 2),
        ),
        (
            Actor(Kind.CAR, 2.1, 2, 2.1, 70, _BLACK, 1, 0.1, 0.2, 0.3),
            Actor(Kind.CAR, -2.1, 70, -2.1, 2, _SILVER, 1, 0.6),
            *_stroll(6.2, 8, 15, _COATS[:2]),
            *_stroll(-5.5, 7, 40, _COATS[2:5]),
            Actor(Kind.RIDER, 3.4, 3, 3.4, 60, _GREEN, 1, 0.75),
        ),
    ),
    Scene(
        "night_street",
        "夜间街道",
        NIGHT,
        View(6, 2, -4, 13, 62),
        Layout(road=7, lanes=4, pavement=4.5),
        (
            *_row(-1, 8, 6, 18, True),
            *_row(1, 14, 6, 14, True),
            *_lamps(-1, 8, 12, 6),
            *_lamps(1, 8, 20, 6),
            *_trees(1, 9.6, 24, 5),
        ),
        (
            *_traffic(-1.9, 1, (_BLACK, _SILVER)),
            *_traffic(-5, 1, (_RED, _WHITE, _GREY)),
            *_traffic(2, 1, (_NAVY, _TAXI)),
            *_stroll(9, 8, 50, _COATS[:4]),
            *_stroll(-9.2, 8, 50, _COATS[2:]),
        ),
    ),
    Scene(
        "night_rain",
        "夜雨路口",
        NIGHT_RAIN,
        View(7.5, -2, 4, 17, 68),
        Layout(road=7.5, lanes=4, crossing=28, cross_half=7, zebra=(16.5,)),
        (
            *_row(-1, 42, 3, 24, True, setback=13),
            *_row(1, 42, 3, 18, True, setback=13),
            Building(13, 36, 3, 17, 15, _GREY, True),
            Building(-36, -13, 2, 17, 18, _CREAM, True),
            *_lamps(-1, 9.6, 18, 4),
            *_lamps(1, 9.6, 18, 4),
        ),
        (
            *_traffic(-2, 1, (_BLACK, _TAXI, _SILVER)),
            *_traffic(2, 1, (_WHITE,)),
            Actor(Kind.CAR, 55, 25, -55, 25, _RED, 1, 0.3),
            Actor(Kind.BUS, -60, 31, 60, 31, _NAVY, 1, 0.7),
            Actor(Kind.WALKER, -8.5, 16.2, 8.5, 16.8, _RED, 1, 0.15),
            Actor(Kind.WALKER, 8.5, 17, -8.5, 16.4, _TAXI, 1, 0.6),
        ),
    ),
    Scene(
        "factory",
        "园区厂门",
        OVERCAST,
        View(6.5, 2, -7, 15, 66),
        Layout(kind="yard"),
        (
            Building(-40, -11, 16, 60, 11, _BLUE, False, False),
            Building(12, 44, 26, 70, 9, _GREY, False, False),
            Building(-8, 10, 66, 84, 14, _WHITE),
            Box(14, 18, 12, 22, 2.6, _RED),
            Box(14.2, 18, 12.4, 21.6, 2.5, _NAVY, 2.6),
            Box(-30, -28, 36, 38, 22, (188, 96, 84)),
            Box(-10.4, -8.4, 12, 15, 3.0, _WHITE),
            *_trees(1, 10.4, 34, 4),
            *_lamps(-1, 9.6, 20, 3),
        ),
        (
            Actor(Kind.BUS, -2.6, 80, -2.6, 2, _SILVER, 1, 0.0, 0.6, 0.3),
            Actor(Kind.VAN, 2.6, 2, 2.6, 80, _TAXI, 1, 0.5),
            Actor(Kind.WALKER, -8, 24, 12, 25, _TAXI, 1, 0.1),
            Actor(Kind.WALKER, 12, 30, -8, 29, _TAXI, 1, 0.5),
            *_stroll(7.5, 8, 40, (_TAXI, _NAVY)),
        ),
    ),
    Scene(
        "railway",
        "铁路道口",
        FOG,
        View(5.8, -2, 5, 13, 64),
        Layout(kind="railway", road=4.5, lanes=2, pavement=2, surface="grass"),
        (
            Box(5.6, 6.2, 14, 14.6, 3.4, _WHITE),
            Box(-6.2, -5.6, 30, 30.6, 3.4, _WHITE),
            Box(7.4, 10, 12, 15, 3.0, _CREAM),
            *_trees(-1, 11, 34, 4),
            *_trees(1, 12, 34, 4),
            *_lamps(-1, 6.4, 14, 2),
            Building(16, 34, 40, 56, 9, _BRICK),
        ),
        (
            Actor(Kind.TRAIN, -150, 23.8, 150, 23.8, _GREEN, 1, 0.0),
            Actor(Kind.RIDER, -1.6, 15, -1.6, 2, _RED, 1, 0.45),
            Actor(Kind.WALKER, 5.2, 4, 5.2, 14, _COATS[1], 1, 0.6),
            Actor(Kind.WALKER, -5.2, 14, -5.2, 4, _COATS[3], 1, 0.2),
        ),
    ),
    Scene(
        "fall",
        "步行街广场",
        MORNING,
        View(5.4, 0, -1, 17, 62),
        Layout(kind="plaza"),
        (
            *_row(-1, 14, 3, 12, True, setback=16),
            *_row(1, 14, 3, 15, True, setback=16),
            Building(-16, 16, 66, 80, 24, _CREAM, True),
            *_trees(-1, 12, 12, 5, 9),
            *_trees(1, 12, 16, 4, 9),
            Box(-8.6, -6.8, 17, 17.7, 0.5, (150, 112, 78)),
            Box(6.8, 8.6, 22, 22.7, 0.5, (150, 112, 78)),
            *_lamps(1, 13.6, 18, 2),
        ),
        (
            Actor(Kind.FALLER, -5.5, 14.6, 6.0, 12.6, (112, 118, 128), 1, 0.0, 0.45, 0.5),
            Actor(Kind.WALKER, 7, 34, -6, 31, _COATS[0], 1, 0.2),
            Actor(Kind.WALKER, -9, 24, 9, 27, _COATS[1], 1, 0.6),
            *_stroll(-4, 22, 56, _COATS[:3]),
            *_stroll(5, 24, 56, _COATS[3:]),
        ),
    ),
)

SCENES = tuple(scene.name for scene in _SCENES)
"""Names of all scenes."""


def open_scene(name: str, seconds: int) -> Picture:
    """A scene ready to be drawn as a loop of `seconds`; raises KeyError on an unknown name."""
    found = {scene.name: (number, scene) for number, scene in enumerate(_SCENES, start=1)}
    number, scene = found[name]
    return Picture(scene, number, seconds)
