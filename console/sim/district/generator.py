"""Makes a whole invented district from a seed."""

from __future__ import annotations

from random import Random

from console.domain.district import District, DistrictInfo
from console.sim.district.areas import DISTRICT_CODE, Areas
from console.sim.district.cameras import Cameras
from console.sim.district.roads import Roads
from console.sim.district.sites import Sites
from console.sim.district.town import plan_town
from console.sim.district.units import units, venues

SEED = 20211128
"""The seed of the district that the demo shows."""


def generate(seed: int, camera_base_url: str) -> District:
    """The district of `seed`, the same every time; streams are under `camera_base_url`."""
    rng = Random(seed)  # noqa: S311 - a simulation must repeat, not be secret
    town = plan_town(rng)
    areas = Areas(town, rng)
    names = {community.code: community.name for community in areas.communities}
    roads = Roads(town, areas.grids, names, rng)
    places = {community.name: community.code for community in areas.communities}
    places |= {street.name: street.code for street in areas.streets}
    sites = Sites(areas.grids, places, roads, rng)
    cameras = Cameras(areas, roads, sites, rng).build(camera_base_url)
    return District(
        info=DistrictInfo(
            code=DISTRICT_CODE,
            name="示例区",
            centre_name="示例区应急指挥中心",
            duty_leader="陈某",
            case_prefix="XL",
            invented=True,
        ),
        streets=tuple(areas.streets),
        communities=tuple(areas.communities),
        grids=tuple(areas.grids),
        roads=tuple(roads.roads),
        sites=tuple(sites.sites),
        cameras=cameras,
        units=tuple(units(areas, roads, rng)),
        venues=tuple(venues(areas)),
    )
