"""Units and venues of the invented district."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from console.domain.place import RoadClass
from console.domain.unit import Unit, UnitKind
from console.domain.venue import Venue
from console.maps.grid_locator import GridLocator
from console.sim.district.areas import Areas
from console.sim.district.roads import Roads

PATROLS = 12
_NAMES: dict[UnitKind, tuple[str, ...]] = {
    UnitKind.PATROL: tuple(f"巡逻{number}队" for number in range(1, PATROLS + 1)),
    UnitKind.POLICE: (
        *("公安新桥所", "公安柳园所", "公安和平所", "公安东岭所", "公安北山所"),
        *("特警机动队", "刑侦中队", "治安中队"),
    ),
    UnitKind.FIRE: ("消防新桥站", "消防柳园站", "消防和平站", "消防北山站"),
    UnitKind.MEDICAL: ("急救1组", "急救2组", "急救3组", "急救4组", "急救5组"),
    UnitKind.TRAFFIC: tuple(f"交警{number}中队" for number in "一二三四五六"),
    UnitKind.CITY_MANAGEMENT: (
        *("城管新桥中队", "城管柳园中队", "城管和平中队", "城管东岭中队", "城管北山中队"),
        "城管机动中队",
    ),
    UnitKind.REPAIR: (
        *("供电抢修队", "供水抢修队", "燃气抢险队", "路灯维护队", "市政抢修队", "园林养护队"),
        "排水抢险队",
    ),
    UnitKind.VOLUNTEERS: (
        *("新桥志愿者队", "柳园志愿者队", "和平志愿者队", "东岭志愿者队", "北山志愿者队"),
        *("应急志愿者队", "巾帼志愿者队"),
    ),
    UnitKind.DEPARTMENT: (
        *("应急局值班组", "住建局值班组", "卫健局值班组", "民政局值班组", "教育局值班组"),
    ),
}
_MEMBERS = {
    UnitKind.PATROL: (4, 6),
    UnitKind.POLICE: (6, 14),
    UnitKind.FIRE: (7, 16),
    UnitKind.MEDICAL: (3, 5),
    UnitKind.VOLUNTEERS: (20, 36),
}


def units(areas: Areas, roads: Roads, rng: Random) -> Iterator[Unit]:
    """Sixty units, each at its base beside a road of its street."""
    locator = GridLocator(areas.grids)
    bases: dict[str, list[int]] = {street.code: [] for street in areas.streets}
    spots = [p for r in roads.roads if r.kind is not RoadClass.RAIL for p in r.line[1:-1]]
    for index, spot in enumerate(spots):
        grid = locator.at(spot)
        if grid is not None:
            bases[grid.street].append(index)
    for kind, names in _NAMES.items():
        for number, name in enumerate(names):
            street = areas.streets[number % len(areas.streets)].code
            for one in areas.streets:
                if one.name[:2] in name:
                    street = one.code
            yield Unit(
                id=f"{kind.value.replace('_', '-')}-{number + 1}",
                name=name,
                kind=kind,
                street=street,
                members=rng.randint(*_MEMBERS.get(kind, (4, 8))),
                place=spots[rng.choice(bases[street])],
            )


def venues(areas: Areas) -> Iterator[Venue]:
    """One venue in each street office and park."""
    for number, street in enumerate(areas.streets, start=1):
        yield Venue(f"venue-{number}", street.name, street.code)
