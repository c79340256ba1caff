"""What is kept in a case besides its steps: co-handlers, ticks, calls, files, outcome."""

from __future__ import annotations

from console.domain.access import Actor
from console.domain.case_commands import (
    AddCoHandler,
    AdvanceCoHandler,
    AttachFile,
    CorrectCase,
    MarkCall,
    RecordOutcome,
    ReviewCase,
    TickItem,
)
from console.domain.case_log import Action
from console.domain.case_types import CaseTypes
from console.domain.masking import mask_person, mask_text
from console.domain.permissions import within_reach
from console.domain.refusal import Refusal
from console.services.case_book import CaseBook
from console.services.desk_line import desk_line
from console.services.message_bus import Done
from console.services.refused import Refused
from console.services.surroundings import Surroundings
from console.services.work import Work


class CaseFiles:
    """Handlers for the commands that add to a case; each leaves one line in its log."""

    def __init__(self, case_types: CaseTypes, surroundings: Surroundings, book: CaseBook) -> None:
        self._case_types = case_types
        self._surroundings = surroundings
        self._book = book

    def add_co_handler(self, work: Work, actor: Actor, command: AddCoHandler) -> Done:
        """Ask somebody to do a part."""
        unit = work.uow.district.units().get(command.unit)
        if command.unit and unit is None:
            raise Refused(Refusal.UNKNOWN_ENTITY)
        holder = command.holder.strip() or (unit.name if unit else "")
        args = {"holder": holder if unit else mask_person(holder)}
        if command.unit:
            args["unit"] = command.unit
        if command.task.strip():
            args["task"] = mask_text(command.task.strip())
        if command.level:
            args["level"] = str(command.level)
        return self._add(work, actor, command.entity, Action.CO_HANDLER_ADDED, "", args)

    def advance_co_handler(self, work: Work, actor: Actor, command: AdvanceCoHandler) -> Done:
        """A co-handler took its part on, or is done with it."""
        case = self._book.reach(work, actor, command.entity)
        action = Action.CO_HANDLER_DONE if command.done else Action.CO_HANDLER_ACCEPTED
        args = {"holder": command.holder}
        task = next((one for one in case.tasks if one.holder == command.holder), None)
        if task is not None and task.unit:
            args["unit"] = task.unit
        entry = desk_line(work, actor, action, command.note, args)
        return self._book.write(work, case, entry)

    def tick(self, work: Work, actor: Actor, command: TickItem) -> Done:
        """Tick an item of the checklist, or waive it."""
        args = {"item": command.item, **({"waived": "1"} if command.waived else {})}
        note = command.note
        return self._add(work, actor, command.entity, Action.ITEM_TICKED, note, args)

    def call(self, work: Work, actor: Actor, command: MarkCall) -> Done:
        """Note a call, and whether anybody answered."""
        args = {"party": command.party, **({"reached": "1"} if command.reached else {})}
        return self._add(work, actor, command.entity, Action.CALLED, command.note, args)

    def attach(self, work: Work, actor: Actor, command: AttachFile) -> Done:
        """Enter a file by name, size and digest."""
        args = {
            "group": command.group.value,
            "name": mask_text(command.name.strip()),
            "sha256": command.sha256,
            "size": str(command.size),
        }
        return self._add(work, actor, command.entity, Action.ATTACHED, "", args)

    def record_outcome(self, work: Work, actor: Actor, command: RecordOutcome) -> Done:
        """Enter losses and people hurt."""
        args = {
            "injured": str(command.injured),
            "dead": str(command.dead),
            "loss_yuan": str(command.loss_yuan),
        }
        note = command.note
        return self._add(work, actor, command.entity, Action.OUTCOME_RECORDED, note, args)

    def review(self, work: Work, actor: Actor, command: ReviewCase) -> Done:
        """Close the book, with how satisfied people were."""
        case = self._book.reach(work, actor, command.entity, command.version)
        args = {"satisfaction": str(command.satisfaction)}
        entry = desk_line(work, actor, Action.REVIEWED, command.note, args)
        return self._book.write(work, case, entry)

    def correct(self, work: Work, actor: Actor, command: CorrectCase) -> Done:
        """Correct title, type or place; what the type brings along comes with it."""
        case = self._book.reach(work, actor, command.entity, command.version)
        args = {"reason": mask_text(command.reason.strip())}
        if command.title.strip():
            args["title"] = mask_text(command.title.strip())
        if command.case_type:
            if command.case_type not in self._case_types:
                raise Refused(Refusal.INVALID)
            args["case_type"] = command.case_type
        if command.address.strip():
            args["address"] = mask_text(command.address.strip())
        args |= self._where(work, actor, command)
        entry = desk_line(work, actor, Action.CORRECTED, "", args)
        return self._book.write(work, case, entry)

    def _where(self, work: Work, actor: Actor, command: CorrectCase) -> dict[str, str]:
        if not command.grid and command.place is None:
            return {}
        grid = self._surroundings.grid(work.uow.district, command.place, command.grid)
        if grid is None:
            raise Refused(Refusal.UNKNOWN_ENTITY)
        if not within_reach(actor, grid.street):
            raise Refused(Refusal.OTHER_STREET)
        place = command.place or grid.centre
        return {
            "grid": grid.code,
            "community": grid.community,
            "street": grid.street,
            "lon": repr(place.lon),
            "lat": repr(place.lat),
        }

    def _add(
        self, work: Work, actor: Actor, number: str, action: Action, note: str, args: dict[str, str]
    ) -> Done:
        case = self._book.reach(work, actor, number)
        return self._book.write(work, case, desk_line(work, actor, action, note, args))
