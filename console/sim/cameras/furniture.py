"""Rows of houses, trees, lamps, cars and people that scenes are put together from."""

from __future__ import annotations

from console.sim.cameras.actors import Actor, Kind
from console.sim.cameras.props import Box, Building, Lamp, Prop, Tree

BRICK = (176, 118, 96)
CREAM = (214, 200, 172)
GREY = (168, 170, 172)
WHITE = (212, 212, 208)
BLUE = (136, 156, 176)
RED, SILVER, BLACK = (168, 40, 38), (196, 200, 204), (38, 40, 44)
TAXI, NAVY, GREEN = (226, 172, 44), (44, 66, 118), (54, 122, 92)
COATS = (
    (148, 52, 58),
    (58, 86, 130),
    (96, 108, 92),
    (196, 182, 150),
    (70, 66, 82),
    (178, 128, 64),
)


def row(
    side: float, start: float, count: int, height: float, shops: bool, *, setback: float = 12
) -> list[Prop]:
    """Houses along one side of the road (-1 left, 1 right), of changing height and colour."""
    colors = (CREAM, BRICK, GREY, WHITE, BLUE)
    props: list[Prop] = []
    for index in range(count):
        near, far = start + index * 24.0, start + index * 24.0 + 22.0
        tall = height + (index * 7 + int(side) * 3) % 5 * 3.1
        x0, x1 = sorted((side * setback, side * (setback + 14)))
        color = colors[(index * 2 + (1 if side > 0 else 0)) % len(colors)]
        props.append(Building(x0, x1, near, far, tall, color, shops))
    return props


def trees(side: float, x: float, start: float, count: int, step: float = 11) -> list[Prop]:
    """Trees in a line, `x` from the middle on one side (-1 left, 1 right)."""
    return [Tree(side * x, start + index * step, 2.0 + index % 3 * 0.3) for index in range(count)]


def lamps(side: float, x: float, start: float, count: int, step: float = 22) -> list[Prop]:
    """Street lamps in a line whose arms reach over the road."""
    return [Lamp(side * x, start + index * step, -side * 2.6) for index in range(count)]


def traffic(lane: float, speed: int, colors: tuple[tuple[int, int, int], ...]) -> list[Actor]:
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


def stroll(
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


def stalls() -> list[Prop]:
    """Market stalls on both sides, each with an awning."""
    props: list[Prop] = []
    for side in (-1, 1):
        for z, color in ((9, RED), (15, NAVY), (21, GREEN), (27, TAXI), (33, RED)):
            x = side * 5.4
            props.append(Box(x - 1.4, x + 1.4, z, z + 3.2, 0.9, (168, 136, 98)))
            props.append(Box(x - 1.7, x + 1.7, z - 0.2, z + 3.4, 0.14, color, 2.4))
    return props


def parked() -> list[Prop]:
    """Cars in the bays of a car park, some bays free."""
    colors = (SILVER, BLACK, None, RED, WHITE, None, NAVY, SILVER, GREY)
    props: list[Prop] = []
    for side in (-1, 1):
        for slot, color in enumerate(colors):
            if color is not None:
                z = slot * 2.7 + 8.5
                low, high = sorted((side * 3.9, side * 8.2))
                props.append(Box(low, high, z, z + 1.75, 0.6, color, 0.3))
                low, high = sorted((side * 4.8, side * 7.6))
                props.append(Box(low, high, z + 0.1, z + 1.65, 0.5, BLACK, 0.9))
    return props
