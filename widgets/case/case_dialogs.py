"""Asking what a side move of a case needs to know, then acting."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.client.store import Store
from console.domain.area import Grid
from console.domain.attachment import PhotoGroup
from console.domain.case import Case
from console.domain.case_log import Action
from console.domain.side_rules import running_clock
from widgets.actions import Actions
from widgets.case.approval_dialog import ApprovalDialog
from widgets.case.attach_dialog import AttachDialog
from widgets.case.case_choice_dialog import CaseChoiceDialog
from widgets.case.co_handler_dialog import CoHandlerDialog
from widgets.case.correct_dialog import CorrectDialog
from widgets.case.dialogs import Dialogs
from widgets.case.line_words import LineWords
from widgets.case.outcome_dialog import OutcomeDialog
from widgets.case.reason_dialog import ReasonDialog
from widgets.case.report_dialog import ReportDialog
from widgets.case.request_dialog import RequestDialog
from widgets.case.review_dialog import ReviewDialog
from widgets.case_actions import CaseActions
from widgets.common.terms import Terms
from widgets.theme import Theme


class CaseDialogs(QObject):
    """One method a dialog; nothing opens where the case is gone."""

    def __init__(
        self,
        store: Store,
        actions: Actions,
        dialogs: Dialogs,
        words: LineWords,
        theme: Theme,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._me = actions.me
        self._plain = actions
        self.actions = CaseActions(store, actions, self)
        self._dialogs = dialogs
        self._words = words
        self._theme = theme

    def ask(self, case: Case, action: Action) -> None:
        """Ask for a suspension, an extension or the voiding of a case."""
        number = case.number
        hint = self.tr("The shift leader decides, and never who asked.")
        clock = running_clock(case)
        if action is Action.EXTENDED and clock is not None:
            due = f"{clock.due_at.astimezone():%m-%d %H:%M}"
            hint = self.tr("{clock} is due {due}. The old deadline stays in sight.").format(
                clock=Terms.clock(clock.kind), due=due
            )
        title = f"{self._asking(action)} · {number[-4:]}"
        dialog = RequestDialog(title, action, hint, self._dialogs.over())
        dialog.given.connect(lambda reason, days: self.actions.ask(number, action, reason, days))
        self._dialogs.open(dialog)

    def _asking(self, action: Action) -> str:
        return {
            Action.SUSPENDED: self.tr("Ask to suspend"),
            Action.EXTENDED: self.tr("Ask for an extension"),
            Action.VOIDED: self.tr("Ask to void"),
        }[action]

    def answer(self, case: Case, request: int) -> None:
        """Approve or refuse a request."""
        asked = next((one for one in case.approvals if one.request == request), None)
        if asked is None:
            return
        title = self.tr("Request in {number}").format(number=case.number[-4:])
        text = self.tr("{what}\nAsked by {by}").format(
            what=self._words.approval(asked), by=asked.by
        )
        own = asked.who == f"user:{self._me.user}"
        dialog = ApprovalDialog(title, text, own=own, parent=self._dialogs.over())
        dialog.answered.connect(
            lambda approve, reason: self.actions.answer(
                case.number, request, approve=approve, reason=reason
            )
        )
        self._dialogs.open(dialog)

    def add_co_handler(self, case: Case) -> None:
        """Ask whom to ask for help."""
        kind = self._dialogs.case_types().get(case.opening.case_type)
        offices = [name for name in kind.co_handlers if name not in case.co_handlers]
        units = {unit.name: unit.id for unit in self._store.units.values() if not unit.case}
        dialog = CoHandlerDialog(case, offices, units, self._theme, self._dialogs.over())
        dialog.chosen.connect(
            lambda holder, unit, task, level: self.actions.add_co_handler(
                case.number, holder, unit, task, level
            )
        )
        self._dialogs.open(dialog)

    def merge(self, case: Case) -> None:
        """Ask which case this one is part of."""
        title = self.tr("Merge {number} into another case").format(number=case.number[-4:])
        hint = self.tr("This case ends; its alarms, units and later reports go to the other one.")
        # a case of a lower level would hide this one's urgency, so the hub takes none
        others = [one for one in self._others(case) if one.level <= case.level]
        dialog = CaseChoiceDialog(title, self.tr("Merge"), hint, others, self._dialogs.over())
        dialog.chosen.connect(lambda into, note: self.actions.merge(case.number, into, note))
        self._dialogs.open(dialog)

    def link(self, case: Case) -> None:
        """Ask which case has to do with this one."""
        title = self.tr("Link {number} with another case").format(number=case.number[-4:])
        hint = self.tr("Both cases go on, and each shows the other.")
        others = [one for one in self._others(case) if one.number not in case.linked]
        dialog = CaseChoiceDialog(title, self.tr("Link"), hint, others, self._dialogs.over())
        dialog.chosen.connect(lambda other, note: self.actions.link(case.number, other, note))
        self._dialogs.open(dialog)

    def _others(self, case: Case) -> list[Case]:
        """Other open cases: same place and type first, then the newest."""
        mine = case.opening

        def order(one: Case) -> tuple[bool, bool, float]:
            there = one.opening
            return (
                there.grid != mine.grid,
                there.case_type != mine.case_type,
                -one.reported_at.timestamp(),
            )

        open_ones = (one for one in self._store.cases.values() if one.open)
        return sorted((one for one in open_ones if one.number != case.number), key=order)

    def correct(self, case: Case) -> None:
        """Ask what was wrong."""
        grids = {label(grid): grid.code for grid in self._store.grids.values()}
        dialog = CorrectDialog(case, self._dialogs.case_types(), grids, self._dialogs.over())
        dialog.asked.connect(self.actions.correct)
        self._dialogs.open(dialog)

    def record_outcome(self, case: Case) -> None:
        """Ask what it cost."""
        dialog = OutcomeDialog(case, self._dialogs.over())
        dialog.given.connect(
            lambda outcome, note: self.actions.record_outcome(case.number, outcome, note)
        )
        self._dialogs.open(dialog)

    def review(self, case: Case) -> None:
        """Ask how satisfied people are."""
        dialog = ReviewDialog(case, self._dialogs.over())
        dialog.given.connect(lambda grade, note: self.actions.review(case.number, grade, note))
        self._dialogs.open(dialog)

    def attach(self, case: Case, group: PhotoGroup = PhotoGroup.SCENE) -> None:
        """Ask for a file."""
        dialog = AttachDialog(case, self._words, group, self._dialogs.over())
        dialog.asked.connect(self.actions.attach)
        self._dialogs.open(dialog)

    def report(self, case: Case) -> None:
        """Ask what is new."""
        title = self.tr("Follow-up report · {number}").format(number=case.number[-4:])
        dialog = ReportDialog(title, self._dialogs.over())
        dialog.given.connect(
            lambda text: self._plain.advance(case.number, Action.REPORT_SENT, text)
        )
        self._dialogs.open(dialog)

    def waive(self, case: Case, item: str) -> None:
        """Ask why an item is not needed."""
        title = self.tr("Not needed: {item}").format(item=item)
        dialog = ReasonDialog(title, self.tr("Waive"), self._dialogs.over())
        dialog.given.connect(lambda reason: self.actions.tick(case.number, item, reason))
        self._dialogs.open(dialog)

    def reason(self, case: Case, action: Action) -> None:
        """Ask for the reason of a step that needs nothing else."""
        self._dialogs.advance(case.number, action)


def label(grid: Grid) -> str:
    """How operators write a grid: g137."""
    return f"g{grid.number:03d}"
