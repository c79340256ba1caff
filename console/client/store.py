"""The console's in-memory read model: the newest row of everything the hub told it about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar, cast

from console.domain.alarm import Alarm
from console.domain.area import Community, Grid, Street
from console.domain.camera import Camera
from console.domain.case import Case
from console.domain.district import DistrictInfo
from console.domain.facts import Fact, Kind, Row
from console.domain.grid_check import GridCheck
from console.domain.grid_task import GridTask
from console.domain.handover import Handover
from console.domain.link import HubHealth, Link
from console.domain.place import Road, Site
from console.domain.transfer import Transfer
from console.domain.unit import Unit
from console.domain.venue import Venue
from console.domain.watcher import Watcher

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Changes:
    """What a batch of facts did: keys by kind, and the facts themselves in order.

    `reset` says that a snapshot replaced everything: models start over instead of diffing.
    """

    upserted: Mapping[Kind, frozenset[str]] = field(default_factory=dict)
    removed: Mapping[Kind, frozenset[str]] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    reset: bool = False

    def touched(self, kind: Kind) -> bool:
        """Whether any row of `kind` is new, changed or gone."""
        return self.reset or kind in self.upserted or kind in self.removed


class Store:
    """Rows by kind and key. Written by one thread, the one that also reads it."""

    def __init__(self) -> None:
        self._rows: dict[Kind, dict[str, Row]] = {kind: {} for kind in Kind}
        self.gseq = 0

    def replace(self, facts: Sequence[Fact], gseq: int) -> Changes:
        """Start over from a snapshot taken at `gseq`."""
        for rows in self._rows.values():
            rows.clear()
        changes = self.apply(facts)
        self.gseq = gseq
        return Changes(changes.upserted, {}, changes.facts, reset=True)

    def apply(self, facts: Sequence[Fact]) -> Changes:
        """Take in facts in order; one already applied (gseq not above ours) is passed over."""
        upserted: dict[Kind, set[str]] = {}
        removed: dict[Kind, set[str]] = {}
        applied = []
        for fact in facts:
            if 0 < fact.gseq <= self.gseq:
                continue
            self.gseq = max(self.gseq, fact.gseq)
            applied.append(fact)
            if fact.row is not None:
                self._rows[fact.kind][fact.key] = fact.row
                upserted.setdefault(fact.kind, set()).add(fact.key)
                removed.get(fact.kind, set()).discard(fact.key)
            elif self._rows[fact.kind].pop(fact.key, None) is not None:
                removed.setdefault(fact.kind, set()).add(fact.key)
                upserted.get(fact.kind, set()).discard(fact.key)
        return Changes(_frozen(upserted), _frozen(removed), tuple(applied))

    def _of(self, kind: Kind, row: type[R]) -> Mapping[str, R]:
        return cast(Mapping[str, R], self._rows[kind])

    @property
    def district(self) -> DistrictInfo | None:
        """The district's own facts, None before the first snapshot."""
        return next(iter(self._of(Kind.DISTRICT, DistrictInfo).values()), None)

    @property
    def streets(self) -> Mapping[str, Street]:
        """Streets by code."""
        return self._of(Kind.STREET, Street)

    @property
    def communities(self) -> Mapping[str, Community]:
        """Communities by code."""
        return self._of(Kind.COMMUNITY, Community)

    @property
    def grids(self) -> Mapping[str, Grid]:
        """Grids by code."""
        return self._of(Kind.GRID, Grid)

    @property
    def roads(self) -> Mapping[str, Road]:
        """Roads by id."""
        return self._of(Kind.ROAD, Road)

    @property
    def sites(self) -> Mapping[str, Site]:
        """Sites by id."""
        return self._of(Kind.SITE, Site)

    @property
    def cameras(self) -> Mapping[str, Camera]:
        """Cameras by 20-digit id."""
        return self._of(Kind.CAMERA, Camera)

    @property
    def units(self) -> Mapping[str, Unit]:
        """Units by id."""
        return self._of(Kind.UNIT, Unit)

    @property
    def venues(self) -> Mapping[str, Venue]:
        """Venues by id."""
        return self._of(Kind.VENUE, Venue)

    @property
    def alarms(self) -> Mapping[str, Alarm]:
        """Alarms by id."""
        return self._of(Kind.ALARM, Alarm)

    @property
    def cases(self) -> Mapping[str, Case]:
        """Cases by number."""
        return self._of(Kind.CASE, Case)

    @property
    def watchers(self) -> Mapping[str, Watcher]:
        """Who sits where with which case open, by console."""
        return self._of(Kind.WATCHER, Watcher)

    @property
    def transfers(self) -> Mapping[str, Transfer]:
        """The last offer of a case, by its number."""
        return self._of(Kind.TRANSFER, Transfer)

    @property
    def tasks(self) -> Mapping[str, GridTask]:
        """One-to-many tasks by id."""
        return self._of(Kind.TASK, GridTask)

    @property
    def checks(self) -> Mapping[str, GridCheck]:
        """Check-ins by `task/grid`."""
        return self._of(Kind.CHECK, GridCheck)

    @property
    def links(self) -> Mapping[str, Link]:
        """Source links by source id."""
        return self._of(Kind.LINK, Link)

    @property
    def handovers(self) -> Mapping[str, Handover]:
        """The handover that began the shift, those made since, by id."""
        return self._of(Kind.HANDOVER, Handover)

    @property
    def health(self) -> HubHealth | None:
        """What the hub last said of itself."""
        return next(iter(self._of(Kind.HEALTH, HubHealth).values()), None)


def _frozen(keys: Mapping[Kind, set[str]]) -> dict[Kind, frozenset[str]]:
    return {kind: frozenset(found) for kind, found in keys.items() if found}
