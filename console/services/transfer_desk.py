"""Who owns a case: claiming it, and handing it over with consent in 15 s."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from console.domain.access import Actor, Role
from console.domain.case import Case
from console.domain.case_log import Action
from console.domain.dispatch_commands import AnswerTransfer, AskTransfer, ClaimCase
from console.domain.facts import Kind
from console.domain.masking import mask_person
from console.domain.permissions import ROLES
from console.domain.refusal import Refusal
from console.domain.transfer import CONSENT, Transfer, TransferState
from console.services.case_book import CaseBook
from console.services.desk_line import desk_line
from console.services.message_bus import Done
from console.services.refused import Refused
from console.services.watchers import Watchers
from console.services.work import Work

_FACTS = {
    TransferState.ASKED: "TransferAsked",
    TransferState.ACCEPTED: "TransferAccepted",
    TransferState.DECLINED: "TransferDeclined",
    TransferState.TIMED_OUT: "TransferTimedOut",
}


class TransferDesk:
    """Offers live here until they are answered or time out; a hub that starts anew has none.

    Whatever becomes of an offer, the owner stays until the other one agreed.
    """

    def __init__(self, book: CaseBook, watchers: Watchers) -> None:
        self._book = book
        self._watchers = watchers
        self._offers: dict[str, Transfer] = {}

    def claim(self, work: Work, actor: Actor, command: ClaimCase) -> Done:
        """Take a case nobody owns; a shift leader also one whose owner sits nowhere."""
        case = self._book.reach(work, actor, command.entity, command.version)
        leads = actor.role is Role.SHIFT_LEADER
        absent = leads and self._watchers.find(case.owner, work.now) is None
        args = {"absent": "1", "from": case.owner} if case.owner and absent else {}
        done = self._book.write(work, case, desk_line(work, actor, Action.CLAIMED, args=args))
        self._drop(work, case.number)
        return done

    def ask(self, work: Work, actor: Actor, command: AskTransfer) -> Done:
        """Ask somebody who is present to take a case over."""
        case = self._book.reach(work, actor, command.entity)
        if not case.open:
            raise Refused(Refusal.WRONG_STATE)
        if case.owner != actor.user and actor.role is not Role.SHIFT_LEADER:
            raise Refused(Refusal.NOT_OWNER)
        if command.to == case.owner:
            raise Refused(Refusal.ALREADY_OWNED)
        standing = self._offers.get(case.number)
        if standing is not None and work.now < standing.until:
            raise Refused(Refusal.TRANSFER_ASKED)
        other = self._watchers.find(command.to, work.now)
        if other is None or other.role not in ROLES[AnswerTransfer]:
            raise Refused(Refusal.NOT_PRESENT)
        offer = Transfer(
            case=case.number,
            title=case.opening.title,
            street=case.opening.street,
            by=actor.user,
            by_name=mask_person(actor.name),
            to=other.user,
            to_name=other.name,
            asked_at=work.now,
            until=work.now + CONSENT,
        )
        self._offers[case.number] = offer
        self._tell(work, offer)
        return Done(case.number, case.version)

    def answer(self, work: Work, actor: Actor, command: AnswerTransfer) -> Done:
        """The one who was asked agrees or does not, in time."""
        case = self._book.reach(work, actor, command.entity)
        offer = self._offers.get(case.number)
        if offer is None or offer.to != actor.user or work.now >= offer.until:
            raise Refused(Refusal.TRANSFER_OVER)
        if command.accept:
            case = self._accepted(work, actor, case, offer)
        state = TransferState.ACCEPTED if command.accept else TransferState.DECLINED
        del self._offers[case.number]
        self._tell(work, replace(offer, state=state))
        return Done(case.number, case.version)

    def _accepted(self, work: Work, actor: Actor, case: Case, offer: Transfer) -> Case:
        args = {"from": case.owner, "asked_by": offer.by}
        entry = desk_line(work, actor, Action.TRANSFERRED, args=args)
        return self._book.store(work, self._book.extended(case, entry))

    def any_over(self, now: datetime) -> bool:
        """Whether an offer has to time out."""
        return any(offer.until <= now for offer in self._offers.values())

    def run_out(self, work: Work) -> None:
        """Offers nobody answered in time are over; the owner stays."""
        for offer in [one for one in self._offers.values() if one.until <= work.now]:
            del self._offers[offer.case]
            self._tell(work, replace(offer, state=TransferState.TIMED_OUT))

    def standing(self, now: datetime) -> list[Transfer]:
        """The offers that wait for an answer."""
        return [offer for offer in self._offers.values() if offer.until > now]

    def _drop(self, work: Work, number: str) -> None:
        offer = self._offers.pop(number, None)
        if offer is not None:
            self._tell(work, replace(offer, state=TransferState.TIMED_OUT))

    @staticmethod
    def _tell(work: Work, offer: Transfer) -> None:
        work.tell(_FACTS[offer.state], Kind.TRANSFER, offer.case, offer, offer.by_name)
