"""The panel at the right: the selected case or alarm, and what may be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from console.client.next_steps import allowed, next_step, roles_for
from console.client.outcome import Outcome
from console.client.seat import Seat
from console.client.store import Changes, Store
from console.domain.case import Case, CaseState
from console.domain.case_log import Action
from console.domain.commands import AddNote
from console.domain.facts import Kind
from widgets.actions import Actions
from widgets.case.action_bar import ActionBar, Offer
from widgets.case.case_dialogs import CaseDialogs
from widgets.case.case_head import CaseHead
from widgets.case.case_view import CaseView
from widgets.case.dialogs import Dialogs
from widgets.case.line_words import LineWords
from widgets.case.moves_menu import MovesMenu
from widgets.case.section_acts import SectionActs
from widgets.case.side_page import SidePage
from widgets.common.ticker import Ticker
from widgets.selection import Selected, Selection
from widgets.theme import Theme


class CasePanel(QWidget):
    """Follows the selection. `head_words` go into the panel's head."""

    cameras_wanted = Signal(object)
    """A tuple of camera ids to show on the wall."""

    def __init__(
        self,
        store: Store,
        selection: Selection,
        theme: Theme,
        ticker: Ticker,
        *,
        actions: Actions,
        dialogs: Dialogs,
        alarm_page: SidePage,
    ) -> None:
        super().__init__()
        self._store = store
        self._selection = selection
        self._ticker = ticker
        self._actions = actions
        self._dialogs = dialogs
        self._shown: Selected | None = None
        self.head_words = CaseHead(theme)
        words = LineWords(ticker.now, self)
        self.asking = CaseDialogs(store, actions, dialogs, words, theme, self)
        self.moves = MovesMenu(actions, self.asking, self)
        self._acts = SectionActs(store, actions, self.asking, ticker.now, self)
        self.case_view = CaseView(store, theme, ticker, actions.me, words)
        self.alarm_page = alarm_page
        self.bar = ActionBar()
        self._nothing = QLabel(self.tr("Select a case or an alarm"))
        self._nothing.setObjectName("emptyList")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        for page in (self._nothing, self.case_view, alarm_page):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.bar)
        selection.changed.connect(self._follow)
        actions.pending_changed.connect(self._pending_changed)
        actions.settled.connect(self._settled)
        self.case_view.note.written.connect(actions.note)
        self.case_view.cameras_wanted.connect(self.cameras_wanted)
        alarm_page.cameras_wanted.connect(self.cameras_wanted)
        self._acts.follow(self.case_view.sections)
        self._acts.case_wanted.connect(
            lambda number: selection.select(Kind.CASE, number, wanted=True)
        )
        self._follow(selection.current)

    def apply(self, changes: Changes) -> None:
        """Follow the store."""
        shown = self._shown
        if shown is None:
            return
        if changes.reset or self._concerns(shown, changes):
            self._show()

    def _concerns(self, shown: Selected, changes: Changes) -> bool:
        if shown.kind is Kind.ALARM:
            return self.alarm_page.concerns(shown.key, changes)
        return shown.key in changes.upserted.get(shown.kind, ())

    def alarm_key(self) -> str:
        """Id of the alarm or card shown, empty where none is."""
        return self._shown.key if self._shown and self._shown.kind is Kind.ALARM else ""

    def case_number(self) -> str:
        """Number of the case shown, empty where none is."""
        return self._shown.key if self._shown and self._shown.kind is Kind.CASE else ""

    def dispatch(self) -> None:
        """F4: choose whom to send."""
        case = self._store.cases.get(self.case_number())
        if case and allowed(case, Action.DISPATCHED, self._me, self._ticker.now()):
            self._dialogs.dispatch(case.number)

    def change_level(self) -> None:
        """F9: choose another level."""
        case = self._store.cases.get(self.case_number())
        may = self._me.role in roles_for(Action.ESCALATED)
        if case is not None and case.open and may:
            self._dialogs.change_level(case.number)

    def more(self) -> None:
        """F10: the moves beside the next step."""
        self.bar.open_menu()

    @property
    def _me(self) -> Seat:
        return self._actions.me

    def _follow(self, selected: Selected | None) -> None:
        if selected is not None and selected.kind in (Kind.CASE, Kind.ALARM):
            self._shown = selected
        self._show()

    def _show(self) -> None:
        shown = self._shown
        case = self._store.cases.get(shown.key) if shown and shown.kind is Kind.CASE else None
        if case is not None:
            self.head_words.show_case(case)
            self._acts.show_case(case.number)
            self.case_view.show_case(case, self._acts.adding(case))
            self._stack.setCurrentWidget(self.case_view)
            self.bar.offer(
                self._for_case(case),
                self.moves.groups(case, self._ticker.now()),
                pending=self._actions.is_pending(case.number),
            )
        elif not self._show_alarm():
            self.head_words.show_nothing()
            self._stack.setCurrentWidget(self._nothing)
            self.bar.offer([], pending=False)

    def _show_alarm(self) -> bool:
        key = self.alarm_key()
        offers = self.alarm_page.show_key(key, self.head_words) if key else None
        if offers is None:
            return False
        self._stack.setCurrentWidget(self.alarm_page)
        self.bar.offer(offers, pending=self._actions.is_pending(key))
        return True

    def _for_case(self, case: Case) -> list[Offer]:
        now, number = self._ticker.now(), case.number
        offers = []
        step = next_step(case, self._me, now)
        if allowed(case, Action.DISPATCHED, self._me, now):
            sent = case.state not in (CaseState.REPORTED, CaseState.FILED)
            look = "second" if sent and step else "primary"
            offers.append(
                Offer(self.tr("Dispatch F4"), look, lambda: self._dialogs.dispatch(number))
            )
        if step is not None:
            look = "second" if offers and offers[0].look == "primary" else "primary"
            offers.append(
                Offer(
                    self.head_words.step_words(step),
                    look,
                    lambda: self._take(number, step),
                )
            )
        if allowed(case, Action.REOPENED, self._me, now):
            offers.append(
                Offer(
                    self.tr("Reopen"),
                    "second",
                    lambda: self._dialogs.advance(number, Action.REOPENED),
                )
            )
        if case.open and self._me.role in roles_for(Action.ESCALATED):
            offers.append(
                Offer(self.tr("Level F9"), "warning", lambda: self._dialogs.change_level(number))
            )
        return offers

    def _take(self, number: str, step: Action) -> None:
        case = self._store.cases.get(number)
        if case is not None and step is Action.REVIEWED:
            self.asking.review(case)
        else:
            self._actions.advance(number, step)

    def _pending_changed(self, entity: str) -> None:
        if self._shown is not None and entity == self._shown.key:
            self._show()

    def _settled(self, outcome: Outcome) -> None:
        command = outcome.command
        if isinstance(command, AddNote) and not outcome.ok:
            self.case_view.note.give_back(command.entity, command.text)
