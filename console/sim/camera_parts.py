"""Which simulated cameras are ill and which show a scene of their own, as the sources tell it."""

from __future__ import annotations

from itertools import islice

import msgspec

from console.domain.bodies import CameraStatus
from console.domain.camera import CameraState
from console.domain.district import District
from console.sim.camera_platform import camera_statuses
from console.sim.cameras.casting import suited_scenes
from console.sim.cameras.fault import Fault
from console.sim.repertoire import Repertoire

SHOWN_BY_SCENARIO = {"S02": "fall", "S03": "underpass", "S07": "school"}
"""The scene that the first camera of a scenario shows."""


class CameraParts(msgspec.Struct, frozen=True):
    """Fault by camera id and scene by camera id."""

    faults: dict[str, str]
    casting: dict[str, str]


def camera_parts(district: District, repertoire: Repertoire, seed: int) -> CameraParts:
    """Cameras that the camera platform calls offline give no picture at the start either.

    The others show what they watch, unless a scenario needs something else.
    """
    statuses = camera_statuses(district.cameras, repertoire.cameras(), seed)
    at_start = [planned.body for planned in islice(statuses, len(district.cameras))]
    offline = [
        body.camera
        for body in at_start
        if isinstance(body, CameraStatus) and body.state is CameraState.OFFLINE
    ]
    casting = suited_scenes(district.cameras) | {
        each.cast.cameras[0].id: SHOWN_BY_SCENARIO[each.scenario.id]
        for each in repertoire.productions
        if each.scenario.id in SHOWN_BY_SCENARIO and each.cast.cameras
    }
    return CameraParts(dict.fromkeys(offline, Fault.UNAVAILABLE.value), casting)
