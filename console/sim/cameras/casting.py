"""Which scene a camera shows and what is wrong with it, from what is known of the camera."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from console.domain.camera import Camera, CameraState
from console.sim.cameras.fault import Fault
from console.sim.dice import dice

_SCENES: Mapping[str, tuple[str, ...]] = {
    "market": ("market",),
    "bus_stop": ("avenue",),
    "parking": ("parking",),
    "school": ("school",),
    "compound": ("gate", "parking", "gate"),
    "enterprise": ("factory",),
    "underpass": ("underpass",),
    "hospital": ("parking", "avenue", "gate"),
    "key_site": ("fall", "market", "railway", "avenue"),
    "junction": ("crossroads", "night_rain", "crossroads"),
    "road": ("avenue", "night_street", "avenue"),
}


def casting(cameras: Iterable[Camera]) -> dict[str, str]:
    """The scene of each camera by its id; cameras without a known tag are left out."""
    cast: dict[str, str] = {}
    for position, camera in enumerate(cameras):
        scenes = next((_SCENES[tag] for tag in camera.tags if tag in _SCENES), None)
        if scenes is not None:
            cast[camera.id] = scenes[position % len(scenes)]
    return cast


def standing_faults(cameras: Iterable[Camera], seed: int) -> dict[str, str]:
    """A fault for each camera that is offline: half are silent, half refuse."""
    chance = dice(seed, "camera faults")
    return {
        camera.id: chance.choice((Fault.BLACK_HOLE, Fault.UNAVAILABLE)).value
        for camera in cameras
        if camera.state is CameraState.OFFLINE
    }
