"""The side moves of cases: who carries out which command."""

from __future__ import annotations

from console.domain.case_commands import (
    AddCoHandler,
    AdvanceCoHandler,
    AnswerApproval,
    AttachFile,
    CorrectCase,
    LinkCase,
    MarkCall,
    MergeCase,
    RecordOutcome,
    RequestApproval,
    ReviewCase,
    TickItem,
)
from console.domain.case_types import CaseTypes
from console.domain.timekeeper import Timekeeper
from console.services.case_approvals import CaseApprovals
from console.services.case_book import CaseBook
from console.services.case_files import CaseFiles
from console.services.case_ties import CaseTies
from console.services.message_bus import MessageBus
from console.services.surroundings import Surroundings


class CaseMoves:
    """Makes the handlers and registers them."""

    def __init__(
        self,
        case_types: CaseTypes,
        timekeeper: Timekeeper,
        surroundings: Surroundings,
        book: CaseBook,
        ties: CaseTies,
    ) -> None:
        self._ties = ties
        self._approvals = CaseApprovals(book, timekeeper)
        self._files = CaseFiles(case_types, surroundings, book)

    def register(self, bus: MessageBus) -> None:
        """Take the commands."""
        bus.on_command(RequestApproval, self._approvals.ask)
        bus.on_command(AnswerApproval, self._approvals.answer)
        bus.on_command(MergeCase, self._ties.merge)
        bus.on_command(LinkCase, self._ties.link)
        bus.on_command(AddCoHandler, self._files.add_co_handler)
        bus.on_command(AdvanceCoHandler, self._files.advance_co_handler)
        bus.on_command(CorrectCase, self._files.correct)
        bus.on_command(TickItem, self._files.tick)
        bus.on_command(MarkCall, self._files.call)
        bus.on_command(AttachFile, self._files.attach)
        bus.on_command(RecordOutcome, self._files.record_outcome)
        bus.on_command(ReviewCase, self._files.review)
