"""The ordinary work of the desk: files, dispatches, verifies and closes what no story is about."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import datetime, timedelta

from console.domain.access import Role
from console.domain.alarm import Alarm, AlarmState
from console.domain.case import Case, CaseSource, CaseState
from console.domain.case_commands import AttachFile, ReviewCase, TickItem
from console.domain.case_log import Action
from console.domain.commands import AcknowledgeAlarm, AdvanceCase, Command, DispatchCase, OpenCase
from console.domain.geo import distance_m
from console.domain.unit import Unit, UnitKind, UnitStatus
from console.sim.board import Board, version_of
from console.sim.dice import dice
from console.sim.order import Order

OPERATORS_TIME = (120.0, 180.0)
"""Seconds that alarms and cases of level 1–2 are left to the real operator."""
USUAL_TIME = (40.0, 70.0)
STORY_TIME = (240.0, 300.0)
"""A story that nobody goes on with is taken over by the routine."""
OLD_EVERY_S = 45.0
"""Of the cases from before the demo, one takes a step this often."""

# What follows each state: the step, who takes it, the note, and after how many seconds.
_NEXT = {
    CaseState.REPORTED: (Action.FILED, Role.OPERATOR, "核实属实，予以立案", (8.0, 20.0)),
    CaseState.DISPATCHED: (Action.ACCEPTED, Role.STREET_SEAT, "已接单", (100.0, 140.0)),
    CaseState.ACCEPTED: (Action.SET_OUT, Role.STREET_SEAT, "已出发", (60.0, 90.0)),
    CaseState.EN_ROUTE: (Action.ARRIVED, Role.STREET_SEAT, "已到现场", (100.0, 150.0)),
    CaseState.ON_SCENE: (Action.HANDLING, Role.STREET_SEAT, "正在处置", (60.0, 90.0)),
    CaseState.HANDLING: (Action.HANDLED, Role.STREET_SEAT, "处置完毕", (280.0, 400.0)),
    CaseState.REPORTED_DONE: (Action.CHECKING, Role.VERIFIER, "现场核查", (30.0, 60.0)),
    CaseState.VERIFYING: (Action.CLOSED, Role.VERIFIER, "情况属实，结案", (20.0, 40.0)),
}
_DISPATCH_TIME = (8.0, 20.0)
_KINDS = {
    "A": UnitKind.POLICE,
    "B": UnitKind.FIRE,
    "D": UnitKind.REPAIR,
    "G": UnitKind.MEDICAL,
    "H": UnitKind.TRAFFIC,
    "J": UnitKind.TRAFFIC,
}
_FREE = frozenset({UnitStatus.ON_PATROL, UnitStatus.STANDBY})


class RoutineDesk:
    """Decides what the desk does next; the real operator may always be faster.

    `labels` are the grids' labels by code (g137). Cases with one of `titles` and alarms with one of
    `keys` belong to stories. Times are divided by `speed`.
    """

    def __init__(
        self,
        labels: dict[str, str],
        titles: Collection[str],
        keys: Collection[str],
        began: datetime,
        speed: float,
    ) -> None:
        self._labels = labels
        self._titles = frozenset(titles)
        self._keys = frozenset(keys)
        self._began = began
        self._speed = speed
        self._old_at = began + timedelta(seconds=OLD_EVERY_S / speed)

    def orders(self, board: Board, now: datetime) -> list[tuple[str, Order]]:
        """The commands due now, each with the alarm or case it is about."""
        found = [
            (one.id, order)
            for one in list(board.alarms.values())
            if (order := self._alarm_order(one, now))
        ]
        found += [
            (case.number, self._case_order(case, board))
            for case in list(board.cases.values())
            if case.open and case.reported_at >= self._began and self._is_due(case, now)
        ]
        if now >= self._old_at:
            self._old_at = now + timedelta(seconds=OLD_EVERY_S / self._speed)
            if (old := self._oldest(board)) is not None:
                found.append((old.number, self._case_order(old, board)))
        return found

    def _alarm_order(self, alarm: Alarm, now: datetime) -> Order | None:
        if alarm.state not in {AlarmState.UNACKNOWLEDGED, AlarmState.RETURNED} or alarm.case:
            return None
        limits = OPERATORS_TIME if alarm.level <= 2 else USUAL_TIME
        limits = STORY_TIME if alarm.key in self._keys else limits
        # The operator's minute is never cut short, however fast the demo runs.
        waited = (now - alarm.raised_at).total_seconds()
        least = 60.0 if alarm.level <= 2 else 0.0
        if waited < max(least, self._delay(alarm.id, limits)):
            return None
        command: Command = AcknowledgeAlarm(alarm.id, alarm.version)
        if alarm.level <= 2 and alarm.case_type and alarm.state is AlarmState.UNACKNOWLEDGED:
            command = _opened(alarm)
        return Order(Role.OPERATOR, alarm.street, command)

    def _is_due(self, case: Case, now: datetime) -> bool:
        if case.suspended:
            return False
        if case.state is CaseState.FILED:
            limits = _DISPATCH_TIME
        elif case.state in _NEXT:
            limits = _NEXT[case.state][3]
        else:
            return False
        if case.level <= 2 and case.state in {CaseState.REPORTED, CaseState.FILED}:
            limits = OPERATORS_TIME
        if case.opening.title in self._titles:
            limits = STORY_TIME
        waited = (now - case.updated_at).total_seconds()
        return waited >= self._delay(f"{case.number}/{case.state}", limits)

    def _delay(self, what: str, limits: tuple[float, float]) -> float:
        return dice(0, what).uniform(*limits) / self._speed

    def _oldest(self, board: Board) -> Case | None:
        old = [
            one
            for one in board.cases.values()
            if one.open and one.reported_at < self._began and not one.suspended and one.level > 2
        ]
        return min(old, key=lambda one: one.updated_at, default=None)

    def _case_order(self, case: Case, board: Board) -> Order:
        street = case.opening.street
        if case.state is CaseState.FILED:
            return Order(Role.SHIFT_LEADER, street, self._dispatched(case, board))
        if case.state is CaseState.REPORTED_DONE:
            owed = _owed(case)
            if owed is not None:
                return Order(Role.SHIFT_LEADER, street, owed)
        action, role, note, _ = _NEXT[case.state]
        if case.paperwork_due and case.state in {CaseState.REPORTED_DONE, CaseState.VERIFYING}:
            action, role, note = Action.FILED, Role.OPERATOR, "补录立案手续"
        return Order(role, street, AdvanceCase(case.number, version_of(case), action, note))

    def _dispatched(self, case: Case, board: Board) -> DispatchCase:
        version = version_of(case)
        unit = _nearest_free(case, board) if case.level < 4 else None
        if unit is not None:
            return DispatchCase(case.number, version, unit.id, unit.name, "请尽快到场处置")
        label = self._labels.get(case.opening.grid, "")
        return DispatchCase(case.number, version, "", f"{label}网格员", "请及时处置并反馈")


def _owed(case: Case) -> Command | None:
    """What is still to be done before a case may be checked and closed."""
    if case.items_due:
        return TickItem(case.number, case.items_due[0].item.text)
    if case.photos_missing:
        group = case.photos_missing[0]
        name = f"{case.number}-{group}.jpg"
        digest = hashlib.sha256(name.encode()).hexdigest()
        return AttachFile(case.number, group, name, digest, 240_000)
    if case.self_handled:
        return ReviewCase(case.number, version_of(case), 5, "复核通过")
    return None


def _opened(alarm: Alarm) -> OpenCase:
    seen = alarm.type == "video.finding"
    return OpenCase(
        title=alarm.title,
        case_type=alarm.case_type,
        level=alarm.level,
        source=CaseSource.VIDEO_PATROL if seen else CaseSource.SENSOR,
        place=alarm.place,
        grid=alarm.grid,
        address="",
        description=f"由报警转案件，报警值 {alarm.value}。",
        reporter="",
        contact="",
        alarm=alarm.id,
    )


def _nearest_free(case: Case, board: Board) -> Unit | None:
    place = case.opening.place
    kind = _KINDS.get(case.opening.case_type[:1], UnitKind.PATROL)
    if place is None:
        return None
    free = [
        (distance_m(unit.place, place), unit.id, unit)
        for unit in board.units.values()
        if unit.kind is kind and unit.place is not None and not unit.case and unit.status in _FREE
    ]
    return min(free)[2] if free else None
