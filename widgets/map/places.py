"""Where the rows of the store are."""

from __future__ import annotations

from collections.abc import Callable

from console.client.store import Store
from console.domain.facts import Kind
from console.domain.geo import LonLat


class Places:
    """Finds the place of a row by its kind and key."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._finders: dict[Kind, Callable[[str], LonLat | None]] = {
            Kind.CASE: self._case,
            Kind.ALARM: self._alarm,
            Kind.CAMERA: lambda key: store.cameras[key].place if key in store.cameras else None,
            Kind.UNIT: lambda key: store.units[key].place if key in store.units else None,
            Kind.GRID: self.grid,
            Kind.SITE: lambda key: store.sites[key].place if key in store.sites else None,
            Kind.STREET: self._street,
            Kind.VENUE: self._venue,
        }

    def place(self, kind: Kind, key: str) -> LonLat | None:
        """The place of a row, None where it is unknown or has none."""
        finder = self._finders.get(kind)
        return None if finder is None else finder(key)

    def grid(self, code: str) -> LonLat | None:
        """The middle of a grid."""
        grid = self._store.grids.get(code)
        return None if grid is None else grid.centre

    def _case(self, number: str) -> LonLat | None:
        case = self._store.cases.get(number)
        return None if case is None else case.opening.place or self.grid(case.opening.grid)

    def _alarm(self, key: str) -> LonLat | None:
        alarm = self._store.alarms.get(key)
        return None if alarm is None else alarm.place or self.grid(alarm.grid)

    def _street(self, code: str) -> LonLat | None:
        street = self._store.streets.get(code)
        return None if street is None else street.centre

    def _venue(self, key: str) -> LonLat | None:
        venue = self._store.venues.get(key)
        return None if venue is None else self._street(venue.street)
