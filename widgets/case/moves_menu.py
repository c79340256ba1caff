"""What may be done with a case beside its next step, for the menu at the foot of the panel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from console.client.next_steps import allowed, may_ask
from console.client.seat import Seat
from console.domain.case import Case
from console.domain.case_log import Action
from widgets.actions import Actions
from widgets.case.action_bar import Offer
from widgets.case.case_dialogs import CaseDialogs


class MovesMenu(QObject):
    """Offers what the hub would take from whoever sits here, in groups, the usual first."""

    def __init__(
        self, actions: Actions, dialogs: CaseDialogs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._dialogs = dialogs

    @property
    def _me(self) -> Seat:
        return self._actions.me

    def groups(self, case: Case, now: datetime) -> list[list[Offer]]:
        """Groups of moves; empty groups are left out."""
        found = (self._work(case, now), self._time(case, now), self._record(case, now))
        ends = self._ends(case, now)
        return [group for group in (*found, ends) if group]

    def _work(self, case: Case, now: datetime) -> list[Offer]:
        ask = self._dialogs
        return self._allowed(
            case,
            now,
            (Action.REPORT_SENT, self.tr("Follow-up report…"), lambda: ask.report(case)),
            (
                Action.CO_HANDLER_ADDED,
                self.tr("Ask a co-handler…"),
                lambda: ask.add_co_handler(case),
            ),
            (
                Action.RETURNED,
                self.tr("Send back…"),
                lambda: ask.reason(case, Action.RETURNED),
            ),
            (
                Action.SELF_HANDLED,
                self.tr("Handled on the spot…"),
                lambda: ask.reason(case, Action.SELF_HANDLED),
            ),
            (
                Action.RESPONSE_LIFTED,
                self.tr("Lift the response…"),
                lambda: ask.reason(case, Action.RESPONSE_LIFTED),
            ),
        )

    def _time(self, case: Case, now: datetime) -> list[Offer]:
        names = {
            Action.SUSPENDED: self.tr("Ask to suspend…"),
            Action.EXTENDED: self.tr("Ask for an extension…"),
        }
        found = [self._asking(case, action, words) for action, words in names.items()
                 if may_ask(case, action, self._me, now)]  # fmt: skip
        number = case.number
        resume = (
            Action.RESUMED,
            self.tr("Resume"),
            lambda: self._actions.advance(number, Action.RESUMED),
        )
        return [*found, *self._allowed(case, now, resume)]

    def _record(self, case: Case, now: datetime) -> list[Offer]:
        ask = self._dialogs
        return self._allowed(
            case,
            now,
            (Action.ATTACHED, self.tr("Enter a file…"), lambda: ask.attach(case)),
            (Action.OUTCOME_RECORDED, self.tr("Outcome…"), lambda: ask.record_outcome(case)),
            (Action.CORRECTED, self.tr("Correct…"), lambda: ask.correct(case)),
            (Action.CASE_LINKED, self.tr("Link with a case…"), lambda: ask.link(case)),
        )

    def _ends(self, case: Case, now: datetime) -> list[Offer]:
        ask = self._dialogs
        found = self._allowed(
            case,
            now,
            (Action.REVIEWED, self.tr("Review…"), lambda: ask.review(case)),
            (
                Action.REOPENED,
                self.tr("Reopen…"),
                lambda: ask.reason(case, Action.REOPENED),
            ),
            (Action.MERGED, self.tr("Merge into a case…"), lambda: ask.merge(case)),
            (
                Action.REJECTED,
                self.tr("Reject…"),
                lambda: ask.reason(case, Action.REJECTED),
            ),
        )
        if may_ask(case, Action.VOIDED, self._me, now):
            found.append(self._asking(case, Action.VOIDED, self.tr("Ask to void…")))
        return found

    def _asking(self, case: Case, action: Action, words: str) -> Offer:
        return Offer(words, "", lambda: self._dialogs.ask(case, action))

    def _allowed(
        self, case: Case, now: datetime, *moves: tuple[Action, str, Callable[[], object]]
    ) -> list[Offer]:
        return [
            Offer(words, "", act)
            for action, words, act in moves
            if allowed(case, action, self._me, now)
        ]
