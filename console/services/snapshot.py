"""Everything a console needs to begin with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from console.codec import encode
from console.domain.case_fold import as_row
from console.domain.facts import Fact, Kind, Row
from console.domain.handover import Handover
from console.domain.working_time import ZONE
from console.services.health import Health
from console.services.links import Links
from console.services.ports import DistrictRows, UnitOfWork
from console.services.transfer_desk import TransferDesk
from console.services.watchers import Watchers
from console.services.work import urgent

NORMAL_KEPT = timedelta(hours=1)
"""How long an alarm that is over stays in the snapshot."""


class Snapshot:
    """Builds the rows; what stands still is encoded once for each district."""

    def __init__(
        self, links: Links, health: Health, watchers: Watchers, transfers: TransferDesk
    ) -> None:
        self._links = links
        self._watchers = watchers
        self._transfers = transfers
        self._health = health
        self._revision = 0
        self._still: list[bytes] = []

    def rows(self, uow: UnitOfWork, now: datetime) -> list[bytes]:
        """Every current row as an encoded fact with gseq 0, in an order without loose ends."""
        district = uow.district
        tasks = uow.tasks.current(_midnight(now))
        checks = (one for task in tasks for one in uow.tasks.checks(task.id).values())
        rows = [*self._still_rows(district, now)]
        moving: tuple[tuple[Kind, Mapping[str, Row]], ...] = (
            (Kind.CAMERA, district.cameras()),
            (Kind.UNIT, district.units()),
            (Kind.VENUE, district.venues()),
            (Kind.ALARM, {one.id: one for one in uow.alarms.current(now - NORMAL_KEPT)}),
            (Kind.CASE, {one.number: as_row(one) for one in uow.cases.current(_midnight(now))}),
            (Kind.TASK, {task.id: task for task in tasks}),
            (Kind.CHECK, {check.key: check for check in checks}),
            (Kind.TRANSFER, {one.case: one for one in self._transfers.standing(now)}),
            (Kind.WATCHER, {one.console: one for one in self._watchers.current(now)}),
            (Kind.LINK, {link.source: link for link in self._links.all()}),
            (Kind.HANDOVER, {head.id: head for head in _handovers(uow)}),
            (Kind.HEALTH, {"hub": self._health.now(uow, now)}),
        )
        for kind, values in moving:
            rows.extend(_encoded(kind, values, now))
        return rows

    def _still_rows(self, district: DistrictRows, now: datetime) -> list[bytes]:
        if self._revision != district.revision:
            info = district.info()
            parts: tuple[tuple[Kind, Mapping[str, Row]], ...] = (
                (Kind.DISTRICT, {info.code: info} if info else {}),
                (Kind.STREET, district.streets()),
                (Kind.COMMUNITY, district.communities()),
                (Kind.GRID, district.grids()),
                (Kind.ROAD, district.roads()),
                (Kind.SITE, district.sites()),
            )
            self._still = [row for kind, values in parts for row in _encoded(kind, values, now)]
            self._revision = district.revision
        return self._still


def _handovers(uow: UnitOfWork) -> list[Handover]:
    """The handover that began the shift, and the one being made."""
    found = (uow.handovers.last_signed(), uow.handovers.unfinished())
    return [sheet.handover for sheet in found if sheet is not None]


def urgent_rows(uow: UnitOfWork, now: datetime) -> list[bytes]:
    """What of severity 1–2 asks for something now, worst first, as encoded facts with gseq 0."""
    alarms = [one for one in uow.alarms.current(now) if urgent(one)]
    cases = [one for one in uow.cases.current(now) if urgent(one)]
    rows: list[tuple[int, Kind, str, Row]] = [
        *((one.level, Kind.ALARM, one.id, one) for one in alarms),
        *((one.level, Kind.CASE, one.number, as_row(one)) for one in cases),
    ]
    rows.sort(key=lambda row: row[0])
    return [encode(Fact(0, "Standing", now, kind, key, row)) for _, kind, key, row in rows]


def _encoded(kind: Kind, rows: Mapping[str, Row], now: datetime) -> list[bytes]:
    return [encode(Fact(0, "Snapshot", now, kind, key, row)) for key, row in rows.items()]


def _midnight(now: datetime) -> datetime:
    return now.astimezone(ZONE).replace(hour=0, minute=0, second=0, microsecond=0)
