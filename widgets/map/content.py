"""What the map shows, kept in step with the store."""

from __future__ import annotations

from dataclasses import dataclass, field

from console.client.store import Changes, Store
from console.domain.facts import Kind
from widgets.map.case_layer import CaseLayer
from widgets.map.case_marks import CaseMarks
from widgets.map.scene import Scene
from widgets.map.sector_layer import SectorLayer
from widgets.map.sprites import Sprites
from widgets.map.tally import Tally
from widgets.map.unit_layer import UnitLayer
from widgets.map.unit_tracks import UnitTracks
from widgets.theme import Theme

_STATIC = (Kind.DISTRICT, Kind.STREET, Kind.COMMUNITY, Kind.GRID, Kind.ROAD, Kind.SITE)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a batch of changes means for the picture.

    `scene`: everything static must be drawn anew; `signs`: only cameras or lamps; `grids`: codes
    that change colour; `units`: moved units.
    """

    scene: bool = False
    signs: bool = False
    cases: bool = False
    grids: frozenset[str] = field(default_factory=frozenset)
    units: frozenset[str] = field(default_factory=frozenset)


class MapContent:
    """Scene, tally, marks and tracks of one store."""

    def __init__(self, store: Store, theme: Theme) -> None:
        self.store = store
        self.tally = Tally()
        self.sprites = Sprites(theme)
        self.scene = Scene(store)
        self.marks = CaseMarks()
        self.tracks = UnitTracks()
        self.cases = CaseLayer(self.marks, self.sprites)
        self.units = UnitLayer(self.tracks, self.sprites, lambda: store.units)
        self.sectors = SectorLayer(theme, self.sprites)
        self._rebuild_moving()

    def take(self, changes: Changes) -> Effect:
        """Follow the store after it changed; tells what has to be painted."""
        if changes.reset or any(changes.touched(kind) for kind in _STATIC):
            self.scene = Scene(self.store)
            self._rebuild_moving()
            return Effect(scene=True, cases=True)
        cases, units = _keys(changes, Kind.CASE), _keys(changes, Kind.UNIT)
        grids = self.tally.update(cases, self.store.cases)
        projection = self.scene.projection
        if cases:
            self.marks.update(cases, self.store.cases, self.store.grids, projection)
        if units:
            self.tracks.update(units, self.store.units, projection)
        return Effect(signs=self._signs(changes), cases=bool(cases), grids=grids, units=units)

    def _signs(self, changes: Changes) -> bool:
        cameras = _keys(changes, Kind.CAMERA)
        if cameras and not self.scene.cameras.update(cameras, self.store.cameras):
            self.scene.reload_cameras(self.store)
        venues = changes.touched(Kind.VENUE)
        if venues:
            self.scene.reload_venues(self.store)
        return bool(cameras) or venues

    def _rebuild_moving(self) -> None:
        self.tally.rebuild(self.store.cases)
        self.marks.rebuild(self.store.cases, self.store.grids, self.scene.projection)
        self.tracks.rebuild(self.store.units, self.scene.projection)


def _keys(changes: Changes, kind: Kind) -> frozenset[str]:
    return changes.upserted.get(kind, frozenset()) | changes.removed.get(kind, frozenset())
