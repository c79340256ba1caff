"""Alarms: raised from readings and findings, folded, acknowledged, returned to normal."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace

from console.domain.access import Actor
from console.domain.alarm import Alarm, AlarmState
from console.domain.bodies import Poison, SensorReading, SourceOverflow, VideoFinding
from console.domain.case_types import CaseTypes
from console.domain.commands import AcknowledgeAlarm
from console.domain.event import Event, EventStatus, MessageType
from console.domain.facts import Kind
from console.domain.geo import LonLat
from console.domain.masking import mask_person, mask_text
from console.domain.permissions import within_reach
from console.domain.refusal import Refusal
from console.services.message_bus import Done
from console.services.refused import Refused
from console.services.surroundings import Surroundings
from console.services.work import Work

_LOST_LEVEL = 2


@dataclass(frozen=True, slots=True)
class _Signal:
    """What a reading and a finding have in common; equal `fold` makes one alarm."""

    fold: str
    title: str
    value: str
    case_type: str
    place: LonLat | None
    camera: str = ""


class AlarmDesk:
    """Handlers for alarm events and commands."""

    def __init__(self, case_types: CaseTypes, surroundings: Surroundings) -> None:
        self._case_types = case_types
        self._surroundings = surroundings

    def reading(self, work: Work, event: Event, body: SensorReading) -> None:
        """A sensor crossed its threshold, repeats, or is back to normal."""
        signal = _Signal(
            fold=_fold(event),
            title=mask_text(body.name),
            value=f"{body.value:g} {body.unit}".strip(),
            case_type=body.case_type,
            place=LonLat(body.lon, body.lat),
        )
        self._take(work, event, signal)

    def finding(self, work: Work, event: Event, body: VideoFinding) -> None:
        """Video analytics saw something; the camera that saw it is the first one linked."""
        camera = work.uow.district.cameras().get(body.camera)
        signal = _Signal(
            fold=f"{_fold(event)}|{body.finding}",
            title=mask_text(body.title),
            value=str(body.count) if body.count else f"{body.confidence:.0%}",
            case_type=body.case_type,
            place=camera.place if camera else None,
            camera=body.camera,
        )
        self._take(work, event, signal)

    def overflow(self, work: Work, event: Event, body: SourceOverflow) -> None:
        """A source's spool was full and refused events: the operators are told how many."""
        count = str(sum(body.refused.values()))
        title = "Events refused at the source"
        self.system(
            work, "system.overflow", event.source, title=title, value=count, level=_LOST_LEVEL
        )

    def poison(self, work: Work, event: Event, body: Poison) -> None:
        """A source put an event aside because no session survived it."""
        title, value = "Event put aside by the source", f"{body.size} B"
        self.system(
            work, "system.poison", event.source, title=title, value=value, level=_LOST_LEVEL
        )

    def _take(self, work: Work, event: Event, signal: _Signal) -> None:
        known = work.uow.alarms.open_with(signal.fold)
        if event.message is MessageType.CANCEL:
            if known is not None and known.state is not AlarmState.RETURNED:
                self._changed(work, "AlarmReturned", known.returned(event.received_at))
        elif known is not None:
            repeated = known.repeated(event.received_at, event.severity, signal.value)
            self._changed(work, "AlarmRepeated", repeated)
        else:
            self._raise(work, self._new(work, event, signal), signal.fold)

    def _new(self, work: Work, event: Event, signal: _Signal) -> Alarm:
        district = work.uow.district
        grid = self._surroundings.grid(district, signal.place)
        known_type = signal.case_type if signal.case_type in self._case_types else ""
        return Alarm(
            id=event.id,
            key=event.key,
            type=event.type,
            level=event.severity,
            state=AlarmState.UNACKNOWLEDGED,
            title=signal.title,
            source=event.source,
            status=event.status,
            place=signal.place,
            grid=grid.code if grid else "",
            street=grid.street if grid else "",
            raised_at=event.received_at,
            last_at=event.received_at,
            count=1,
            value=signal.value,
            case_type=known_type,
            cameras=self._surroundings.cameras(
                district, signal.place, signal.case_type, signal.camera
            ),
        )

    def system(
        self, work: Work, kind: str, source: str, *, title: str, value: str, level: int
    ) -> None:
        """Raise or repeat an alarm about the hub's own working; one a kind and source.

        `title` is an English sentence that the consoles translate.
        """
        fold = _system_fold(kind, source)
        known = work.uow.alarms.open_with(fold)
        if known is not None:
            self._changed(work, "AlarmRepeated", known.repeated(work.now, level, value))
            return
        alarm = Alarm(
            id=str(uuid.uuid4()),
            key=source,
            type=kind,
            level=level,
            state=AlarmState.UNACKNOWLEDGED,
            title=title,
            source=source,
            status=EventStatus.ACTUAL,
            place=None,
            grid="",
            street="",
            raised_at=work.now,
            last_at=work.now,
            count=1,
            value=value,
            case_type="",
            cameras=(),
        )
        self._raise(work, alarm, fold)

    def stands(self, work: Work, kind: str, source: str) -> bool:
        """Whether an alarm about the hub's own working asks for something still."""
        known = work.uow.alarms.open_with(_system_fold(kind, source))
        return known is not None and known.state is not AlarmState.RETURNED

    def system_well(self, work: Work, kind: str, source: str) -> None:
        """What `system` told of is over; harmless where it told of nothing."""
        known = work.uow.alarms.open_with(_system_fold(kind, source))
        if known is not None and known.state is not AlarmState.RETURNED:
            self._changed(work, "AlarmReturned", known.returned(work.now))

    def acknowledge(self, work: Work, actor: Actor, command: AcknowledgeAlarm) -> Done:
        """Take notice of an alarm."""
        alarm = work.uow.alarms.get(command.entity)
        if alarm is None:
            raise Refused(Refusal.UNKNOWN_ENTITY)
        if not within_reach(actor, alarm.street):
            raise Refused(Refusal.OTHER_STREET)
        if alarm.state in {AlarmState.ACKNOWLEDGED, AlarmState.NORMAL}:
            raise Refused(Refusal.ALREADY_SEEN)
        if alarm.version != command.version:
            raise Refused(Refusal.VERSION_CONFLICT)
        by = mask_person(actor.name)
        seen = alarm.acknowledged(by, work.now)
        self._changed(work, "AlarmAcknowledged", seen, by)
        return Done(alarm.id, seen.version)

    def link_case(self, work: Work, alarm: Alarm, number: str, by: str) -> None:
        """Tie an alarm to the case opened from it, which is a way of taking notice."""
        if alarm.state in {AlarmState.UNACKNOWLEDGED, AlarmState.RETURNED}:
            alarm = alarm.acknowledged(by, work.now)
        linked = replace(alarm, case=number, version=alarm.version + 1)
        self._changed(work, "AlarmLinked", linked, by)

    def _raise(self, work: Work, alarm: Alarm, fold: str) -> None:
        work.uow.alarms.add(alarm, fold)
        work.tell("AlarmRaised", Kind.ALARM, alarm.id, alarm)

    def _changed(self, work: Work, name: str, alarm: Alarm, by: str = "") -> None:
        work.uow.alarms.put(alarm)
        work.tell(name, Kind.ALARM, alarm.id, alarm, by)


def _fold(event: Event) -> str:
    """Exercises never fold into the real thing."""
    return f"{event.status}|{event.type}|{event.key}"


def _system_fold(kind: str, source: str) -> str:
    return f"{EventStatus.ACTUAL}|{kind}|{source}"
