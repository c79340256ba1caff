"""Cameras as arrays: where they stand and whether they answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

from console.domain.camera import Camera, CameraState
from widgets.map.grid_shapes import Indices
from widgets.map.projection import Projection
from widgets.map.view import View

STATES = (CameraState.ONLINE, CameraState.UNKNOWN, CameraState.OFFLINE)
"""Order of the numbers in `states`; a later one hides an earlier one where signs are merged."""


class CameraPoints:
    """All cameras by position in `ids`.

    `worlds` has shape (n, 2) in metres; `states` (n,) holds positions in `STATES`.
    """

    def __init__(self, cameras: Mapping[str, Camera], projection: Projection) -> None:
        rows = list(cameras.values())
        self.ids = tuple(row.id for row in rows)
        self.numbers = tuple(row.number for row in rows)
        self.index = {row.id: index for index, row in enumerate(rows)}
        self.worlds = projection.worlds([row.place for row in rows])
        self.look = np.array(
            [(row.heading, row.fov, row.reach) for row in rows], dtype=np.float64
        ).reshape(-1, 3)
        self.states: npt.NDArray[np.int8] = np.array(
            [STATES.index(row.state) for row in rows], dtype=np.int8
        )
        self._places = [row.place for row in rows]

    def update(self, ids: Iterable[str], cameras: Mapping[str, Camera]) -> bool:
        """Take over changed states; False where a camera is new, gone or moved."""
        for key in ids:
            index, camera = self.index.get(key), cameras.get(key)
            if index is None or camera is None or camera.place != self._places[index]:
                return False
            self.states[index] = STATES.index(camera.state)
        return True

    def seen(self, view: View, margin: float = 0.0) -> Indices:
        """Cameras inside the view and a margin of pixels round it."""
        screen = view.to_screen(self.worlds)
        return np.flatnonzero(
            (screen[:, 0] >= -margin)
            & (screen[:, 0] <= view.width + margin)
            & (screen[:, 1] >= -margin)
            & (screen[:, 1] <= view.height + margin)
        )

    def thinned(self, chosen: Indices, gap: float) -> Indices:
        """One camera for each square of `gap` metres, the one in the worst state.

        The squares are fixed to the ground, so panning does not make signs flicker.
        """
        if not len(chosen):
            return chosen
        order = chosen[np.argsort(-self.states[chosen], kind="stable")]
        squares = np.floor(self.worlds[order] / gap).astype(np.int64)
        _, first = np.unique(squares[:, 0] * (1 << 32) + squares[:, 1], return_index=True)
        return order[first]

    def nearest(self, view: View, px: float, py: float, within: float) -> str | None:
        """Id of the camera nearest to a pixel, if one is closer than `within` pixels."""
        if not self.ids:
            return None
        x, y = view.world(px, py)
        squared = ((self.worlds - (x, y)) ** 2).sum(axis=1)
        best = int(squared.argmin())
        return self.ids[best] if squared[best] <= (within / view.scale) ** 2 else None
