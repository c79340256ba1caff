"""Cameras that drop together: one alarm a street and cause, however many there are."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import datetime, timedelta

from console.domain.alarm import Alarm, AlarmState
from console.domain.alarm_rules import AlarmRules
from console.domain.camera import Camera, CameraState
from console.domain.camera_drop import CAMERAS_DOWN, dropped_with
from console.domain.event import EventStatus
from console.services.alarm_book import AlarmBook
from console.services.records import WaitingAlarm
from console.services.work import Work

_TITLE = "Cameras offline"
_SETTLE = timedelta(seconds=1)
"""Changes of one street and cause are counted together at most this often."""
_MANY, _VERY_MANY = 10, 100


class CameraWatch:
    """Follows what the camera platform says; only cameras that were online can drop."""

    def __init__(self, rules: AlarmRules, book: AlarmBook) -> None:
        self._rules = rules
        self._book = book

    def follow(self, work: Work, before: Camera, after: Camera) -> None:
        """A camera changed its state or the reason for it."""
        if before.state is CameraState.OFFLINE:
            self._came_back(work, before)
        if before.state is CameraState.ONLINE and after.state is CameraState.OFFLINE:
            self._dropped(work, after)

    def _dropped(self, work: Work, camera: Camera) -> None:
        fold = _fold(camera.street, camera.reason)
        known = work.uow.alarms.open_with(fold)
        delay = _SETTLE if known is not None else self._rules.rule(CAMERAS_DOWN).on_delay
        due_at = work.now + delay
        waiting = work.uow.waiting.get(fold)
        if waiting is None:
            began = camera.state_since or work.now
            alarm = known or _alarm(camera.street, camera.reason, began)
            work.uow.waiting.put(WaitingAlarm(fold, alarm, (work.now,), due_at))
        elif waiting.due_at > due_at:
            work.uow.waiting.put(replace(waiting, due_at=due_at))

    def _came_back(self, work: Work, camera: Camera) -> None:
        fold = _fold(camera.street, camera.reason)
        known = work.uow.alarms.open_with(fold)
        if known is not None and work.uow.waiting.get(fold) is None:
            due_at = work.now + _SETTLE
            work.uow.waiting.put(WaitingAlarm(fold, known, (work.now,), due_at))

    def due(self, work: Work, waiting: WaitingAlarm) -> None:
        """Count again, and tell what came of it."""
        known = work.uow.alarms.open_with(waiting.fold)
        alarm = known or waiting.alarm
        members = _members(work, alarm)
        rule = self._rules.rule(CAMERAS_DOWN)
        ends = waiting.reports[0] + rule.window
        if known is None and 0 < len(members) < rule.count and work.now < ends:
            work.uow.waiting.put(replace(waiting, due_at=ends))
            return
        work.uow.waiting.remove(waiting.fold)
        if known is not None:
            self._recount(work, known, members)
        elif len(members) >= rule.count:
            self._book.enter(work, _sized(alarm, members), waiting.fold)

    def _recount(self, work: Work, alarm: Alarm, members: list[Camera]) -> None:
        size = len(members)
        if size == 0:
            if alarm.returned_at is None:
                returned = alarm.returned(work.now, latch=self._rules.rule(CAMERAS_DOWN).latch)
                self._book.change(work, "AlarmReturned", returned)
        elif size > alarm.size or alarm.returned_at is not None:
            more = alarm.repeated(work.now, _level(size), str(size))
            self._book.change(work, "AlarmRepeated", _sized(more, members))
        elif size < alarm.size:
            fewer = replace(_sized(alarm, members), version=alarm.version + 1)
            self._book.change(work, "AlarmShrunk", fewer)


def _members(work: Work, alarm: Alarm) -> list[Camera]:
    return [one for one in work.uow.district.cameras().values() if dropped_with(alarm, one)]


def _sized(alarm: Alarm, members: list[Camera]) -> Alarm:
    grids = {camera.grid for camera in members}
    return replace(
        alarm,
        size=len(members),
        value=str(len(members)),
        level=min(alarm.level, _level(len(members))),
        grid=grids.pop() if len(grids) == 1 else "",
    )


def _level(size: int) -> int:
    if size >= _VERY_MANY:
        return 2
    return 3 if size >= _MANY else 4


def _fold(street: str, cause: str) -> str:
    return f"{EventStatus.ACTUAL}|{CAMERAS_DOWN}|{street}|{cause}"


def _alarm(street: str, cause: str, began: datetime) -> Alarm:
    return Alarm(
        id=str(uuid.uuid4()),
        key=cause,
        type=CAMERAS_DOWN,
        level=4,
        state=AlarmState.UNACKNOWLEDGED,
        title=_TITLE,
        source="hub",
        status=EventStatus.ACTUAL,
        place=None,
        grid="",
        street=street,
        raised_at=began,
        last_at=began,
        count=1,
        value="",
        case_type="",
        cameras=(),
    )
