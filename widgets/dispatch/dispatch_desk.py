"""Everything about who works on a case, made and connected."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal

from console.client.next_steps import allowed
from console.client.questions import Questions
from console.client.store import Changes, Store
from console.domain.access import Role
from console.domain.case_log import Action
from console.domain.dispatch_commands import ClaimCase, DispatchUnits
from console.domain.facts import Kind
from console.domain.grid_task import GridTask
from console.domain.recommendation import loads, ranked_units
from console.domain.refusal import Refusal
from widgets.actions import Actions
from widgets.case.case_panel import CasePanel
from widgets.case.dialogs import Dialogs
from widgets.common.ticker import Ticker
from widgets.dispatch.dispatch_bubble import DispatchBubble
from widgets.dispatch.heads_window import HeadsWindow
from widgets.dispatch.presence_beat import PresenceBeat
from widgets.dispatch.search_window import SearchWindow
from widgets.dispatch.task_progress import TaskProgress
from widgets.dispatch.task_window import TaskWindow
from widgets.dispatch.transfer_banner import TransferBanner
from widgets.dispatch.unit_drop import UnitDrop
from widgets.dispatch_actions import DispatchActions
from widgets.key_table import KeyTable
from widgets.map.map_panel import MapPanel
from widgets.notifications.wording import Wording
from widgets.selection import Selection
from widgets.theme import Theme


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
        chart: MapPanel,
        dialogs: Dialogs,
        theme: Theme,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._selection = selection
        self._ticker = ticker
        self._case = case
        self._chart = chart
        self._dialogs = dialogs
        self._me = actions.me
        self.actions = DispatchActions(store, actions, self)
        self.search = SearchWindow(store, theme, ticker.now, self.actions)
        self.heads = HeadsWindow(store, theme, ticker.now, self.actions)
        self.tasks = TaskWindow(store, theme, ticker, self.actions, actions.me)
        self.bubble = DispatchBubble(case)
        self.drop = UnitDrop(case)
        self.presence = PresenceBeat(selection, questions, self)
        self.banner = TransferBanner(store, actions.me, ticker.now)
        self.banner.answered.connect(
            lambda number, accept: self.actions.answer(number, accept=accept)
        )
        self.banner.shown_case.connect(self._go)
        self.banner.ended.connect(self.told)
        case.case_view.owner.claim_wanted.connect(self.actions.claim)
        case.case_view.owner.transfer_wanted.connect(self.hand_over)
        case.case_view.search_wanted.connect(lambda _number: self.show_search())
        case.case_view.heads_wanted.connect(lambda _number: self.show_heads())
        self.search.pick_wanted.connect(chart.sectors.pick)
        chart.sectors.picked.connect(self.search.take_picked)
        chart.paired.connect(lambda pair, at: self.ask_pair(pair.case, pair.unit, at))
        self.drop.dropped.connect(lambda unit, at: self.ask_pair(case.case_number(), unit, at))
        self.bubble.confirmed.connect(lambda number, unit: self.actions.send(number, (unit,), ""))
        self._take_drops()

    def list_keys(self, keys: KeyTable) -> None:
        """Put the keys of this area into the table."""
        keys.add("case.own", "Ctrl+T", self.tr("Take the case on, or hand it over"), self.own)
        accept, decline = self.banner.accept, self.banner.decline
        keys.add("transfer.accept", "Ctrl+Y", self.tr("Take over what is offered"), accept)
        keys.add("transfer.decline", "Ctrl+Shift+Y", self.tr("Decline what is offered"), decline)

        keys.add("case.search", "Ctrl+Shift+F", self.tr("Search sectors…"), self.show_search)
        keys.add("case.heads", "Ctrl+Shift+H", self.tr("Head-count…"), self.show_heads)
        keys.add("tasks.show", "Ctrl+Shift+T", self.tr("One-to-many tasks…"), self.show_tasks)

    def apply(self, changes: Changes) -> None:
        """Follow the store."""
        if changes.reset:
            self._take_drops()
        self.banner.apply(changes)
        self.search.apply(changes)
        self.heads.apply(changes)
        self.tasks.apply(changes)
        for fact in changes.facts:
            if isinstance(fact.row, GridTask) and fact.name in ("TaskCreated", "TaskReminded"):
                self._tell_task(fact.name, fact.row)

    def _take_drops(self) -> None:
        """Cases and units can be dropped on each other by those who may dispatch."""
        for panel in (self._case, self._chart.canvas):
            panel.setAcceptDrops(self.actions.may(DispatchUnits))

    def _tell_task(self, name: str, task: GridTask) -> None:
        """A street seat hears of what its grids have to do; the others know already."""
        if self._me.role is not Role.STREET_SEAT:
            return
        missing = len(TaskProgress.of(self._store, task, self._me.street).missing)
        if missing and name == "TaskReminded":
            words = self.tr("Reminder: {title}, {count} of your grids have not checked in")
            self.told.emit(words.format(title=task.title, count=missing), True)
        elif missing:
            words = self.tr("New task: {title}, {count} of your grids to do (Ctrl+Shift+T)")
            self.told.emit(words.format(title=task.title, count=missing), False)

    def close(self) -> None:
        """Hide what lies over the window."""
        for window in (self.search, self.heads, self.tasks, self.bubble):
            window.hide()

    def show_search(self) -> None:
        """Open the sectors of the case shown."""
        number = self._case.case_number()
        if number in self._store.cases:
            self.search.open_over(self._case.window())
            self.search.show_case(number)

    def show_heads(self) -> None:
        """Open the head-count of the case shown."""
        number = self._case.case_number()
        if number in self._store.cases:
            self.heads.open_over(self._case.window())
            self.heads.show_case(number)

    def show_tasks(self) -> None:
        """Open the one-to-many tasks."""
        self.tasks.open_over(self._case.window())
        self.tasks.show_tasks()

    def ask_pair(self, number: str, unit: str, at: QPoint) -> None:
        """Ask whether a unit dropped on a case is to be sent, where it can be."""
        case, row = self._store.cases.get(number), self._store.units.get(unit)
        now = self._ticker.now()
        if case is None or row is None:
            self.told.emit(self.tr("Open a case first, then send a unit to it"), True)
            return
        if not self.actions.may(DispatchUnits):
            self.told.emit(Wording.refusal(Refusal.NOT_ALLOWED), True)
            return
        if not allowed(case, Action.DISPATCHED, self._me, now):
            words = self.tr("Case {number} cannot be dispatched now")
            self.told.emit(words.format(number=number[-4:]), True)
            return
        [one] = ranked_units(case, (row,), loads(self._store.cases.values()), now)
        self.bubble.ask(case, one, at)

    def own(self) -> None:
        """Take on the case shown, or hand it over."""
        case = self._store.cases.get(self._case.case_number())
        if case is None or not case.open:
            return
        if not self.actions.may(ClaimCase):
            self.told.emit(Wording.refusal(Refusal.NOT_ALLOWED), True)
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
