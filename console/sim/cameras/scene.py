"""The street scenes: what stands there, what light falls on it, what moves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.sim.cameras.canvas import Color


class Setting(StrEnum):
    """What the camera looks at."""

    AVENUE = "avenue"
    JUNCTION = "junction"
    SQUARE = "square"
    COMPOUND = "compound"
    UNDERPASS = "underpass"
    RIVERSIDE = "riverside"


@dataclass(frozen=True, slots=True)
class Light:
    """Colours of an hour and a weather."""

    sky: Color
    horizon: Color
    ground: Color
    road: Color
    walls: tuple[Color, ...]
    leaves: Color
    windows: Color
    dark: float = 0.0
    rain: bool = False


DAY = Light((96, 142, 196), (200, 216, 230), (122, 128, 118), (74, 78, 84),
            ((172, 160, 146), (142, 150, 160), (186, 176, 158), (128, 120, 116)),
            (66, 104, 62), (84, 108, 132))  # fmt: skip
HAZE = Light((138, 150, 164), (196, 200, 202), (128, 128, 122), (84, 86, 90),
             ((160, 156, 150), (140, 144, 150), (172, 168, 160), (132, 130, 128)),
             (84, 104, 78), (100, 112, 124))  # fmt: skip
DUSK = Light((54, 62, 104), (222, 150, 104), (76, 70, 72), (52, 52, 60),
             ((98, 86, 90), (80, 78, 92), (106, 92, 88), (72, 68, 78)),
             (40, 58, 46), (246, 206, 128), 0.15)  # fmt: skip
NIGHT = Light((14, 18, 34), (34, 40, 62), (34, 36, 42), (28, 30, 36),
              ((40, 42, 54), (34, 38, 50), (46, 44, 54), (30, 32, 42)),
              (18, 28, 24), (236, 200, 120), 0.4)  # fmt: skip
RAIN = Light((84, 94, 108), (134, 142, 150), (84, 90, 92), (58, 64, 72),
             ((108, 108, 110), (92, 98, 106), (116, 112, 108), (86, 86, 90)),
             (48, 74, 56), (150, 160, 150), 0.1, rain=True)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene: its caption (dot font: capitals and digits), setting, light and traffic.

    `cars` and `walkers` are how many are on their way at once; in a scene with `fall` one walker
    falls and stays down. `seed` varies houses and colours.
    """

    name: str
    caption: str
    setting: Setting
    light: Light
    cars: int
    walkers: int
    seed: int
    fall: bool = False


SCENES: tuple[Scene, ...] = (
    Scene("market-gate", "MARKET EAST GATE", Setting.SQUARE, DAY, 0, 9, 11),
    Scene("avenue-bus", "AVENUE BUS STOP", Setting.AVENUE, DAY, 5, 4, 12),
    Scene("school", "SCHOOL SOUTH GATE", Setting.AVENUE, HAZE, 2, 10, 13),
    Scene("junction", "CENTRAL JUNCTION", Setting.JUNCTION, DAY, 6, 4, 14),
    Scene("underpass", "UNDERPASS NORTH", Setting.UNDERPASS, RAIN, 3, 0, 15),
    Scene("compound", "COMPOUND GATE 3", Setting.COMPOUND, HAZE, 1, 5, 16),
    Scene("riverside", "RIVERSIDE WALK", Setting.RIVERSIDE, DUSK, 0, 6, 17),
    Scene("avenue-night", "AVENUE WEST", Setting.AVENUE, NIGHT, 5, 2, 18),
    Scene("junction-rain", "BRIDGE JUNCTION", Setting.JUNCTION, RAIN, 4, 3, 19),
    Scene("square-dusk", "PEOPLES SQUARE", Setting.SQUARE, DUSK, 0, 8, 20),
    Scene("park-road", "PARK ROAD FACTORY", Setting.AVENUE, HAZE, 3, 1, 21),
    Scene("fall", "COMPOUND PATH 7", Setting.COMPOUND, DAY, 0, 3, 22, fall=True),
)
FALL = next(at for at, scene in enumerate(SCENES) if scene.fall)
