"""Steps that one person asks for and a second one approves."""

from __future__ import annotations

from console.domain.access import Actor
from console.domain.approval import Approval
from console.domain.case import Case
from console.domain.case_commands import AnswerApproval, RequestApproval
from console.domain.case_log import Action
from console.domain.masking import mask_text
from console.domain.refusal import Refusal
from console.domain.side_rules import running_clock
from console.domain.timekeeper import Timekeeper
from console.services.case_book import CaseBook
from console.services.desk_line import desk_line
from console.services.message_bus import Done
from console.services.refused import Refused
from console.services.work import Work


class CaseApprovals:
    """Handlers for asking and answering; the life cycle's rules keep the two persons apart."""

    def __init__(self, book: CaseBook, timekeeper: Timekeeper) -> None:
        self._book = book
        self._timekeeper = timekeeper

    def ask(self, work: Work, actor: Actor, command: RequestApproval) -> Done:
        """Ask for a suspension, an extension or the voiding of a case."""
        case = self._book.reach(work, actor, command.entity, command.version)
        args = {"action": command.action.value, "reason": mask_text(command.reason.strip())}
        if command.action is Action.EXTENDED:
            args["days"] = str(command.days)
        entry = desk_line(work, actor, Action.APPROVAL_ASKED, "", args)
        return self._book.write(work, case, entry)

    def answer(self, work: Work, actor: Actor, command: AnswerApproval) -> Done:
        """Carry out what was asked for, or refuse it with a reason."""
        case = self._book.reach(work, actor, command.entity)
        asked = next((one for one in case.approvals if one.request == command.request), None)
        if asked is None:
            raise Refused(Refusal.UNKNOWN_ENTITY)
        args = {"request": str(asked.request), "action": asked.action.value}
        if not command.approve:
            args["reason"] = mask_text(command.reason.strip())
            entry = desk_line(work, actor, Action.APPROVAL_REFUSED, "", args)
            return self._book.write(work, case, entry)
        args |= {"reason": asked.reason, "asked_by": asked.by}
        if asked.action is Action.EXTENDED:
            args |= self._deadline(case, asked)
        entry = desk_line(work, actor, asked.action, command.reason, args)
        return self._book.write(work, case, entry)

    def _deadline(self, case: Case, asked: Approval) -> dict[str, str]:
        """The clock that runs now and the later deadline it gets."""
        clock = running_clock(case)
        if clock is None:
            raise Refused(Refusal.WRONG_STATE)
        until = self._timekeeper.days_after(clock.due_at, asked.days, case.level)
        return {"days": str(asked.days), "clock": clock.kind.value, "until": until.isoformat()}
