"""Units in the field: where they are, and what they do for which case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from console.domain.bodies import UnitPosition
from console.domain.case import ENDED, Case
from console.domain.case_log import Action, LogEntry
from console.domain.event import Event
from console.domain.facts import Kind
from console.domain.geo import LonLat
from console.domain.unit import Unit, UnitStatus
from console.services.work import Work

_STATUS = {Action.SET_OUT: UnitStatus.EN_ROUTE, Action.ARRIVED: UnitStatus.ON_SCENE}
_RELEASING = frozenset({Action.HANDLED, Action.SELF_HANDLED, Action.RETURNED})
_TAKING_UP = frozenset({Action.DISPATCHED, Action.CO_HANDLER_ADDED})
_BUSY = frozenset({UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE})


class FieldUnits:
    """Handles positions, and follows the cases."""

    def position(self, work: Work, event: Event, body: UnitPosition) -> None:
        """A unit says where it is; older news than what is known changes nothing."""
        unit = work.uow.district.units().get(body.unit)
        if unit is None or (unit.seen_at is not None and event.occurred_at < unit.seen_at):
            return
        # A source whose clock runs ahead must not silence the unit until that time comes.
        seen_at = min(event.occurred_at, event.received_at)
        moved = Unit(
            id=unit.id,
            name=unit.name,
            kind=unit.kind,
            street=unit.street,
            members=unit.members,
            status=body.status,
            place=LonLat(body.lon, body.lat),
            heading=body.heading,
            speed=body.speed,
            seen_at=seen_at,
            case=unit.case,
            returns=unit.returns,
        )
        work.uow.district.put_unit(moved)
        work.tell("UnitMoved", Kind.UNIT, unit.id, moved)

    def follow(self, work: Work, case: Case, entry: LogEntry) -> None:
        """Units take up a case, set out, arrive, and are free again when their part is done."""
        if entry.action in _TAKING_UP:
            for unit in self._units(work, [entry.args.get("unit", "")]):
                self._change(work, replace(unit, case=case.number))
        elif entry.action in _STATUS:
            self._move(work, case, entry)
        elif entry.action is Action.UNIT_RETURNED:
            for unit in self._units(work, [entry.args.get("unit", "")]):
                self._change(work, _freed(unit, returned=True))
        elif entry.action is Action.MERGED:
            self._hand_over(work, case)
        elif entry.action is Action.CO_HANDLER_DONE:
            self._free(work, case, entry.args.get("unit", ""))
        elif entry.action in _RELEASING or case.state in ENDED:
            self._release(work, case, entry.action)

    def _move(self, work: Work, case: Case, entry: LogEntry) -> None:
        named = entry.args.get("unit", "")
        for unit in self._units(work, [named] if named else case.units):
            if unit.case == case.number:
                self._change(work, replace(unit, status=_STATUS[entry.action]))

    def _release(self, work: Work, case: Case, action: Action) -> None:
        """Everybody, but while the case goes on not those who still do a part as co-handlers."""
        kept = {task.unit for task in case.tasks if task.open} if case.open else set()
        for unit in tuple(work.uow.district.units().values()):
            if unit.case == case.number and unit.id not in kept:
                self._change(work, _freed(unit, returned=action is Action.RETURNED))

    def _free(self, work: Work, case: Case, unit_id: str) -> None:
        """A co-handler's part is done."""
        for unit in self._units(work, [unit_id]):
            if unit.case == case.number:
                self._change(work, _freed(unit, returned=False))

    def _hand_over(self, work: Work, case: Case) -> None:
        """Who was on the way to a merged case is on the way to the one it is now part of."""
        for unit in tuple(work.uow.district.units().values()):
            if unit.case == case.number:
                self._change(work, replace(unit, case=case.merged_into))

    def _units(self, work: Work, ids: Iterable[str]) -> list[Unit]:
        units = work.uow.district.units()
        return [units[unit_id] for unit_id in ids if unit_id in units]

    def _change(self, work: Work, unit: Unit) -> None:
        work.uow.district.put_unit(unit)
        work.tell("UnitChanged", Kind.UNIT, unit.id, unit)


def _freed(unit: Unit, *, returned: bool) -> Unit:
    status = UnitStatus.STANDBY if unit.status in _BUSY else unit.status
    return replace(unit, case="", status=status, returns=unit.returns + returned)
