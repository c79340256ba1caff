"""What makes cameras members of an alarm about cameras that dropped together."""

from __future__ import annotations

from console.domain.alarm import Alarm
from console.domain.camera import Camera, CameraState

CAMERAS_DOWN = "system.cameras"
"""Type of those alarms. Their `key` is the cause in the words of the camera platform."""


def dropped_with(alarm: Alarm, camera: Camera) -> bool:
    """Whether a camera is one of those the alarm stands for."""
    return (
        camera.street == alarm.street
        and camera.state is CameraState.OFFLINE
        and camera.reason == alarm.key
        and camera.state_since is not None
        and camera.state_since >= alarm.raised_at
    )
