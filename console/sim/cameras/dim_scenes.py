"""Scenes at dusk, by night, in rain and in fog."""

from __future__ import annotations

from console.sim.cameras.actors import Actor, Kind
from console.sim.cameras.furniture import (
    BLACK,
    BRICK,
    COATS,
    CREAM,
    GREEN,
    GREY,
    NAVY,
    RED,
    SILVER,
    TAXI,
    WHITE,
    lamps,
    row,
    stroll,
    traffic,
    trees,
)
from console.sim.cameras.layout import Layout
from console.sim.cameras.light import DUSK, FOG, NIGHT, NIGHT_RAIN, RAIN
from console.sim.cameras.props import Box, Building
from console.sim.cameras.scene import Scene
from console.sim.cameras.view import View

DIM_SCENES = (
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
            Box(-60, 60, 37.9, 38, 0.8, TAXI, 4.5),
            Box(-9.4, -9, 6, 38, 1.6, (138, 136, 132)),
            Box(9, 9.4, 6, 38, 1.6, (138, 136, 132)),
            *trees(-1, 14, 14, 3),
            *trees(1, 14, 10, 3),
            *lamps(1, 8, 12, 2),
        ),
        (
            Actor(Kind.CAR, -3, 60, -3, 2, SILVER, 1, 0.1),
            Actor(Kind.VAN, -3, 60, -3, 2, WHITE, 1, 0.6),
            Actor(Kind.CAR, 3, 2, 3, 60, RED, 1, 0.35),
            Actor(Kind.RIDER, 5.4, 2, 5.4, 60, TAXI, 1, 0.8),
        ),
    ),
    Scene(
        "gate",
        "小区3号门",
        DUSK,
        View(4.6, -3, 14, 13, 64),
        Layout(road=4.2, lanes=2, pavement=4, surface="grass"),
        (
            Building(-44, -12, 34, 48, 33, CREAM),
            Building(9, 40, 30, 46, 36, WHITE),
            Building(-14, 8, 74, 90, 40, GREY),
            Box(4.6, 6.8, 17, 20, 2.9, WHITE),
            Box(-6.2, -4.4, 17, 20, 4.4, BRICK),
            Box(6.9, 8.2, 17, 20, 4.4, BRICK),
            Box(-6.2, 8.2, 17.4, 19.4, 0.7, BRICK, 4.4),
            Box(-4.3, 0.2, 18.0, 18.12, 0.14, RED, 1.0),
            *trees(-1, 9, 12, 4),
            *trees(1, 11, 11, 4),
            *lamps(1, 8.6, 24, 2),
        ),
        (
            Actor(Kind.CAR, 2.1, 2, 2.1, 70, BLACK, 1, 0.1, 0.2, 0.3),
            Actor(Kind.CAR, -2.1, 70, -2.1, 2, SILVER, 1, 0.6),
            *stroll(6.2, 8, 15, COATS[:2]),
            *stroll(-5.5, 7, 40, COATS[2:5]),
            Actor(Kind.RIDER, 3.4, 3, 3.4, 60, GREEN, 1, 0.75),
        ),
    ),
    Scene(
        "night_street",
        "夜间街道",
        NIGHT,
        View(6, 2, -4, 13, 62),
        Layout(road=7, lanes=4, pavement=4.5),
        (
            *row(-1, 8, 6, 18, True),
            *row(1, 14, 6, 14, True),
            *lamps(-1, 8, 12, 6),
            *lamps(1, 8, 20, 6),
            *trees(1, 9.6, 24, 5),
        ),
        (
            *traffic(-1.9, 1, (BLACK, SILVER)),
            *traffic(-5, 1, (RED, WHITE, GREY)),
            *traffic(2, 1, (NAVY, TAXI)),
            *stroll(9, 8, 50, COATS[:4]),
            *stroll(-9.2, 8, 50, COATS[2:]),
        ),
    ),
    Scene(
        "night_rain",
        "夜雨路口",
        NIGHT_RAIN,
        View(7.5, -2, 4, 17, 68),
        Layout(road=7.5, lanes=4, crossing=28, cross_half=7, zebra=(16.5,)),
        (
            *row(-1, 42, 3, 24, True, setback=13),
            *row(1, 42, 3, 18, True, setback=13),
            Building(13, 36, 3, 17, 15, GREY, True),
            Building(-36, -13, 2, 17, 18, CREAM, True),
            *lamps(-1, 9.6, 18, 4),
            *lamps(1, 9.6, 18, 4),
        ),
        (
            *traffic(-2, 1, (BLACK, TAXI, SILVER)),
            *traffic(2, 1, (WHITE,)),
            Actor(Kind.CAR, 55, 25, -55, 25, RED, 1, 0.3),
            Actor(Kind.BUS, -60, 31, 60, 31, NAVY, 1, 0.7),
            Actor(Kind.WALKER, -8.5, 16.2, 8.5, 16.8, RED, 1, 0.15),
            Actor(Kind.WALKER, 8.5, 17, -8.5, 16.4, TAXI, 1, 0.6),
        ),
    ),
    Scene(
        "railway",
        "铁路道口",
        FOG,
        View(5.8, -2, 5, 13, 64),
        Layout(kind="railway", road=4.5, lanes=2, pavement=2, surface="grass"),
        (
            Box(5.6, 6.2, 14, 14.6, 3.4, WHITE),
            Box(-6.2, -5.6, 30, 30.6, 3.4, WHITE),
            Box(7.4, 10, 12, 15, 3.0, CREAM),
            *trees(-1, 11, 34, 4),
            *trees(1, 12, 34, 4),
            *lamps(-1, 6.4, 14, 2),
            Building(16, 34, 40, 56, 9, BRICK),
        ),
        (
            Actor(Kind.TRAIN, -150, 23.8, 150, 23.8, GREEN, 1, 0.0),
            Actor(Kind.RIDER, -1.6, 15, -1.6, 2, RED, 1, 0.45),
            Actor(Kind.WALKER, 5.2, 4, 5.2, 14, COATS[1], 1, 0.6),
            Actor(Kind.WALKER, -5.2, 14, -5.2, 4, COATS[3], 1, 0.2),
        ),
    ),
)
