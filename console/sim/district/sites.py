"""Schools, hospitals, compounds, enterprises, key sites and sensors of the invented district."""

from __future__ import annotations

import math
from random import Random

import shapely

from console.domain.area import Grid
from console.domain.geo import LonLat
from console.domain.place import Site, SiteKind
from console.sim.district.ground import in_plan, on_ground
from console.sim.district.names import COMPOUNDS, ENTERPRISES, KEY_SITES
from console.sim.district.roads import UNDERPASS_GRID, Roads

_PREFIXES = {
    SiteKind.SCHOOL: "SC",
    SiteKind.HOSPITAL: "HO",
    SiteKind.COMPOUND: "CP",
    SiteKind.ENTERPRISE: "EN",
    SiteKind.KEY_SITE: "KS",
    SiteKind.WATER_GAUGE: "WG",
    SiteKind.SMOKE_SENSOR: "SM",
    SiteKind.GAS_SENSOR: "GS",
}
_FIRST_PARK_GRID = 191
_SCHOOLS = (
    *("石榴园小学", "柳园小学", "新桥中学", "和平小学", "东岭中学", "示例区第一中学"),
    *("示例区实验小学", "柳园中学", "康乐小学", "书院小学", "红旗小学", "马鞍小学", "文昌小学"),
    *("第二幼儿园", "机关幼儿园", "向阳幼儿园", "桂花幼儿园", "北山幼儿园", "示例区职业学校"),
    *("青石小学", "梧桐小学", "泉水小学", "特殊教育学校", "沙湾小学"),
)
_HOSPITALS = (
    *("示例区人民医院", "示例区中医院", "新桥社区卫生服务中心", "柳园社区卫生服务中心"),
    *("和平社区卫生服务中心", "东岭社区卫生服务中心", "北山职工医院", "示例区妇幼保健院"),
)
_FIXED_GRIDS = {
    "石榴园小学": 48,
    "柳园小学": 138,
    "柳园菜场": 137,
    "和平小学": 100,
    "铁路新村": 155,
    "纺织小区": 91,
    "机床厂宿舍": 201,
    "北山化工厂": 201,
    "恒力机械厂": 203,
}


class Sites:
    """The sites in the order they were made; grids of named ones are fixed for the scenarios."""

    def __init__(
        self, grids: list[Grid], places: dict[str, str], roads: Roads, rng: Random
    ) -> None:
        """`places` gives the code of a street or community by its name."""
        self._places = {name[:2]: code for name, code in places.items()}
        self._grids = grids
        self._rng = rng
        self._polygons = [shapely.Polygon([in_plan(p) for p in g.outline]) for g in grids]
        self.sites: list[Site] = []
        self._add_at(SiteKind.KEY_SITE, "下穿通道", UNDERPASS_GRID, roads.underpass(grids))
        self._add_at(SiteKind.WATER_GAUGE, "下穿通道水位计", UNDERPASS_GRID, roads.underpass(grids))
        self._add(SiteKind.KEY_SITE, "柳园菜场", 137)
        self._add_buildings()
        self._add_sensors(roads)

    def of_kind(self, *kinds: SiteKind) -> list[Site]:
        """The sites of some kinds."""
        return [site for site in self.sites if site.kind in kinds]

    def _add_buildings(self) -> None:
        parks = range(_FIRST_PARK_GRID, len(self._grids) + 1)
        homes = self._rng.sample(range(1, _FIRST_PARK_GRID), len(COMPOUNDS))
        for name, number in zip(COMPOUNDS, homes, strict=True):
            self._add(SiteKind.COMPOUND, name, number)
        for kind, names in (
            (SiteKind.SCHOOL, _SCHOOLS),
            (SiteKind.HOSPITAL, _HOSPITALS),
            (SiteKind.KEY_SITE, KEY_SITES),
        ):
            for name in names:
                self._add(kind, name, self._rng.randint(1, len(self._grids)))
        for index, name in enumerate(ENTERPRISES):
            anywhere = index % 4 == 3
            self._add(
                SiteKind.ENTERPRISE,
                name,
                self._rng.randint(1, 190) if anywhere else self._rng.choice(parks),
            )

    def _add_sensors(self, roads: Roads) -> None:
        for road in self._rng.sample([r for r in roads.roads if r.name.endswith("路")], 9):
            at = road.line[len(road.line) // 2]
            self._near(SiteKind.WATER_GAUGE, f"{road.name}积水点水位计", at)
        for compound in self.of_kind(SiteKind.COMPOUND)[24:48]:
            floor = self._rng.randint(1, 12)
            self._near(SiteKind.SMOKE_SENSOR, f"{compound.name}{floor}栋楼道烟感", compound.place)
        for factory in self.of_kind(SiteKind.ENTERPRISE)[:10]:
            self._near(SiteKind.GAS_SENSOR, f"{factory.name}可燃气体探头", factory.place)

    def _add(self, kind: SiteKind, name: str, number: int) -> None:
        number = _FIXED_GRIDS.get(name) or self._namesake(name) or number
        self._add_at(kind, name, number, self._inside(number))

    def _namesake(self, name: str) -> int:
        """A grid of the street or community that `name` begins with; 0 if there is none."""
        code = self._places.get(name[:2])
        homes = [g.number for g in self._grids if code and g.code.startswith(code)]
        return self._rng.choice(homes) if homes else 0

    def _add_at(self, kind: SiteKind, name: str, number: int, at: tuple[float, float]) -> None:
        grid = self._grids[number - 1]
        count = sum(site.kind is kind for site in self.sites) + 1
        site_id = f"{_PREFIXES[kind]}{count:03d}"
        self.sites.append(Site(site_id, name, kind, on_ground(*at), grid.code, grid.street))

    def _near(self, kind: SiteKind, name: str, place: LonLat) -> None:
        """Add a site within some twenty metres of `place`, whichever grid that is in."""
        x, y = in_plan(place)
        while True:
            angle = self._rng.uniform(0, 2 * math.pi)
            at = (x + 18 * math.cos(angle), y + 18 * math.sin(angle))
            for number, polygon in enumerate(self._polygons, start=1):
                if shapely.contains_xy(polygon, *at):
                    self._add_at(kind, name, number, at)
                    return

    def _inside(self, number: int) -> tuple[float, float]:
        """A random place in a grid, clear of its streets where it is wide enough."""
        polygon = self._polygons[number - 1]
        west, south, east, north = polygon.bounds
        for clear_m in (70.0, 50.0, 30.0, 15.0):
            for _ in range(20):
                at = self._rng.uniform(west, east), self._rng.uniform(south, north)
                inside = shapely.contains_xy(polygon, *at)
                if inside and polygon.exterior.distance(shapely.Point(at)) > clear_m:
                    return at
        point = polygon.representative_point()
        return float(point.x), float(point.y)
