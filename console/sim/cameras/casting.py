"""Which scene a camera shows, from what it watches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from console.domain.camera import Camera

_SCENES: Mapping[str, tuple[str, ...]] = {
    "market": ("market",),
    "bus_stop": ("avenue",),
    "parking": ("parking",),
    "school": ("school",),
    "compound": ("gate", "parking", "gate"),
    "enterprise": ("factory",),
    "underpass": ("underpass",),
    "hospital": ("parking", "avenue", "gate"),
    "key_site": ("market", "railway", "avenue"),
    "junction": ("crossroads", "night_rain", "crossroads"),
    "road": ("avenue", "night_street", "avenue"),
}


def suited_scenes(cameras: Sequence[Camera]) -> dict[str, str]:
    """The scene of each camera by its id; cameras without a known tag are left out."""
    cast: dict[str, str] = {}
    for position, camera in enumerate(cameras):
        scenes = next((_SCENES[tag] for tag in camera.tags if tag in _SCENES), None)
        if scenes is not None:
            cast[camera.id] = scenes[position % len(scenes)]
    return cast
