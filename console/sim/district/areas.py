"""Streets, communities and grids of the plan, with codes, numbers and teams."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from console.domain.area import Community, Grid, Street, TeamMember, TeamRole
from console.domain.geo import Ring, centroid
from console.maps.outline import middle_of
from console.sim.district.ground import on_ground
from console.sim.district.mesh import Block
from console.sim.district.names import STREETS, SURNAMES, StreetPlan
from console.sim.district.town import Town

DISTRICT_CODE = "429901"


class Areas:
    """The areas of an invented district; grids in the order of their numbers."""

    def __init__(self, town: Town, rng: Random) -> None:
        self._town = town
        self._rng = rng
        self._number = 0
        self.streets: list[Street] = []
        self.communities: list[Community] = []
        self.grids: list[Grid] = []
        for index, plan in enumerate(STREETS, start=1):
            self._add_street(f"{DISTRICT_CODE}{index:03d}", plan)

    def grid(self, number: int) -> Grid:
        """The grid of a number, from 1."""
        return self.grids[number - 1]

    def street_code(self, name: str) -> str:
        """The code of a street by its name."""
        return next(street.code for street in self.streets if street.name == name)

    def _add_street(self, code: str, plan: StreetPlan) -> None:
        first = len(self.grids)
        parts = zip(plan.communities, self._town.grids[plan.name], strict=True)
        for index, ((name, _), blocks) in enumerate(parts, start=1):
            community = Community(f"{code}{index:03d}", name, code)
            self.communities.append(community)
            self.grids.extend(self._grids(community, blocks))
        middles = tuple(grid.centre for grid in self.grids[first:])
        lon = sum(middle.lon for middle in middles) / len(middles)
        lat = sum(middle.lat for middle in middles) / len(middles)
        centre = min(middles, key=lambda one: (one.lon - lon) ** 2 + (one.lat - lat) ** 2)
        self.streets.append(Street(code, plan.name, plan.kind, centre))

    def _grids(self, community: Community, blocks: list[Block]) -> Iterator[Grid]:
        for index, block in enumerate(self._west_first(blocks), start=1):
            self._number += 1
            outline = self._outline(block)
            yield Grid(
                code=f"{community.code}{index:03d}",
                number=self._number,
                name=f"{community.name}第{index}网格",
                community=community.code,
                street=community.street,
                households=self._rng.randint(400, 800),
                outline=outline,
                centre=middle_of(outline),
                team=tuple(self._team(community)),
            )

    def _west_first(self, blocks: list[Block]) -> list[Block]:
        """Grids of a community are counted from north-west to south-east."""

        def order(block: Block) -> float:
            middle = centroid(self._outline(block))
            return middle.lon - 0.6 * middle.lat

        return sorted(blocks, key=order)

    def _outline(self, block: Block) -> Ring:
        return tuple(on_ground(*self._town.points[index]) for index in block.ring)

    def _team(self, community: Community) -> Iterator[TeamMember]:
        yield TeamMember(TeamRole.GRID_MEMBER, self._name(), self._phone())
        yield TeamMember(TeamRole.COMMITTEE_MEMBER, self._name(), self._phone())
        own = community.name.removesuffix("社区")
        yield TeamMember(TeamRole.BRANCH, f"{own}社区党支部", "")
        seconded = self._rng.choice(("教育局", "住建局", "卫健局", "民政局", "税务局", "供电公司"))
        yield TeamMember(TeamRole.BRANCH, f"区{seconded}下沉党支部", "")
        for _ in range(self._rng.randint(3, 8)):
            yield TeamMember(TeamRole.VOLUNTEER, self._name(), self._phone())

    def _name(self) -> str:
        return self._rng.choice(SURNAMES) + self._rng.choice(("某", "某某"))

    def _phone(self) -> str:
        start = self._rng.choice(("131", "135", "138", "139", "150", "158", "177", "186", "189"))
        return f"{start}****{self._rng.randint(0, 9999):04d}"
