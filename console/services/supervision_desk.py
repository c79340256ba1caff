"""Supervision 督办: the hub proposes cards for overrun limits, the shift leader shows them."""

from __future__ import annotations

from console.domain.access import Actor
from console.domain.card import Card, rank
from console.domain.case import Case
from console.domain.case_log import Action, LogEntry
from console.domain.clock_commands import SuperviseCase
from console.domain.masking import mask_person, mask_text
from console.domain.permissions import within_reach
from console.domain.refusal import Refusal
from console.domain.sla import Clock, ClockKind
from console.domain.supervision import PROPOSED, card_of, clock_of
from console.services.card_watch import CardWatch
from console.services.case_book import CaseBook
from console.services.message_bus import Done
from console.services.refused import Refused
from console.services.work import Work

HUB = "hub"
"""Who a line by the hub itself is by, and in which role."""


class SupervisionDesk:
    """Writes SUPERVISED lines; a proposal is one by the hub."""

    def __init__(self, book: CaseBook, watch: CardWatch) -> None:
        self._book = book
        self._watch = watch

    def propose_due(self, work: Work) -> None:
        """Propose the cards whose time has come; of one clock the worst card only."""
        for case, clock, due in self._watch.due(work):
            # Another clock of the case may just have written a line.
            current = work.uow.cases.get(case.number) or case
            if not _said(current, clock, due.card):
                self._propose(work, current, clock.kind, due.card)

    def _propose(self, work: Work, case: Case, kind: ClockKind, card: Card) -> None:
        args = {"card": card.value, "clock": kind.value, PROPOSED: "1"}
        entry = LogEntry(0, work.now, HUB, HUB, Action.SUPERVISED, "", args)
        try:
            extended = self._book.extended(case, entry)
        except Refused:
            return  # a card as bad is shown already
        self._book.store(work, extended)

    def supervise(self, work: Work, actor: Actor, command: SuperviseCase) -> Done:
        """Show a card, or lift one; for the limit that is overrun the longest, if any is."""
        case = self._book.find(work, command.entity)
        if not within_reach(actor, case.opening.street):
            raise Refused(Refusal.OTHER_STREET)
        case = self._book.find(work, command.entity, command.version)
        args = {"card": command.card.value, "who": f"user:{actor.user}"}
        overrun = _longest_overrun(case, work)
        if overrun is not None:
            args["clock"] = overrun.kind.value
        reason = mask_text(command.reason.strip())
        by, role = mask_person(actor.name), actor.role.value
        entry = LogEntry(0, work.now, by, role, Action.SUPERVISED, reason, args)
        changed = self._book.store(work, self._book.extended(case, entry))
        return Done(changed.number, changed.version)


def _said(case: Case, clock: Clock, card: Card) -> bool:
    """Whether this run of the clock has had this card or a worse one, shown or proposed."""
    return any(
        entry.action is Action.SUPERVISED
        and clock_of(entry) is clock.kind
        and entry.at >= clock.started_at
        and rank(card_of(entry)) >= rank(card)
        for entry in case.log
    )


def _longest_overrun(case: Case, work: Work) -> Clock | None:
    overrun = (one for one in case.clocks if one.running and one.due_at <= work.now)
    return min(overrun, key=lambda one: one.due_at, default=None)
