"""Everything about who works on a case, made and connected."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from console.client.questions import Questions
from console.client.store import Changes, Store
from console.domain.facts import Kind
from widgets.actions import Actions
from widgets.case.case_panel import CasePanel
from widgets.case.dialogs import Dialogs
from widgets.case.owner_line import OwnerLine
from widgets.common.ticker import Ticker
from widgets.dispatch.presence_beat import PresenceBeat
from widgets.dispatch.transfer_banner import TransferBanner
from widgets.dispatch_actions import DispatchActions
from widgets.key_table import KeyTable
from widgets.selection import Selection


class DispatchDesk(QObject):
    """Opens the dialogs of this area and keeps its banner in step."""

    told = Signal(str, bool)
    """A sentence for a toast, and whether it is bad."""

    def __init__(
        self,
        store: Store,
        selection: Selection,
        ticker: Ticker,
        *,
        actions: Actions,
        questions: Questions,
        case: CasePanel,
        dialogs: Dialogs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._selection = selection
        self._ticker = ticker
        self._case = case
        self._dialogs = dialogs
        self.actions = DispatchActions(store, actions, self)
        self.presence = PresenceBeat(selection, questions, self)
        self.banner = TransferBanner(store, actions.me.user, ticker.now)
        self.banner.answered.connect(
            lambda number, accept: self.actions.answer(number, accept=accept)
        )
        self.banner.shown_case.connect(self._go)
        self.banner.ended.connect(self.told)
        line: OwnerLine = case.case_view.owner
        line.claim_wanted.connect(self.actions.claim)
        line.transfer_wanted.connect(self.hand_over)

    def list_keys(self, keys: KeyTable) -> None:
        """Put the keys of this area into the table."""
        keys.add("case.own", "Ctrl+T", self.tr("Take the case on, or hand it over"), self.own)
        accept, decline = self.banner.accept, self.banner.decline
        keys.add("transfer.accept", "Ctrl+Y", self.tr("Take over what is offered"), accept)
        keys.add("transfer.decline", "Ctrl+Shift+Y", self.tr("Decline what is offered"), decline)

    def apply(self, changes: Changes) -> None:
        """Follow the store."""
        self.banner.apply(changes)

    def own(self) -> None:
        """Take on the case shown, or hand it over."""
        case = self._store.cases.get(self._case.case_number())
        if case is None or not case.open:
            return
        if self._case.case_view.owner.claims(case, self._ticker.now()):
            self.actions.claim(case.number)
        else:
            self.hand_over(case.number)

    def hand_over(self, number: str) -> None:
        """Ask to whom."""
        self._dialogs.hand_over(number)

    def _go(self, number: str) -> None:
        self._selection.select(Kind.CASE, number, wanted=True)
