"""The two streams of a camera."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """A stream's size in pixels, frames per second and quality (x264 CRF, lower is better)."""

    name: str
    width: int
    height: int
    fps: int
    crf: int


PROFILES = {
    profile.name: profile
    for profile in (Profile("sub", 640, 360, 15, 25), Profile("main", 1280, 720, 25, 24))
}
