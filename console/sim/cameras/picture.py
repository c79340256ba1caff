"""Draws a scene at any moment of its loop."""

from __future__ import annotations

import numpy as np

from console.sim.cameras import frame_code
from console.sim.cameras.backdrop import Backdrop
from console.sim.cameras.canvas import Pixels
from console.sim.cameras.cast import Cast
from console.sim.cameras.lens import Lens
from console.sim.cameras.lettering import Lettering
from console.sim.cameras.scene import Scene

WIDTH, HEIGHT = 1280, 720
_DROPS = 260
_DROP_LENGTH = 22


class Picture:
    """A scene with its background painted once; without the words and the frame counter."""

    def __init__(self, scene: Scene, number: int, seconds: int) -> None:
        """`number` tells scenes apart on screen; the loop is `seconds` long."""
        lens = Lens(scene.view, WIDTH, HEIGHT)
        self._scene = scene
        self._seconds = seconds
        self._title = f"模拟{number:02d} {scene.label}"
        self._still = Backdrop(lens, scene.light).draw(scene.layout, scene.props)
        self._cast = Cast(lens, scene.light)
        self._drops = np.random.default_rng(number)

    def at(self, second: float) -> Pixels:
        """The picture at a second of the loop, RGB of shape (`HEIGHT`, `WIDTH`, 3)."""
        picture = self._still.copy()
        self._cast.draw(picture, self._scene.actors, second / self._seconds)
        if self._scene.light.rain:
            self._rain(picture)
        return picture

    def burn_in(self, picture: Pixels, lettering: Lettering, second: float, counter: int) -> None:
        """Write clock, scene name and frame counter into a picture of any size."""
        clock = self._scene.light.clock + int(second)
        text = f"{clock // 3600:02d}:{clock // 60 % 60:02d}:{clock % 60:02d} {self._title}"
        lettering.write(picture, text, picture.shape[1] // 10, picture.shape[0] // 40)
        frame_code.draw(picture, counter)

    def _rain(self, picture: Pixels) -> None:
        """Streaks that are somewhere else in every frame."""
        columns = self._drops.integers(0, WIDTH - _DROP_LENGTH, _DROPS)
        rows = self._drops.integers(0, HEIGHT - _DROP_LENGTH, _DROPS)
        for step in range(_DROP_LENGTH):
            at = (rows + step, columns + step // 5)
            picture[at] = np.minimum(picture[at].astype(np.int16) + 34, 255).astype(np.uint8)
