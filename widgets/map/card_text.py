"""What the card says about a row on the map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from console.client.store import Store
from console.domain.area import Grid, TeamRole
from console.domain.camera import CameraState
from console.domain.facts import Kind
from widgets.common.terms import Terms
from widgets.i18n.texts import Texts
from widgets.map.hit_test import Hit
from widgets.map.tally import Tally

_DOT = " · "


@dataclass(frozen=True, slots=True)
class CardText:
    """A heading and a few lines."""

    title: str
    lines: tuple[str, ...]


class CardTexts:
    """Writes cards from the store; None where a row has gone."""

    def __init__(self, store: Store, tally: Tally, now: Callable[[], datetime]) -> None:
        self._store = store
        self._tally = tally
        self._now = now
        self._writers: dict[Kind, Callable[[str], CardText | None]] = {
            Kind.GRID: self._grid,
            Kind.CASE: self._case,
            Kind.CAMERA: self._camera,
            Kind.UNIT: self._unit,
            Kind.SITE: self._site,
        }

    def text(self, hit: Hit) -> CardText | None:
        """The card of a row."""
        writer = self._writers.get(hit.kind)
        return None if writer is None else writer(hit.key)

    @staticmethod
    def tr(source: str) -> str:
        """Translate in this class's own context."""
        return QCoreApplication.translate("CardTexts", source)

    def _grid(self, code: str) -> CardText | None:
        grid = self._store.grids.get(code)
        if grid is None:
            return None
        households = self.tr("{count} households").format(count=grid.households)
        title = [grid.label, self._community(grid.community), households]
        people = [
            self.tr("Member {name}").format(name=name)
            for name in _names(grid, TeamRole.GRID_MEMBER)
        ] + [
            self.tr("Committee {name}").format(name=name)
            for name in _names(grid, TeamRole.COMMITTEE_MEMBER)
        ]
        cases = self.tr("{count} open").format(count=len(self._tally.cases(code)))
        mine = [camera for camera in self._store.cameras.values() if camera.grid == code]
        healthy = sum(camera.state is CameraState.ONLINE for camera in mine)
        cameras = self.tr("Cameras {healthy}/{total} up").format(healthy=healthy, total=len(mine))
        venue = next((v.name for v in self._store.venues.values() if v.street == grid.street), "")
        lines = [_joined(*people, cases), _joined(cameras, self._venue(venue))]
        worst = self._tally.cases(code)[:2]
        for number in worst:
            case = self._store.cases.get(number)
            if case is not None:
                lines.append(_joined(Terms.level(case.level), case.opening.title))
        return CardText(_joined(*title), tuple(lines))

    def _case(self, number: str) -> CardText | None:
        case = self._store.cases.get(number)
        if case is None:
            return None
        grid = self._store.grids.get(case.opening.grid)
        where = _joined(
            grid.label if grid is not None else "", self._community(case.opening.community)
        )
        return CardText(
            case.opening.title,
            (
                _joined(Terms.level(case.level), Terms.case_state(case.state), case.holder),
                _joined(where, case.number),
            ),
        )

    def _camera(self, key: str) -> CardText | None:
        camera = self._store.cameras.get(key)
        if camera is None:
            return None
        words = {
            CameraState.ONLINE: self.tr("online"),
            CameraState.OFFLINE: self.tr("offline"),
            CameraState.UNKNOWN: self.tr("state not known"),
        }
        since = ""
        if camera.state is CameraState.OFFLINE and camera.state_since is not None:
            since = Texts.rough((self._now() - camera.state_since).total_seconds())
        grid = self._store.grids.get(camera.grid)
        state = _joined(f"{words[camera.state]} {since}".strip(), grid.label if grid else "")
        return CardText(_joined(camera.number, camera.name), (state,))

    def _unit(self, key: str) -> CardText | None:
        unit = self._store.units.get(key)
        if unit is None:
            return None
        age = ""
        if unit.seen_at is not None:
            age = self.tr("{age} ago").format(
                age=Texts.rough((self._now() - unit.seen_at).total_seconds())
            )
        returns = self.tr("sent back {count}").format(count=unit.returns) if unit.returns else ""
        people = self.tr("{count} people").format(count=unit.members)
        return CardText(
            _joined(unit.name, Terms.unit_kind(unit.kind)),
            (_joined(Terms.unit_status(unit.status), people, age, returns),),
        )

    def _site(self, key: str) -> CardText | None:
        site = self._store.sites.get(key)
        if site is None:
            return None
        grid = self._store.grids.get(site.grid)
        lines = (_joined(grid.label, self._community(grid.community)),) if grid is not None else ()
        return CardText(site.name, lines)

    def _community(self, code: str) -> str:
        community = self._store.communities.get(code)
        return community.name if community is not None else ""

    def _venue(self, name: str) -> str:
        return self.tr("Venue {name}").format(name=name) if name else ""


def _names(grid: Grid, role: TeamRole) -> list[str]:
    return [member.name for member in grid.team if member.role is role and member.name]


def _joined(*parts: str) -> str:
    return _DOT.join(part for part in parts if part)
