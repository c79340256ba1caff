"""Alarms: raised from readings and findings, folded, returned to normal."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace

from console.domain.alarm import Alarm, AlarmState
from console.domain.alarm_rule import AlarmRule
from console.domain.alarm_rules import AlarmRules
from console.domain.bodies import Poison, SensorReading, SourceOverflow, VideoFinding
from console.domain.case_types import CaseTypes
from console.domain.event import Event, EventStatus, MessageType
from console.domain.geo import LonLat
from console.domain.masking import mask_text
from console.services.alarm_book import AlarmBook
from console.services.alarm_filter import AlarmFilter
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
    """Handlers for alarm events."""

    def __init__(
        self,
        case_types: CaseTypes,
        surroundings: Surroundings,
        rules: AlarmRules,
        book: AlarmBook,
        filters: AlarmFilter,
    ) -> None:
        self._case_types = case_types
        self._surroundings = surroundings
        self._rules = rules
        self._book = book
        self._filters = filters

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
        rule = self._rules.rule(event.type)
        if event.message is MessageType.CANCEL:
            self._over(work, event, signal.fold, known, rule)
        elif known is not None:
            repeated = known.repeated(event.received_at, event.severity, signal.value)
            self._book.change(work, "AlarmRepeated", repeated)
        else:
            self._filters.take(work, self._new(work, event, signal), signal.fold, rule)

    def _over(
        self, work: Work, event: Event, fold: str, known: Alarm | None, rule: AlarmRule
    ) -> None:
        """The cause has gone."""
        if known is None:
            self._filters.cancel(work, fold)
        elif known.returned_at is None and rule.off_delay:
            if known.returns_at is None:
                returning = known.returning(event.received_at + rule.off_delay)
                self._book.change(work, "AlarmReturning", returning)
        elif known.returned_at is None:
            returned = known.returned(event.received_at, latch=rule.latch)
            self._book.change(work, "AlarmReturned", returned)

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
            self._book.change(work, "AlarmRepeated", known.repeated(work.now, level, value))
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
        self._book.enter(work, alarm, fold)

    def stands(self, work: Work, kind: str, source: str) -> bool:
        """Whether an alarm about the hub's own working asks for something still."""
        known = work.uow.alarms.open_with(_system_fold(kind, source))
        return known is not None and known.returned_at is None

    def system_well(self, work: Work, kind: str, source: str) -> None:
        """What `system` told of is over; harmless where it told of nothing."""
        known = work.uow.alarms.open_with(_system_fold(kind, source))
        if known is not None and known.returned_at is None:
            self._book.change(work, "AlarmReturned", known.returned(work.now))

    def link_case(self, work: Work, alarm: Alarm, number: str, by: str) -> None:
        """Tie an alarm to the case opened from it, which is a way of taking notice."""
        if alarm.to_see:
            alarm = alarm.acknowledged(by, work.now)
        linked = replace(alarm, case=number, version=alarm.version + 1)
        self._book.change(work, "AlarmLinked", linked, by)


def _fold(event: Event) -> str:
    """Exercises never fold into the real thing."""
    return f"{event.status}|{event.type}|{event.key}"


def _system_fold(kind: str, source: str) -> str:
    return f"{EventStatus.ACTUAL}|{kind}|{source}"
