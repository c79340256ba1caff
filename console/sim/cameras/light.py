"""Light and weather of a scene."""

from __future__ import annotations

from dataclasses import dataclass

from console.sim.cameras.color import Color


@dataclass(frozen=True, slots=True)
class Light:
    """Colours of the sky, tint of everything lit, haze and what night and rain bring.

    `haze_m` is the distance in metres at which about two thirds are lost in `haze`; `clock` is the
    time of day shown, in seconds.
    """

    sky_top: Color
    sky_low: Color
    tint: Color
    haze: Color
    haze_m: float
    clouds: float
    clock: int
    night: bool = False
    rain: bool = False
    sun: float = 0.0


NOON = Light(
    (96, 148, 205), (190, 213, 232), (1.02, 1.0, 0.96), (186, 204, 220), 420, 0.5, 43_260, sun=1
)
MORNING = Light(
    (124, 158, 196), (240, 214, 184), (1.06, 0.98, 0.88), (226, 208, 188), 260, 0.4, 26_520, sun=0.8
)
OVERCAST = Light(
    (142, 152, 163), (188, 194, 199), (0.86, 0.88, 0.92), (178, 184, 190), 240, 0.9, 50_700
)
FOG = Light((178, 184, 188), (196, 200, 203), (0.84, 0.86, 0.88), (192, 197, 200), 62, 0.2, 24_360)
RAIN = Light(
    (96, 106, 118),
    (132, 142, 152),
    (0.62, 0.66, 0.72),
    (124, 134, 144),
    150,
    0.8,
    58_080,
    rain=True,
)
DUSK = Light(
    (58, 70, 112), (226, 150, 104), (0.62, 0.56, 0.60), (150, 120, 116), 320, 0.5, 66_540, sun=0.3
)
NIGHT = Light(
    (10, 14, 28), (34, 38, 54), (0.26, 0.28, 0.36), (24, 28, 42), 260, 0.2, 79_980, night=True
)
NIGHT_RAIN = Light(
    (12, 15, 24),
    (40, 42, 50),
    (0.24, 0.26, 0.31),
    (38, 40, 48),
    120,
    0.3,
    3_420,
    night=True,
    rain=True,
)
