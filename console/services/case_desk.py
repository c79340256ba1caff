"""Cases as the people at the consoles work them: the case commands."""

from __future__ import annotations

from console.domain.access import Actor
from console.domain.alarm import Alarm
from console.domain.case import Case, Opening
from console.domain.case_log import Action, LogEntry
from console.domain.case_types import CaseTypes
from console.domain.commands import (
    AddNote,
    AdvanceCase,
    ChangeLevel,
    DispatchCase,
    LinkCamera,
    OpenCase,
)
from console.domain.event import EventStatus
from console.domain.masking import mask_name, mask_person, mask_phone, mask_text
from console.domain.permissions import within_reach
from console.domain.refusal import Refusal
from console.services.alarm_desk import AlarmDesk
from console.services.case_book import CaseBook
from console.services.case_ties import CaseTies
from console.services.desk_line import desk_line
from console.services.message_bus import Done
from console.services.refused import Refused
from console.services.surroundings import Surroundings
from console.services.work import Work


class CaseDesk:
    """Handlers for the case commands. Each refuses before it changes anything."""

    def __init__(
        self,
        case_types: CaseTypes,
        surroundings: Surroundings,
        book: CaseBook,
        alarms: AlarmDesk,
        ties: CaseTies,
    ) -> None:
        self._case_types = case_types
        self._surroundings = surroundings
        self._book = book
        self._alarms = alarms
        self._ties = ties

    def open(self, work: Work, actor: Actor, command: OpenCase) -> Done:
        """Open a case from an alarm, or from nothing."""
        alarm = self._alarm(work, command.alarm)
        if command.level not in {1, 2, 3, 4} or not command.title.strip():
            raise Refused(Refusal.INVALID)
        if command.case_type not in self._case_types:
            raise Refused(Refusal.INVALID)
        place = command.place or (alarm.place if alarm else None)
        grid_code = command.grid or (alarm.grid if alarm else "")
        grid = self._surroundings.grid(work.uow.district, place, grid_code)
        street = grid.street if grid else ""
        if not within_reach(actor, street):
            raise Refused(Refusal.OTHER_STREET)
        names = (command.reporter,)
        opening = Opening(
            number=self._book.next_number(work, work.now),
            title=mask_text(command.title.strip(), names),
            case_type=command.case_type,
            source=command.source,
            level=command.level,
            place=place,
            grid=grid.code if grid else "",
            community=grid.community if grid else "",
            street=street,
            address=mask_text(command.address, names),
            occurred_at=alarm.raised_at if alarm else work.now,
            description=mask_text(command.description, names),
            reporter=mask_name(command.reporter),
            contact=mask_phone(command.contact),
            status=alarm.status if alarm else EventStatus.ACTUAL,
        )
        case = self._begin(work, actor, opening, alarm)
        for field, clear in (("reporter", command.reporter), ("contact", command.contact)):
            if clear:
                work.uow.personal.remember(case.number, field, clear)
        return Done(case.number, case.version, {"case": case.number})

    def _alarm(self, work: Work, alarm_id: str) -> Alarm | None:
        if not alarm_id:
            return None
        alarm = work.uow.alarms.get(alarm_id)
        if alarm is None:
            raise Refused(Refusal.UNKNOWN_ENTITY)
        if alarm.case:
            raise Refused(Refusal.ALREADY_OPENED)
        return alarm

    def _begin(self, work: Work, actor: Actor, opening: Opening, alarm: Alarm | None) -> Case:
        seen_by = next(iter(alarm.cameras), "") if alarm else ""
        cameras = self._surroundings.cameras(
            work.uow.district, opening.place, opening.case_type, seen_by
        )
        if alarm and not cameras:
            cameras = alarm.cameras
        args = {
            "who": f"user:{actor.user}",
            "cameras": " ".join(cameras),
            "alarm": alarm.id if alarm else "",
            **self._book.begins_with(opening),
        }
        by = mask_person(actor.name)
        first = LogEntry(1, work.now, by, actor.role.value, Action.REPORTED, "", args)
        case = self._book.begin(work, opening, [first], "", "CaseOpened")
        if alarm:
            self._alarms.link_case(work, alarm, case.number, by)
        return self._ties.look_back(work, case)

    def note(self, work: Work, actor: Actor, command: AddNote) -> Done:
        """Write a line into a case's log."""
        case = self._book.reach(work, actor, command.entity)
        if not command.text.strip():
            raise Refused(Refusal.INVALID)
        return self._book.write(work, case, desk_line(work, actor, Action.NOTED, command.text))

    def dispatch(self, work: Work, actor: Actor, command: DispatchCase) -> Done:
        """Send a case to a unit or an office."""
        case = self._book.reach(work, actor, command.entity, command.version)
        unit = work.uow.district.units().get(command.unit)
        if command.unit and unit is None:
            raise Refused(Refusal.UNKNOWN_ENTITY)
        holder = command.holder.strip() or (unit.name if unit else "")
        args = {"unit": command.unit, "holder": holder}
        return self._book.write(
            work, case, desk_line(work, actor, Action.DISPATCHED, command.note, args)
        )

    def advance(self, work: Work, actor: Actor, command: AdvanceCase) -> Done:
        """Move a case along its life cycle; a return says who sends it back."""
        case = self._book.reach(work, actor, command.entity, command.version)
        args = {"holder": case.holder} if command.action is Action.RETURNED else {}
        entry = desk_line(work, actor, command.action, command.note, args)
        return self._book.write(work, case, entry)

    def change_level(self, work: Work, actor: Actor, command: ChangeLevel) -> Done:
        """Raise or lower the response level."""
        case = self._book.reach(work, actor, command.entity, command.version)
        worse = command.level < case.level
        action = Action.ESCALATED if worse else Action.DEESCALATED
        reason = mask_text(command.reason)
        args = {"level": str(command.level), "reason": reason}
        return self._book.write(work, case, desk_line(work, actor, action, reason, args))

    def link_camera(self, work: Work, actor: Actor, command: LinkCamera) -> Done:
        """Tie a camera to a case."""
        case = self._book.reach(work, actor, command.entity)
        if command.camera not in work.uow.district.cameras():
            raise Refused(Refusal.UNKNOWN_ENTITY)
        args = {"camera": command.camera}
        return self._book.write(
            work, case, desk_line(work, actor, Action.CAMERA_LINKED, command.note, args)
        )
