"""Everything about clocks and shifts, made and connected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from console.client.outcome import Outcome
from console.client.questions import Questions
from console.client.store import Changes, Store
from console.domain.card import Card, rank
from console.domain.case import Case
from console.domain.case_types import CaseTypes
from widgets.actions import Actions
from widgets.case.case_panel import CasePanel
from widgets.common.terms import Terms
from widgets.common.ticker import Ticker
from widgets.handover.handover_window import HandoverWindow
from widgets.key_table import KeyTable
from widgets.shift.card_dialog import CardDialog
from widgets.shift.limits_dialog import LimitsDialog
from widgets.shift.yardsticks_dialog import YardsticksDialog
from widgets.shift_actions import ShiftActions
from widgets.theme import Theme


class ShiftDesk(QObject):
    """Opens the dialogs of this area and announces cards."""

    told = Signal(str, bool)
    """A sentence for a toast, and whether it is bad."""
    rose = Signal()
    """A red card came, or is proposed to the shift leader."""

    def __init__(
        self,
        store: Store,
        theme: Theme,
        ticker: Ticker,
        *,
        actions: Actions,
        questions: Questions,
        case: CasePanel,
        case_types: Callable[[], CaseTypes],
        within: QWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._theme = theme
        self._ticker = ticker
        self._questions = questions
        self._case = case
        self._case_types = case_types
        self._within = within
        self.actions = ShiftActions(store, actions, self)
        self.handover = HandoverWindow(
            store, theme, actions=self.actions, questions=questions, me=actions.me
        )
        actions.settled.connect(self._settled)
        case.case_view.supervision.activated.connect(self.supervise)

    def list_keys(self, keys: KeyTable) -> None:
        """Put the keys of this area into the table."""
        keys.add("case.supervise", "Ctrl+U", self.tr("Supervise the case"), self.supervise)
        keys.add("shift.handover", "Ctrl+H", self.tr("Shift handover"), self.show_handover)
        keys.add(
            "shift.yardsticks", "Ctrl+Shift+J", self.tr("Yardsticks of the shift"), self.measure
        )
        keys.add("shift.limits", "Ctrl+Shift+L", self.tr("Time limits"), self.show_limits)

    @staticmethod
    def menu(keys: KeyTable) -> list[QAction]:
        """What of this area stands in the window's menu."""
        return [keys.action(f"shift.{name}") for name in ("handover", "yardsticks", "limits")]

    def supervise(self) -> None:
        """Ask which card to show for the case in front; the hub decides who may."""
        case = self._store.cases.get(self._case.case_number())
        if case is None or not case.open:
            return
        if not self.actions.leads:
            self.told.emit(self.tr("Only the shift leader supervises a case."), True)
            return
        number = case.number
        dialog = CardDialog(case, self._window())
        dialog.chosen.connect(lambda card, reason: self.actions.supervise(number, card, reason))
        self._open(dialog)

    def measure(self) -> None:
        """Show the yardsticks of the shift."""
        dialog = YardsticksDialog(self._theme, self._ticker, self._questions, self._window())
        self._open(dialog)
        dialog.ask()

    def show_limits(self) -> None:
        """Show the time limits, to be edited by whoever may."""
        dialog = LimitsDialog(
            self._theme,
            self._case_types(),
            self._questions,
            self._ticker.now,
            editable=self.actions.edits_limits,
            parent=self._window(),
        )
        dialog.chosen.connect(self.actions.change_limits)
        self._open(dialog)

    def show_handover(self) -> None:
        """Open the handover over the window."""
        self.handover.open_over(self._window())

    def apply(self, changes: Changes) -> None:
        """Follow the store; announce new cards, folded, and proposals to the shift leader."""
        self.handover.apply(changes)
        if changes.reset:
            return
        shown: dict[str, Case] = {}
        proposed: Counter[Card] = Counter()
        for fact in changes.facts:
            if fact.name != "CaseSupervised" or not isinstance(fact.row, Case):
                continue
            standing = fact.row.supervision
            if standing is None:
                continue
            if rank(standing.proposed) > rank(standing.card) and standing.proposed:
                proposed[standing.proposed] += 1
            else:
                shown[fact.key] = fact.row
        self._tell_shown(shown)
        if self.actions.leads and proposed:
            self._tell_proposed(proposed)

    def _tell_shown(self, shown: dict[str, Case]) -> None:
        for number, case in list(shown.items())[:2]:
            standing = case.supervision
            if standing is not None and standing.card is not None:
                card = Terms.card(standing.card)
                words = f"{card} · {number[-4:]} {case.opening.title}"
                self.told.emit(words, standing.card is not Card.REMINDER)
                if standing.card is Card.RED:
                    self.rose.emit()

    def _tell_proposed(self, proposed: Counter[Card]) -> None:
        parts = [f"{Terms.card(card)} {proposed[card]}" for card in Card if proposed[card]]
        words = self.tr("Limits overrun, proposed: {cards}").format(cards="、".join(parts))
        self.told.emit(words, bool(proposed[Card.RED]))
        if proposed[Card.RED]:
            self.rose.emit()

    def _settled(self, outcome: Outcome) -> None:
        self.handover.settled(outcome)

    def _window(self) -> QWidget:
        return self._within.window()

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
