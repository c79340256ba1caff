"""Draws a scene frame by frame and encodes it as a loop, in both profiles at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import av

from console.sim.cameras.canvas import Pixels
from console.sim.cameras.encoded_loop import EncodedLoop
from console.sim.cameras.lettering import Lettering
from console.sim.cameras.picture import Picture
from console.sim.cameras.profile import Profile
from console.sim.cameras.scenes import SCENES

POSES_A_SECOND = 15
"""How often things move; a stream with more frames shows some pictures twice."""


class Stopped(Exception):
    """Encoding was given up before the end."""


class _Track:
    """One profile of the scene being encoded."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.units: list[bytes] = []
        self._codec = _codec(profile)
        self._lettering = Lettering(profile.height * 16 // 360)

    def add(self, picture: Picture, drawn: av.VideoFrame, upto: Fraction) -> None:
        """Encode every frame due before the second `upto`."""
        profile = self.profile
        pixels = drawn.reformat(profile.width, profile.height, format="rgb24").to_ndarray()
        while Fraction(len(self.units), profile.fps) < upto:
            index = len(self.units)
            self.units += self._encoded(self._lettered(picture, pixels.copy(), index), index)

    def _lettered(self, picture: Picture, pixels: Pixels, index: int) -> Pixels:
        picture.burn_in(pixels, self._lettering, index / self.profile.fps, index)
        return pixels

    def _encoded(self, pixels: Pixels, index: int) -> list[bytes]:
        frame = av.VideoFrame.from_ndarray(pixels, format="rgb24").reformat(format="yuv420p")
        frame.pts = index
        return [bytes(packet) for packet in self._codec.encode(frame)]


def encode(
    scene: str, profiles: Sequence[Profile], seconds: int, stopped: Callable[[], bool]
) -> Mapping[str, EncodedLoop]:
    """Loops of `scene` by profile name; raises `Stopped` as soon as `stopped()` says so."""
    number = list(SCENES).index(scene) + 1
    picture = Picture(SCENES[scene], number, seconds)
    tracks = [_Track(profile) for profile in profiles]
    for pose in range(seconds * POSES_A_SECOND):
        if stopped():
            raise Stopped
        pixels = picture.at(pose / POSES_A_SECOND)
        drawn = av.VideoFrame.from_ndarray(pixels, format="rgb24")
        for track in tracks:
            track.add(picture, drawn, Fraction(pose + 1, POSES_A_SECOND))
    return {
        track.profile.name: EncodedLoop(scene, track.profile.name, track.profile.fps, track.units)
        for track in tracks
    }


def _codec(profile: Profile) -> Any:
    """x264 without look-ahead or B frames: one access unit out for each frame in."""
    codec = av.CodecContext.create("libx264", "w")
    codec.width, codec.height = profile.width, profile.height
    codec.pix_fmt = "yuv420p"
    codec.time_base = Fraction(1, profile.fps)
    codec.framerate = Fraction(profile.fps, 1)
    codec.thread_count = 1
    codec.options = {
        "preset": "ultrafast",
        "tune": "zerolatency",
        "crf": str(profile.crf),
        "x264-params": (
            f"keyint={profile.fps}:min-keyint={profile.fps}:scenecut=0:bframes=0"
            ":repeat-headers=1:annexb=1:aud=1:sliced-threads=0"
        ),
    }
    return codec
