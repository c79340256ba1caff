"""Everything on the map that does not move, laid out on the plane."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from console.client.store import Store
from console.domain.geo import LonLat
from console.domain.place import Site, SiteKind
from console.domain.venue import VenueState
from widgets.map.camera_points import CameraPoints
from widgets.map.grid_shapes import GridShapes
from widgets.map.projection import Projection
from widgets.map.road_shapes import RoadShapes

Spot = tuple[float, float]
"""A world position in metres."""


@dataclass(frozen=True, slots=True)
class NamedSpot:
    """Something with a name at a world position."""

    text: str
    at: Spot


@dataclass(frozen=True, slots=True)
class StreetSpot:
    """A street's name, and what its conference venue says of itself (None: it has none)."""

    text: str
    at: Spot
    venue: VenueState | None


@dataclass(frozen=True, slots=True)
class SiteSpot:
    """A school, sensor or the like."""

    id: str
    text: str
    kind: SiteKind
    at: Spot


class Scene:
    """The static district on the plane, built from the store in one go."""

    def __init__(self, store: Store) -> None:
        grids = list(store.grids.values())
        self.projection = Projection(_middle([grid.centre for grid in grids]))
        self.grids = GridShapes(grids, self.projection)
        self.roads = RoadShapes(list(store.roads.values()), self.projection)
        self.cameras = CameraPoints(store.cameras, self.projection)
        self.streets = self._streets(store)
        self.communities = self._communities(store)
        self.labels = tuple(
            NamedSpot(grid.label, self.projection.world(grid.centre)) for grid in grids
        )
        self.sites = tuple(self._site(site) for site in store.sites.values())

    def reload_cameras(self, store: Store) -> None:
        """Lay out the cameras anew after some came, went or moved."""
        self.cameras = CameraPoints(store.cameras, self.projection)

    def reload_venues(self, store: Store) -> None:
        """Take over what the venues say of themselves."""
        self.streets = self._streets(store)

    def _streets(self, store: Store) -> tuple[StreetSpot, ...]:
        venues: Mapping[str, VenueState] = {
            venue.street: venue.state for venue in store.venues.values()
        }
        return tuple(
            StreetSpot(street.name, self.projection.world(street.centre), venues.get(street.code))
            for street in store.streets.values()
        )

    def _communities(self, store: Store) -> tuple[NamedSpot, ...]:
        sums: dict[str, list[float]] = {}
        for grid in store.grids.values():
            x, y = self.projection.world(grid.centre)
            total = sums.setdefault(grid.community, [0.0, 0.0, 0.0])
            total[0] += x
            total[1] += y
            total[2] += 1
        return tuple(
            NamedSpot(
                community.name, (sums[code][0] / sums[code][2], sums[code][1] / sums[code][2])
            )
            for code, community in store.communities.items()
            if code in sums
        )

    def _site(self, site: Site) -> SiteSpot:
        return SiteSpot(site.id, site.name, site.kind, self.projection.world(site.place))


def _middle(places: list[LonLat]) -> LonLat:
    if not places:
        return LonLat(0.0, 0.0)
    lons = [place.lon for place in places]
    lats = [place.lat for place in places]
    return LonLat((min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2)
