"""Searching by sectors, and counting heads."""

from __future__ import annotations

from console.domain.access import Actor
from console.domain.case_log import Action
from console.domain.dispatch_commands import ClearSector, CountHeads, DrawSector, ListHousehold
from console.domain.masking import mask_name, mask_text
from console.domain.refusal import Refusal
from console.services.case_book import CaseBook
from console.services.desk_line import desk_line
from console.services.message_bus import Done
from console.services.refused import Refused
from console.services.work import Work

MOST_GRIDS = 60
_LONGEST = 40


class SearchDesk:
    """Handlers for sectors and head-counts. They never conflict, so they name no version."""

    def __init__(self, book: CaseBook) -> None:
        self._book = book

    def draw(self, work: Work, actor: Actor, command: DrawSector) -> Done:
        """Draw a sector; under a known name it is drawn anew and to be searched again."""
        case = self._book.reach(work, actor, command.entity)
        name = mask_text(command.sector.strip())
        grids = tuple(dict.fromkeys(command.grids))
        known = work.uow.district.grids()
        if not 0 < len(name) <= _LONGEST or not 0 < len(grids) <= MOST_GRIDS:
            raise Refused(Refusal.INVALID)
        unit = work.uow.district.units().get(command.unit)
        if any(grid not in known for grid in grids) or (command.unit and unit is None):
            raise Refused(Refusal.UNKNOWN_ENTITY)
        holder = mask_text(command.holder.strip()) or (unit.name if unit else "")
        args = {"sector": name, "grids": " ".join(grids), "unit": command.unit, "holder": holder}
        return self._book.write(work, case, desk_line(work, actor, Action.SECTOR_ADDED, "", args))

    def clear(self, work: Work, actor: Actor, command: ClearSector) -> Done:
        """Tick a sector off."""
        case = self._book.reach(work, actor, command.entity)
        args = {"sector": command.sector}
        line = desk_line(work, actor, Action.SECTOR_CLEARED, command.note, args)
        return self._book.write(work, case, line)

    def list_household(self, work: Work, actor: Actor, command: ListHousehold) -> Done:
        """Put a household on the list; its name is masked and kept apart."""
        case = self._book.reach(work, actor, command.entity)
        clear = command.household.strip()
        if not clear:
            raise Refused(Refusal.INVALID)
        args = {
            "line": f"h{len(case.heads) + 1}",
            "household": mask_name(clear),
            "place": mask_text(command.place.strip(), (clear,)),
            "expected": str(command.expected),
        }
        done = self._book.write(work, case, desk_line(work, actor, Action.HEAD_LISTED, "", args))
        work.uow.personal.remember(case.number, "household", clear)
        return done

    def count(self, work: Work, actor: Actor, command: CountHeads) -> Done:
        """Say how many of a line are accounted for."""
        case = self._book.reach(work, actor, command.entity)
        args = {
            "line": command.line,
            "found": str(command.found),
            "elsewhere": str(command.elsewhere),
        }
        line = desk_line(work, actor, Action.HEAD_COUNTED, command.note, args)
        return self._book.write(work, case, line)
