"""What lies under a pixel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from console.domain.facts import Kind
from widgets.map.case_layer import CaseLayer
from widgets.map.layer import Layer
from widgets.map.scene import Scene
from widgets.map.unit_layer import UnitLayer
from widgets.map.view import View

_CASE_RADIUS = 15.0
_UNIT_RADIUS = 9.0
_CAMERA_RADIUS = 8.0
_SITE_RADIUS = 9.0
_DROP_RADIUS = 18.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A row under the pointer."""

    kind: Kind
    key: str


class HitTest:
    """Looks from the top down: cases, units, cameras, sites, grids; hidden layers do not count."""

    def __init__(self, cases: CaseLayer, units: UnitLayer, scene: Callable[[], Scene]) -> None:
        self._cases = cases
        self._units = units
        self._scene = scene

    def at(self, view: View, px: float, py: float, layers: frozenset[Layer]) -> Hit | None:
        """The topmost row at a pixel, None outside the district."""
        for layer, find in (
            (Layer.CASES, self._case),
            (Layer.UNITS, self._unit),
            (Layer.CAMERAS, self._camera),
            (Layer.SITES, self._site),
        ):
            hit = find(view, px, py) if layer in layers else None
            if hit is not None:
                return hit
        grid = self.grid(view, px, py)
        return None if grid is None else Hit(Kind.GRID, grid)

    def camera(self, view: View, px: float, py: float) -> str | None:
        """The camera at a pixel, whatever lies on top of it."""
        return self._scene().cameras.nearest(view, px, py, _CAMERA_RADIUS)

    def grid(self, view: View, px: float, py: float) -> str | None:
        """The grid at a pixel."""
        return self._scene().grids.at(*view.world(px, py))

    def unit_near(self, view: View, px: float, py: float) -> str | None:
        """The unit at a pixel, as near as a hand that drops something can aim."""
        return self._units.nearest(view, px, py, _DROP_RADIUS)

    def case_near(self, view: View, px: float, py: float) -> str | None:
        """The worst case whose mark is at a pixel, aimed at likewise."""
        for mark, x, y in reversed(self._cases.placed(view)):
            if abs(x - px) <= _DROP_RADIUS and abs(y - py) <= _DROP_RADIUS:
                return mark.numbers[0]
        return None

    def _case(self, view: View, px: float, py: float) -> Hit | None:
        for mark, x, y in reversed(self._cases.placed(view)):
            radius = _CASE_RADIUS if mark.level < 4 else _CASE_RADIUS * 0.7
            if abs(x - px) <= radius and abs(y - py) <= radius:
                return Hit(Kind.CASE, mark.numbers[0])
        return None

    def _unit(self, view: View, px: float, py: float) -> Hit | None:
        key = self._units.nearest(view, px, py, _UNIT_RADIUS)
        return None if key is None else Hit(Kind.UNIT, key)

    def _camera(self, view: View, px: float, py: float) -> Hit | None:
        key = self.camera(view, px, py)
        return None if key is None else Hit(Kind.CAMERA, key)

    def _site(self, view: View, px: float, py: float) -> Hit | None:
        x, y = view.world(px, py)
        reach = _SITE_RADIUS / view.scale
        for site in self._scene().sites:
            if abs(site.at[0] - x) <= reach and abs(site.at[1] - y) <= reach:
                return Hit(Kind.SITE, site.id)
        return None
