"""Cases as sources speak of them: reports, progress, and cases handed over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from console.domain.bodies import CaseHandedOver, CaseProgress, Report
from console.domain.case import Case, Opening
from console.domain.case_log import Action, LogEntry
from console.domain.case_steps import HANDS_ON
from console.domain.case_types import OTHER, CaseTypes
from console.domain.event import Event, MessageType
from console.domain.geo import LonLat
from console.domain.masking import mask_name, mask_person, mask_phone, mask_text
from console.domain.unit import Unit
from console.services.case_book import CaseBook
from console.services.case_ties import CaseTies
from console.services.surroundings import Surroundings
from console.services.work import Work

_OWN_STEPS = HANDS_ON | {Action.RETURNED}
"""Steps that a unit takes for itself."""
_OURS = frozenset({"who", "request", "checklist", "photos", "calls"})
"""Arguments that only the hub writes."""


@dataclass(frozen=True, slots=True)
class _Said:
    """One line of a log as somebody outside wrote it, in clear."""

    at: datetime
    action: Action
    by: str
    role: str
    note: str
    args: dict[str, str]


class CaseReports:
    """Handlers for events about cases."""

    def __init__(
        self, case_types: CaseTypes, surroundings: Surroundings, book: CaseBook, ties: CaseTies
    ) -> None:
        self._case_types = case_types
        self._surroundings = surroundings
        self._book = book
        self._ties = ties

    def report(self, work: Work, event: Event, body: Report) -> None:
        """A new matter becomes a case; a second report of the same one becomes a note in it."""
        known = work.uow.cases.by_reference(body.reference) if body.reference else None
        if known is not None:
            self._add_to(work, event, body, self._book.standing_for(work, known))
            return
        opening = self._opening(work, event, body, event.received_at)
        first = self._first_entry(work, opening, body, event.received_at)
        case = self._book.begin(work, opening, [first], body.reference)
        self._remember_reporter(work, opening.number, body)
        self._ties.look_back(work, case)

    def _add_to(self, work: Work, event: Event, body: Report, case: Case) -> None:
        note = mask_text(body.description or body.title, (body.reporter,))
        args = {"withdrawn": "1"} if event.message is MessageType.CANCEL else {}
        by = mask_name(body.reporter) or event.source
        entry = LogEntry(0, event.received_at, by, body.source.value, Action.NOTED, note, args)
        self._book.store(work, self._book.extended(case, entry))

    def _opening(self, work: Work, event: Event, body: Report, reported_at: datetime) -> Opening:
        place = LonLat(body.lon, body.lat)
        grid = self._surroundings.grid(work.uow.district, place, body.grid)
        names = (body.reporter,)
        return Opening(
            number=self._book.next_number(work, reported_at),
            title=mask_text(body.title, names),
            case_type=body.case_type if body.case_type in self._case_types else OTHER,
            source=body.source,
            level=body.level,
            place=place,
            grid=grid.code if grid else "",
            community=grid.community if grid else "",
            street=grid.street if grid else "",
            address=mask_text(body.address, names),
            occurred_at=event.occurred_at,
            description=mask_text(body.description, names),
            reporter=mask_name(body.reporter),
            contact=mask_phone(body.contact),
            status=event.status,
        )

    def _first_entry(self, work: Work, opening: Opening, body: Report, at: datetime) -> LogEntry:
        cameras = self._surroundings.cameras(work.uow.district, opening.place, opening.case_type)
        args = {"cameras": " ".join(cameras), **self._book.begins_with(opening)}
        by = opening.reporter or body.source.value
        return LogEntry(1, at, by, body.source.value, Action.REPORTED, "", args)

    def _remember_reporter(self, work: Work, number: str, body: Report) -> None:
        if body.reporter:
            work.uow.personal.remember(number, "reporter", body.reporter)
        if body.contact:
            work.uow.personal.remember(number, "contact", body.contact)

    def progress(self, work: Work, event: Event, body: CaseProgress) -> None:
        """Somebody in the field reports on a case, by its number or by the report's reference."""
        case = work.uow.cases.get(body.case) or work.uow.cases.by_reference(body.case)
        if case is None:
            return
        case = self._book.standing_for(work, case)
        # A clock ahead of ours, or one from before the report, must not bend the time limits.
        at = max(min(event.occurred_at, event.received_at), case.reported_at)
        said = _Said(at, body.action, body.by, body.role, body.note, body.args)
        entry = self._masked(work, case.number, said)
        if said.action is Action.RETURNED and _goes_on(case, entry):
            entry = replace(entry, action=Action.UNIT_RETURNED)
        self._book.store(work, self._book.noting_refused(case, entry))

    def _masked(self, work: Work, number: str, said: _Said) -> LogEntry:
        """The line as it may be shown; a unit goes by its name, a person by a masked one."""
        by = said.by.strip()
        unit = _unit_called(work, by)
        shown = unit.name if unit else mask_person(by)
        args = {name: mask_text(value) for name, value in said.args.items() if name not in _OURS}
        if said.args.get("household"):
            work.uow.personal.remember(number, "household", said.args["household"])
            args["household"] = mask_name(said.args["household"])
        names: tuple[str, ...] = ()
        if unit and said.action in _OWN_STEPS:
            args.setdefault("unit", unit.id)
        elif not unit and shown != by:
            args["who"] = work.uow.personal.remember(number, "by", by)
            names = (by,)
        note = mask_text(said.note, names)
        return LogEntry(0, said.at, shown, said.role, said.action, note, args)

    def hand_over(self, work: Work, event: Event, body: CaseHandedOver) -> None:
        """A case from another system comes with its history and that history's times."""
        report = body.report
        if report.reference and work.uow.cases.by_reference(report.reference) is not None:
            return
        steps = [_Said(s.at, s.action, s.by, s.role, s.note, s.args) for s in body.steps]
        begun = bool(steps) and steps[0].action is Action.REPORTED
        reported_at = min(steps[0].at if begun else event.occurred_at, event.received_at)
        opening = self._opening(work, event, report, reported_at)
        first = self._first_entry(work, opening, report, reported_at)
        if any(step.action is Action.CLOSED for step in steps):
            # It was closed by the other system's rules; ours ask nothing more of it.
            first = replace(first, args={**first.args, "checklist": "", "photos": "", "calls": ""})
        case = self._book.drafted(opening, first)
        for said in steps[1:] if begun else steps:
            entry = self._masked(work, opening.number, said)
            case = self._book.noting_refused(case, entry)
        self._book.begin(work, opening, case.log, report.reference, "CaseHandedOver")
        self._remember_reporter(work, opening.number, report)


def _unit_called(work: Work, by: str) -> Unit | None:
    """The unit with this id or name."""
    units = work.uow.district.units()
    return units.get(by) or next((unit for unit in units.values() if unit.name == by), None)


def _goes_on(case: Case, entry: LogEntry) -> bool:
    """Whether the unit that sends the case back is one of several: then the others go on."""
    return entry.args.get("unit", "") in case.units and len(case.units) > 1
