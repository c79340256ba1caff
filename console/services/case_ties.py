"""Cases and each other: merged, linked, and come again at the same place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from console.domain.access import Actor
from console.domain.case import Case, CaseState
from console.domain.case_commands import LinkCase, MergeCase
from console.domain.case_log import Action, LogEntry
from console.domain.geo import distance_m
from console.domain.refusal import Refusal
from console.domain.unit import Unit
from console.services.alarm_desk import AlarmDesk
from console.services.case_book import CaseBook
from console.services.desk_line import desk_line
from console.services.message_bus import Done
from console.services.refused import Refused
from console.services.work import Work

REPEATS = 3
"""So many cases of one type at one place …"""
WITHIN = timedelta(days=7)
"""… within so long are a repeated complaint."""
SAME_PLACE_M = 300.0
MOST_LINKED = 5
"""How many of the earlier ones are tied to the newest."""
HUB_NAME, HUB_ROLE = "系统", "hub"
"""By whom the hub writes lines of its own."""
_NOTHING = frozenset({CaseState.REJECTED, CaseState.VOIDED, CaseState.MERGED})


class CaseTies:
    """Handlers for merging and linking, and the look at what came before a new case."""

    def __init__(self, book: CaseBook, alarms: AlarmDesk) -> None:
        self._book = book
        self._alarms = alarms

    def merge(self, work: Work, actor: Actor, command: MergeCase) -> Done:
        """End a case as a member of another; its alarms, units and cameras go over.

        Units on their way are dispatched in the parent, so it must be filed where that is the rule.
        """
        member = self._book.reach(work, actor, command.entity, command.version)
        parent = self._book.reach(work, actor, command.into)
        if parent.level > member.level:
            raise Refused(Refusal.LOWER_LEVEL)
        takes = {
            "case": member.number,
            "alarms": " ".join(member.alarms),
            "cameras": " ".join(member.cameras),
        }
        args = {"case": parent.number}
        ended = desk_line(work, actor, Action.MERGED, command.note, args)
        taken = desk_line(work, actor, Action.MEMBER_MERGED, command.note, takes)
        units = self._sent(work, member)
        grown = self._dispatched(work, actor, self._book.extended(parent, taken), units)
        done = self._book.write(work, member, ended)
        for entry in grown.log[len(parent.log) :]:
            parent = self._book.store(work, self._book.extended(parent, entry))
        for alarm_id in member.alarms:
            alarm = work.uow.alarms.get(alarm_id)
            if alarm is not None:
                self._alarms.link_case(work, alarm, parent.number, taken.by)
        return done

    @staticmethod
    def _sent(work: Work, case: Case) -> list[Unit]:
        units = work.uow.district.units()
        return [units[key] for key in case.units if key in units and units[key].case == case.number]

    def _dispatched(self, work: Work, actor: Actor, case: Case, units: Sequence[Unit]) -> Case:
        for unit in units:
            args = {"unit": unit.id, "holder": unit.name}
            case = self._book.extended(case, desk_line(work, actor, Action.DISPATCHED, "", args))
        return case

    def link(self, work: Work, actor: Actor, command: LinkCase) -> Done:
        """Tie two cases to each other, both ways."""
        one = self._book.reach(work, actor, command.entity)
        other = self._book.reach(work, actor, command.other)
        there = {"case": other.number}
        entry = desk_line(work, actor, Action.CASE_LINKED, command.note, there)
        done = self._book.write(work, one, entry)
        if one.number not in other.linked:
            back = desk_line(work, actor, Action.CASE_LINKED, command.note, {"case": one.number})
            self._book.write(work, other, back)
        return done

    def look_back(self, work: Work, case: Case) -> Case:
        """Flag a new case that is the third or later of its type at its place in a week.

        The newest of the earlier ones are linked with it, both ways; the case comes back as it is
        then.
        """
        earlier = self._earlier(work, case)
        if len(earlier) + 1 < REPEATS:
            return case
        newest = earlier[-MOST_LINKED:]
        args = {"count": str(len(earlier) + 1), "cases": " ".join(one.number for one in newest)}
        case = self._add(work, case, Action.REPEAT_FOUND, args)
        for other in newest:
            if case.number not in other.linked:
                self._add(work, other, Action.CASE_LINKED, {"case": case.number})
        return case

    def _add(self, work: Work, case: Case, action: Action, args: dict[str, str]) -> Case:
        entry = LogEntry(0, work.now, HUB_NAME, HUB_ROLE, action, "", args)
        return self._book.store(work, self._book.extended(case, entry))

    @staticmethod
    def _earlier(work: Work, case: Case) -> list[Case]:
        """Cases of the same kind at the same place that were not withdrawn, oldest first."""
        opening = case.opening
        if not opening.grid:
            return []
        since = case.reported_at - WITHIN
        found = [
            one
            for one in work.uow.cases.alike(opening.case_type, opening.grid, since)
            if one.number != case.number
            and one.reported_at <= case.reported_at
            and one.state not in _NOTHING
            and one.opening.status is opening.status
            and _near(one, case)
        ]
        return sorted(found, key=lambda one: (one.reported_at, one.number))


def _near(one: Case, other: Case) -> bool:
    here, there = one.opening.place, other.opening.place
    return here is None or there is None or distance_m(here, there) <= SAME_PLACE_M
