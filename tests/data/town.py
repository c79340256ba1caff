"""A town of two streets that fits on a page."""

from __future__ import annotations

from console.domain.area import Community, Grid, Street, StreetKind
from console.domain.camera import Camera, CameraState
from console.domain.district import District, DistrictInfo
from console.domain.geo import LonLat
from console.domain.place import Road, RoadClass, Site, SiteKind
from console.domain.unit import Unit, UnitKind
from console.domain.venue import Venue

WEST, EAST = "420299001", "420299002"
GRID_WEST, GRID_EAST = f"{WEST}001001", f"{EAST}001001"
IN_WEST, IN_EAST = LonLat(114.95, 30.2), LonLat(115.05, 30.2)
CAMERA = "42029900001320000001"


def _square(west: float) -> tuple[LonLat, ...]:
    return (
        LonLat(west, 30.15),
        LonLat(west + 0.1, 30.15),
        LonLat(west + 0.1, 30.25),
        LonLat(west, 30.25),
    )


def _camera(number: int) -> Camera:
    return Camera(
        id=f"4202990000132000{number:04d}",
        number=f"C{number:04d}",
        name=f"路口{number}",
        place=LonLat(114.9496 + number * 0.0002, 30.2),
        heading=90.0 if number % 2 else 270.0,
        fov=80.0,
        reach=150.0,
        grid=GRID_WEST,
        street=WEST,
        tags=(),
        sub_url="http://127.0.0.1/sub",
        main_url="http://127.0.0.1/main",
        state=CameraState.ONLINE,
    )


def town(prefix: str = "XL") -> District:
    return District(
        info=DistrictInfo("420299", "示范区", "指挥中心", "周某", prefix, True),
        streets=(
            Street(WEST, "和平街道", StreetKind.STREET, IN_WEST),
            Street(EAST, "东岭街道", StreetKind.STREET, IN_EAST),
        ),
        communities=(
            Community(f"{WEST}001", "柳园", WEST),
            Community(f"{EAST}001", "孔雀", EAST),
        ),
        grids=(
            Grid(GRID_WEST, 1, "西", f"{WEST}001", WEST, 500, _square(114.9), IN_WEST, ()),
            Grid(GRID_EAST, 2, "东", f"{EAST}001", EAST, 500, _square(115.0), IN_EAST, ()),
        ),
        roads=(Road("r1", "和平路", RoadClass.MAIN, (IN_WEST, IN_EAST)),),
        sites=(Site("gauge-1", "下穿通道", SiteKind.WATER_GAUGE, IN_WEST, GRID_WEST, WEST),),
        cameras=tuple(_camera(number) for number in range(1, 13)),
        units=(
            Unit("patrol-1", "巡逻1组", UnitKind.PATROL, WEST, 3),
            Unit("patrol-2", "巡逻2组", UnitKind.PATROL, EAST, 3),
            Unit("fire-1", "消防一队", UnitKind.FIRE, WEST, 8),
        ),
        venues=(Venue("v1", "和平街道", WEST),),
    )
