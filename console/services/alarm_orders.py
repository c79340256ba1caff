"""What people do with alarms: acknowledge, shelve, take out of service, mute, note."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from console.domain.access import Actor
from console.domain.alarm import Alarm, AlarmState
from console.domain.alarm_commands import (
    AcknowledgeGroup,
    MuteAlarm,
    NoteAlarm,
    PutBackInService,
    ShelveAlarm,
    TakeOutOfService,
    UnshelveAlarm,
)
from console.domain.alarm_marks import AlarmNote, Mute
from console.domain.alarm_rules import AlarmRules
from console.domain.commands import AcknowledgeAlarm
from console.domain.masking import mask_person, mask_text
from console.domain.permissions import within_reach
from console.domain.refusal import Refusal
from console.services.alarm_book import AlarmBook
from console.services.message_bus import Done, MessageBus
from console.services.refused import Refused
from console.services.work import Work

LONGEST_TEXT = 200
"""Characters of a reason or note."""


class AlarmOrders:
    """Handlers for the commands on alarms."""

    def __init__(self, rules: AlarmRules, book: AlarmBook) -> None:
        self._rules = rules
        self._book = book

    def register(self, bus: MessageBus) -> None:
        """Have the commands come here."""
        bus.on_command(AcknowledgeAlarm, self.acknowledge)
        bus.on_command(AcknowledgeGroup, self.acknowledge_group)
        bus.on_command(ShelveAlarm, self.shelve)
        bus.on_command(UnshelveAlarm, self.unshelve)
        bus.on_command(TakeOutOfService, self.take_out)
        bus.on_command(PutBackInService, self.put_back)
        bus.on_command(MuteAlarm, self.mute)
        bus.on_command(NoteAlarm, self.note)

    def acknowledge(self, work: Work, actor: Actor, command: AcknowledgeAlarm) -> Done:
        """Take notice of an alarm."""
        alarm = _found(work, actor, command.entity)
        if alarm.suppressed:
            raise Refused(Refusal.ALARM_STATE)
        if not alarm.to_see:
            raise Refused(Refusal.ALREADY_SEEN)
        if alarm.version != command.version:
            raise Refused(Refusal.VERSION_CONFLICT)
        by = mask_person(actor.name)
        return self._done(work, "AlarmAcknowledged", alarm.acknowledged(by, work.now), by)

    def acknowledge_group(self, work: Work, actor: Actor, command: AcknowledgeGroup) -> Done:
        """Take notice of what the operator saw of a group; later ones stay to be seen."""
        members = work.uow.alarms.of_group(command.entity)
        if not members:
            raise Refused(Refusal.UNKNOWN_ENTITY)
        reached = [one for one in members if within_reach(actor, one.street)]
        if not reached:
            raise Refused(Refusal.OTHER_STREET)
        waiting = [one for one in reached if one.to_see and one.last_at <= command.seen_until]
        if not waiting:
            raise Refused(Refusal.ALREADY_SEEN)
        by = mask_person(actor.name)
        for alarm in waiting:
            self._done(work, "AlarmAcknowledged", alarm.acknowledged(by, work.now), by)
        return Done(command.entity, 0, {"count": str(len(waiting))})

    def shelve(self, work: Work, actor: Actor, command: ShelveAlarm) -> Done:
        """Put an alarm aside for a time, or for another time."""
        alarm = _seen(_found(work, actor, command.entity), command)
        if not (alarm.standing or alarm.state is AlarmState.SHELVED):
            raise Refused(Refusal.ALARM_STATE)
        reason = _reason(command.reason)
        until = work.now + _span(command.minutes, self._rules.longest_shelf(alarm.level))
        by = mask_person(actor.name)
        return self._done(work, "AlarmShelved", alarm.shelved(by, reason, work.now, until), by)

    def unshelve(self, work: Work, actor: Actor, command: UnshelveAlarm) -> Done:
        """Bring a shelved alarm back before its time."""
        return self._restore(work, actor, command.entity, AlarmState.SHELVED, "AlarmUnshelved")

    def take_out(self, work: Work, actor: Actor, command: TakeOutOfService) -> Done:
        """Put an alarm aside until somebody puts it back."""
        alarm = _seen(_found(work, actor, command.entity), command)
        if not (alarm.standing or alarm.state is AlarmState.SHELVED):
            raise Refused(Refusal.ALARM_STATE)
        reason, by = _reason(command.reason), mask_person(actor.name)
        out = alarm.out_of_service(by, reason, work.now)
        return self._done(work, "AlarmTakenOut", out, by)

    def put_back(self, work: Work, actor: Actor, command: PutBackInService) -> Done:
        """Bring an alarm back that is out of service."""
        return self._restore(work, actor, command.entity, AlarmState.OUT_OF_SERVICE, "AlarmPutBack")

    def mute(self, work: Work, actor: Actor, command: MuteAlarm) -> Done:
        """Silence an alarm that nobody has acknowledged, or let it sound again."""
        alarm = _seen(_found(work, actor, command.entity), command)
        if alarm.state is not AlarmState.UNACKNOWLEDGED:
            raise Refused(Refusal.ALARM_STATE)
        by = mask_person(actor.name)
        mute = None
        if command.minutes:
            span = _span(command.minutes, self._rules.longest_mute(alarm.level))
            mute = Mute(by, work.now + span)
        muted = replace(alarm, mute=mute, version=alarm.version + 1)
        return self._done(work, "AlarmMuted" if mute else "AlarmUnmuted", muted, by)

    def note(self, work: Work, actor: Actor, command: NoteAlarm) -> Done:
        """Write a note on an alarm, or take it off."""
        alarm = _found(work, actor, command.entity)
        if not alarm.open:
            raise Refused(Refusal.ALARM_STATE)
        text, by = command.text.strip(), mask_person(actor.name)
        if len(text) > LONGEST_TEXT:
            raise Refused(Refusal.INVALID)
        note = AlarmNote(by, work.now, mask_text(text)) if text else None
        noted = replace(alarm, note=note, version=alarm.version + 1)
        return self._done(work, "AlarmNoted", noted, by)

    def _restore(
        self, work: Work, actor: Actor, alarm_id: str, state: AlarmState, name: str
    ) -> Done:
        alarm = _found(work, actor, alarm_id)
        if alarm.state is not state:
            raise Refused(Refusal.ALARM_STATE)
        return self._done(work, name, alarm.restored(), mask_person(actor.name))

    def _done(self, work: Work, name: str, alarm: Alarm, by: str) -> Done:
        self._book.change(work, name, alarm, by)
        return Done(alarm.id, alarm.version)


def _found(work: Work, actor: Actor, alarm_id: str) -> Alarm:
    alarm = work.uow.alarms.get(alarm_id)
    if alarm is None:
        raise Refused(Refusal.UNKNOWN_ENTITY)
    if not within_reach(actor, alarm.street):
        raise Refused(Refusal.OTHER_STREET)
    return alarm


def _seen(alarm: Alarm, command: ShelveAlarm | TakeOutOfService | MuteAlarm) -> Alarm:
    """The alarm where it is no worse and no other than what the operator saw."""
    if alarm.state is not command.seen or alarm.level < command.level:
        raise Refused(Refusal.VERSION_CONFLICT)
    return alarm


def _reason(text: str) -> str:
    words = text.strip()
    if not words:
        raise Refused(Refusal.REASON_REQUIRED)
    if len(words) > LONGEST_TEXT:
        raise Refused(Refusal.INVALID)
    return mask_text(words)


def _span(minutes: int, longest: timedelta) -> timedelta:
    if minutes < 1:
        raise Refused(Refusal.INVALID)
    if minutes * 60 > longest.total_seconds():
        raise Refused(Refusal.TOO_LONG)
    return timedelta(minutes=minutes)
