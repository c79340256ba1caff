"""Draws up what a shift hands over, from the store and the links."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from datetime import datetime

from console.domain.alarm import Alarm, AlarmState
from console.domain.camera import CameraState
from console.domain.case import Case
from console.domain.case_log import Action, LogEntry
from console.domain.handover import Handover, HandoverCounts, HandoverState
from console.domain.handover_sheet import (
    HandoverSheet,
    SheetAlarm,
    SheetCamera,
    SheetCase,
    SheetChange,
    SheetLink,
)
from console.domain.link import LinkState
from console.domain.supervision import PROPOSED, card_of
from console.services.links import Links
from console.services.ports import UnitOfWork
from console.services.shift import shift_began

MOST_CHANGES = 500
"""The newest so many changes stand on a sheet; the head counts all."""

_TOLD = frozenset(
    {
        Action.REPORTED,
        Action.REJECTED,
        Action.RETURNED,
        Action.ESCALATED,
        Action.DEESCALATED,
        Action.SUSPENDED,
        Action.RESUMED,
        Action.EXTENDED,
        Action.SUPERVISED,
        Action.HANDLED,
        Action.SELF_HANDLED,
        Action.REOPENED,
        Action.CLOSED,
        Action.MERGED,
        Action.VOIDED,
    }
)
"""Lines of case logs that the next shift wants to know of."""


class HandoverWriter:
    """Reads; writes nothing."""

    def __init__(self, links: Links) -> None:
        self._links = links

    def draw(self, uow: UnitOfWork, handover: Handover, now: datetime) -> HandoverSheet:
        """The sheet of `handover` as things stand; its counts are filled in."""
        began = handover.since or shift_began(uow, now)
        known = uow.cases.current(began)
        cases = [one for one in known if one.open]
        cases.sort(key=lambda one: (one.level, _next_due(one) or now, one.number))
        alarms = [_alarm(one) for one in uow.alarms.current(now) if _waits(one)]
        alarms.sort(key=lambda one: (one.level, one.raised_at))
        cameras = uow.district.cameras()
        dead = sorted(
            (one for one in cameras.values() if one.state is CameraState.OFFLINE),
            key=lambda one: one.number,
        )
        links = [one for one in self._links.all() if one.state is LinkState.DOWN]
        changes = list(_changes(known, began))
        counts = HandoverCounts(
            cases=len(cases),
            overdue=sum((_next_due(one) or now) < now for one in cases),
            cards=sum(one.supervision is not None for one in cases),
            alarms=sum(one.state is not AlarmState.SHELVED for one in alarms),
            shelved=sum(one.state is AlarmState.SHELVED for one in alarms),
            cameras_down=len(dead),
            cameras=len(cameras),
            links_down=len(links),
            changes=len(changes),
        )
        return HandoverSheet(
            handover=_with_counts(handover, counts),
            cases=tuple(_case(one) for one in cases),
            alarms=tuple(alarms),
            cameras=tuple(SheetCamera(one.id, one.number, one.name, one.state) for one in dead),
            links=tuple(SheetLink(one.source, one.name, one.state, one.since) for one in links),
            changes=tuple(heapq.nlargest(MOST_CHANGES, changes, key=lambda one: one.at)),
        )


def blank(now: datetime, by: str, since: datetime | None, previous: str) -> Handover:
    """A handover that is nobody's yet."""
    return Handover("", HandoverState.OPEN, 0, now, by, HandoverCounts(), "", previous, since)


def _with_counts(handover: Handover, counts: HandoverCounts) -> Handover:
    return Handover(
        id=handover.id,
        state=handover.state,
        version=handover.version,
        prepared_at=handover.prepared_at,
        prepared_by=handover.prepared_by,
        counts=counts,
        notes=handover.notes,
        previous=handover.previous,
        since=handover.since,
    )


def _waits(alarm: Alarm) -> bool:
    """Whether the next shift must know of an alarm: nobody saw it, or it is put away."""
    return alarm.open and alarm.state is not AlarmState.ACKNOWLEDGED


def _alarm(alarm: Alarm) -> SheetAlarm:
    return SheetAlarm(
        id=alarm.id,
        level=alarm.level,
        title=alarm.title,
        state=alarm.state,
        grid=alarm.grid,
        key=alarm.key,
        raised_at=alarm.raised_at,
        count=alarm.count,
        until=alarm.suppression.until if alarm.suppression else None,
    )


def _next_due(case: Case) -> datetime | None:
    return min((one.due_at for one in case.clocks if one.running), default=None)


def _case(case: Case) -> SheetCase:
    running = [one for one in case.clocks if one.running]
    clock = min(running, key=lambda one: one.due_at, default=None)
    standing = case.supervision
    return SheetCase(
        number=case.number,
        level=case.level,
        title=case.opening.title,
        state=case.state,
        holder=case.holder,
        grid=case.opening.grid,
        suspended=case.suspended,
        clock=clock.kind if clock else None,
        due_at=clock.due_at if clock else None,
        first_due_at=clock.first_due_at if clock else None,
        card=standing.card if standing else None,
    )


def _changes(cases: Iterable[Case], since: datetime) -> Iterator[SheetChange]:
    for case in cases:
        level = case.opening.level
        for entry in case.log:
            if entry.action in {Action.ESCALATED, Action.DEESCALATED}:
                level = int(entry.args["level"])
            if entry.at >= since and _told(entry):
                card = card_of(entry) if entry.action is Action.SUPERVISED else None
                title = case.opening.title
                yield SheetChange(entry.at, case.number, title, level, entry.action, entry.by, card)


def _told(entry: LogEntry) -> bool:
    return entry.action in _TOLD and PROPOSED not in entry.args
