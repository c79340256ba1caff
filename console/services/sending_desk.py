"""Sending several at once, taking one's part back, and calling outside units by phone."""

from __future__ import annotations

from console.domain.access import Actor
from console.domain.call_outcome import CallOutcome
from console.domain.case import Case
from console.domain.case_log import Action, LogEntry
from console.domain.dispatch_commands import CallOutside, DispatchUnits, ReturnUnit
from console.domain.masking import mask_name, mask_phone
from console.domain.office import Office, office_name
from console.domain.refusal import Refusal
from console.services.case_book import CaseBook
from console.services.desk_line import desk_line
from console.services.message_bus import Done
from console.services.ports import DistrictRows
from console.services.refused import Refused
from console.services.work import Work

MOST = 20
"""Units and offices sent by one command, at most."""


class SendingDesk:
    """Handlers for what leaves the desk. All lines of a command are written, or none."""

    def __init__(self, book: CaseBook) -> None:
        self._book = book

    def dispatch(self, work: Work, actor: Actor, command: DispatchUnits) -> Done:
        """Send a case to every unit and office named, in their order."""
        case = self._book.reach(work, actor, command.entity, command.version)
        district = work.uow.district
        if not 0 < len(command.units) + len(command.offices) <= MOST:
            raise Refused(Refusal.INVALID)
        if set(command.units) & set(case.units):
            raise Refused(Refusal.ALREADY_THERE)
        targets = [_unit(district, unit) for unit in dict.fromkeys(command.units)]
        targets += [_office(district, text) for text in dict.fromkeys(command.offices)]
        lines = [desk_line(work, actor, Action.DISPATCHED, command.note, args) for args in targets]
        return self._write_all(work, case, lines)

    def take_back(self, work: Work, actor: Actor, command: ReturnUnit) -> Done:
        """One of several units sends its part back."""
        case = self._book.reach(work, actor, command.entity, command.version)
        args = {"unit": command.unit}
        line = desk_line(work, actor, Action.UNIT_RETURNED, command.reason, args)
        return self._book.write(work, case, line)

    def call(self, work: Work, actor: Actor, command: CallOutside) -> Done:
        """Log a call to an outside unit; one that was reached counts as sent."""
        case = self._book.reach(work, actor, command.entity)
        organisation = command.organisation.strip()
        if not organisation:
            raise Refused(Refusal.INVALID)
        args = {
            "holder": organisation,
            "outcome": command.outcome.value,
            "contact": mask_name(command.contact),
            "phone": mask_phone(command.phone),
        }
        lines = [desk_line(work, actor, Action.CALL_MADE, command.note, args)]
        if command.outcome is CallOutcome.REACHED:
            sent = {"unit": "", "holder": organisation, "by_phone": "1"}
            lines.append(desk_line(work, actor, Action.DISPATCHED, "", sent))
        done = self._write_all(work, case, lines)
        for field, clear in (("outside", command.contact), ("outside_phone", command.phone)):
            if clear.strip():
                work.uow.personal.remember(case.number, field, clear.strip())
        return done

    def _write_all(self, work: Work, case: Case, lines: list[LogEntry]) -> Done:
        self._book.check_all(case, lines)
        for line in lines:
            case = self._book.store(work, self._book.extended(case, line))
        return Done(case.number, case.version)


def _unit(district: DistrictRows, unit_id: str) -> dict[str, str]:
    unit = district.units().get(unit_id)
    if unit is None:
        raise Refused(Refusal.UNKNOWN_ENTITY)
    return {"unit": unit.id, "holder": unit.name}


def _office(district: DistrictRows, text: str) -> dict[str, str]:
    try:
        office = Office.parse(text)
    except ValueError:
        raise Refused(Refusal.INVALID) from None
    name = office_name(office, district.grids(), district.communities(), district.streets())
    if not name:
        raise Refused(Refusal.UNKNOWN_ENTITY)
    return {"unit": "", "holder": name, "office": office.text}
