"""Where the cameras of the invented district stand, how they look and what they are called."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from console.domain.area import Grid
from console.domain.camera import Camera, CameraState
from console.domain.geo import LonLat, bearing_deg, moved
from console.domain.place import Road, RoadClass, Site, SiteKind
from console.maps.grid_locator import GridLocator
from console.sim.district.areas import DISTRICT_CODE, Areas
from console.sim.district.names import BEISHAN, DONGLING, HEPING, LIUYUAN, XINQIAO
from console.sim.district.roads import Roads
from console.sim.district.sites import Sites

CAMERAS = 1312
ONLINE_SHARE = 0.93
_COMPASS = ("北", "东北", "东", "东南", "南", "西南", "西", "西北")
_NUMBERING = (XINQIAO, HEPING, LIUYUAN, DONGLING, BEISHAN)
_GATES = {
    SiteKind.SCHOOL: ("南门", "北门", "门前路段"),
    SiteKind.HOSPITAL: ("正门", "急诊门口", "停车场"),
    SiteKind.COMPOUND: ("东门", "西门", "3号门", "中心花园"),
    SiteKind.ENTERPRISE: ("厂门口", "货运通道"),
    SiteKind.KEY_SITE: ("正门", "东口"),
}
_TAGS = {
    SiteKind.SCHOOL: "school",
    SiteKind.HOSPITAL: "hospital",
    SiteKind.COMPOUND: "compound",
    SiteKind.ENTERPRISE: "enterprise",
    SiteKind.KEY_SITE: "key_site",
}


@dataclass(frozen=True, slots=True)
class _Spot:
    """A camera to be; `number` is 0 where any will do."""

    name: str
    place: LonLat
    heading: float
    fov: float
    reach: float
    tags: tuple[str, ...]
    number: int = 0


class Cameras:
    """Chooses spots until the district has its cameras: known ones, sites, junctions, roads."""

    def __init__(self, areas: Areas, roads: Roads, sites: Sites, rng: Random) -> None:
        self._areas = areas
        self._roads = roads
        self._sites = sites
        self._rng = rng
        self._locator = GridLocator(areas.grids)
        self._spots: list[_Spot] = []
        self._names: set[str] = set()

    def build(self, base_url: str) -> tuple[Camera, ...]:
        """All cameras in the order of their numbers; streams are under `base_url`."""
        self._known_spots()
        for site in self._sites.of_kind(*_GATES):
            self._site_spots(site)
        self._junction_spots()
        self._road_spots()
        return self._numbered(self._spots[:CAMERAS], base_url.rstrip("/"))

    def _known_spots(self) -> None:
        """Cameras that scenarios name by number."""
        market = next(site for site in self._sites.sites if site.name == "柳园菜场")
        school = next(site for site in self._sites.sites if site.name == "柳园小学")
        underpass = next(site for site in self._sites.sites if site.name == "下穿通道")
        grid = self._areas.grid
        peace = self._crossing_in(99)
        for number, name, around, bearing, tag in (
            (421, "柳园菜场东口", market.place, 90, "market"),
            (417, "发展大道公交站", self._bus_stop(), 20, "bus_stop"),
            (430, "山脚停车场", grid(121).centre, 200, "parking"),
            (388, "柳园小学南门", school.place, 180, "school"),
            (402, "和平路口北", peace, 0, "junction"),
            (399, "和平路口南", peace, 180, "junction"),
            (1207, "卫园3号门", grid(110).centre, 120, "compound"),
            (112, "下穿通道北", underpass.place, 0, "underpass"),
        ):
            place = self._inside(around, bearing, 16) or around
            self._add(_Spot(name, place, (bearing + 180) % 360, 70, 60, (tag,), number))

    def _bus_stop(self) -> LonLat:
        """A place on the long trunk road in the east of the town."""
        line = self._roads.named("发展大道").line
        return line[(len(line) * 3) // 5]

    def _crossing_in(self, number: int) -> LonLat:
        """The busiest junction on the edge of a grid."""
        outline = self._areas.grid(number).outline
        return max(outline, key=lambda point: len(self._roads.meeting.get(point, ())))

    def _site_spots(self, site: Site) -> None:
        for index, gate in enumerate(_GATES[site.kind]):
            bearing = (self._rng.uniform(-25, 25) + 90 * index) % 360
            place = self._inside(site.place, bearing, self._rng.uniform(18, 45))
            if place is not None:
                tags = (_TAGS[site.kind],)
                self._add(_Spot(f"{site.name}{gate}", place, bearing, 80, 45, tags))

    def _junction_spots(self) -> None:
        for at, roads in self._roads.junctions():
            wide = any(road.kind is not RoadClass.LANE for road in roads)
            arms = [bearing for road in roads for bearing in _arms(at, road)]
            self._rng.shuffle(arms)
            for arm in arms[: 2 if wide else 1]:
                place = self._inside(at, arm + 40, 14) or self._inside(at, arm - 40, 14)
                if place is not None:
                    side = _COMPASS[round(arm / 45) % 8]
                    name = f"{_crossing_name(roads)}{side}"
                    tags = ("junction", roads[0].kind.value)
                    self._add(_Spot(name, place, arm, 60, 90 if wide else 60, tags))

    def _road_spots(self) -> None:
        """Fill up along the roads, the widest first, evenly spaced."""
        order = (RoadClass.TRUNK, RoadClass.MAIN, RoadClass.LANE)
        roads = [road for kind in order for road in self._roads.roads if road.kind is kind]
        for stride in (2, 1):
            for road in roads:
                for index in range(1, len(road.line) - 1, stride):
                    if len(self._spots) >= CAMERAS:
                        return
                    self._road_spot(road, index)

    def _road_spot(self, road: Road, index: int) -> None:
        before, at, after = road.line[index - 1 : index + 2]
        along = bearing_deg(before, after)
        looks = along if self._rng.random() < 0.5 else (along + 180) % 360
        side = 90 if self._rng.random() < 0.5 else -90
        place = self._inside(at, along + side, 11)
        if place is not None:
            tags = ("road", road.kind.value)
            self._add(_Spot(f"{road.name}{index}号杆", place, looks, 50, 110, tags))

    def _inside(self, at: LonLat, bearing: float, metres: float) -> LonLat | None:
        point = moved(at, bearing % 360, metres)
        point = LonLat(round(point.lon, 7), round(point.lat, 7))
        return point if self._locator.at(point) else None

    def _add(self, spot: _Spot) -> None:
        """Keep a spot under a name of its own."""
        name, count = spot.name, 1
        while name in self._names:
            count += 1
            name = f"{spot.name}{count}"
        self._names.add(name)
        self._spots.append(replace(spot, name=name))

    def _numbered(self, spots: list[_Spot], base_url: str) -> tuple[Camera, ...]:
        order = {self._areas.street_code(plan.name): i for i, plan in enumerate(_NUMBERING)}
        located = [(spot, self._grid_of(spot)) for spot in spots]
        located.sort(key=lambda pair: (order[pair[1].street], pair[1].number))
        taken = {spot.number for spot in spots if spot.number}
        free = iter([number for number in range(1, CAMERAS + 1) if number not in taken])
        numbered = [(spot.number or next(free), spot, grid) for spot, grid in located]
        numbered.sort(key=lambda entry: entry[0])
        count = len(numbered) - int(len(numbered) * ONLINE_SHARE)
        offline = set(self._rng.sample([n for n, _, _ in numbered if n not in taken], count))
        return tuple(
            _camera(number, spot, grid, base_url, number in offline)
            for number, spot, grid in numbered
        )

    def _grid_of(self, spot: _Spot) -> Grid:
        grid = self._locator.at(spot.place)
        if grid is None:
            raise ValueError(f"{spot.name} lies outside the district")
        return grid


def _camera(number: int, spot: _Spot, grid: Grid, base_url: str, offline: bool) -> Camera:
    camera_id = f"{DISTRICT_CODE}{int(grid.street[6:]):02d}001327{number:06d}"
    return Camera(
        id=camera_id,
        number=f"C{number:04d}",
        name=spot.name,
        place=spot.place,
        heading=round(spot.heading % 360, 1) % 360,
        fov=spot.fov,
        reach=spot.reach,
        grid=grid.code,
        street=grid.street,
        tags=spot.tags,
        sub_url=f"{base_url}/cam/{camera_id}/sub",
        main_url=f"{base_url}/cam/{camera_id}/main",
        state=CameraState.OFFLINE if offline else CameraState.ONLINE,
    )


def _arms(at: LonLat, road: Road) -> list[float]:
    """Bearings in which a road leaves a junction."""
    index = road.line.index(at)
    neighbours = [road.line[k] for k in (index - 1, index + 1) if 0 <= k < len(road.line)]
    return [bearing_deg(at, neighbour) for neighbour in neighbours]


def _crossing_name(roads: list[Road]) -> str:
    """Two roads name a junction; a lane's mouth is named for the lane alone."""
    order = (RoadClass.TRUNK, RoadClass.MAIN, RoadClass.LANE, RoadClass.RAIL)
    first, second = sorted(roads, key=lambda road: order.index(road.kind))[:2]
    if second.kind is RoadClass.LANE:
        return f"{second.name}口"
    return f"{first.name}{second.name}口"
