"""The people and places of a scenario, found in the district that is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from console.domain.area import Grid
from console.domain.camera import Camera
from console.domain.district import District
from console.domain.geo import LonLat, contains, distance_m
from console.domain.place import Site
from console.domain.unit import Unit
from console.sim.scenario import CastRule, SiteRule, UnitRule


@dataclass(frozen=True, slots=True)
class Cast:
    """A scenario's place and parts; cameras and grids are the nearest, `units` goes by part."""

    place: LonLat
    grid: Grid
    community: str
    street: str
    address: str
    site: Site | None
    cameras: tuple[Camera, ...]
    grids: tuple[Grid, ...]
    units: dict[str, Unit]

    def words(self) -> dict[str, str]:
        """What a scenario's texts may name in braces."""
        words = {
            "grid": self.grid.code,
            "g": self.grid.label,
            "community": self.community,
            "community_code": self.grid.community,
            "street": self.street,
            "street_code": self.grid.street,
            "address": self.address,
            "site": self.site.id if self.site else "",
            "site_name": self.site.name if self.site else "",
        }
        for index, camera in enumerate(self.cameras):
            suffix = str(index + 1) if index else ""
            words["camera" + suffix] = camera.id
            words["camera_name" + suffix] = camera.name
        for index, grid in enumerate(self.grids):
            words[f"grid{index + 1}"] = grid.code
        for part, unit in self.units.items():
            words[part] = unit.id
            words[part + "_name"] = unit.name
        return words


def find_cast(rule: CastRule, district: District) -> Cast:
    """The cast that `rule` asks for; raises `LookupError` where the district has no such thing."""
    site = _site(rule.site, district) if rule.site else None
    camera = _camera(rule.camera, district) if rule.camera else None
    place = _place(rule, site, camera, district)
    if rule.at_camera and district.cameras:
        place = min((one.place for one in district.cameras), key=partial(distance_m, place))
    near = sorted(district.cameras, key=lambda one: distance_m(one.place, place))
    cameras = [camera, *(one for one in near if one is not camera)] if camera else near
    grid = _grid_at(place, district)
    community = next(one for one in district.communities if one.code == grid.community)
    street = next(one for one in district.streets if one.code == grid.street)
    where = site.name if site else rule.address
    return Cast(
        place=place,
        grid=grid,
        community=community.name,
        street=street.name,
        address=f"{street.name}{community.name}{where}",
        site=site,
        cameras=tuple(cameras[: rule.cameras]),
        grids=(grid, *_others(grid, place, district)[: rule.grids - 1]),
        units={part: _unit(wanted, grid.street, district) for part, wanted in rule.units.items()},
    )


def _place(rule: CastRule, site: Site | None, camera: Camera | None, district: District) -> LonLat:
    if site is not None:
        return site.place
    if camera is not None:
        return camera.place
    for grid in district.grids:
        if grid.number == rule.grid:
            return grid.centre
    raise LookupError(f"no grid {rule.grid}")


def _site(rule: SiteRule, district: District) -> Site:
    sites = [one for one in district.sites if one.kind is rule.kind]
    if not sites:
        raise LookupError(f"no site of kind {rule.kind}")
    sites.sort(key=lambda one: (rule.like not in one.name, one.id))
    return sites[rule.nth % len(sites)]


def _camera(number: str, district: District) -> Camera:
    for camera in district.cameras:
        if camera.number == number:
            return camera
    raise LookupError(f"no camera {number}")


def _unit(rule: UnitRule, street: str, district: District) -> Unit:
    units = [one for one in district.units if one.kind is rule.kind]
    if not units:
        raise LookupError(f"no unit of kind {rule.kind}")
    units.sort(key=lambda one: (one.street != street, one.id))
    return units[rule.nth % len(units)]


def _others(grid: Grid, place: LonLat, district: District) -> list[Grid]:
    """All other grids, nearest first."""
    others = [one for one in district.grids if one is not grid]
    return sorted(others, key=lambda one: distance_m(one.centre, place))


def _grid_at(place: LonLat, district: District) -> Grid:
    for grid in district.grids:
        if contains(grid.outline, place):
            return grid
    return min(district.grids, key=lambda one: distance_m(one.centre, place))
