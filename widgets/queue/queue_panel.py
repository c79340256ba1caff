"""The queue panel: four tabs over the store, one search box, live countdowns."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from console.client.alarm_groups import AlarmGroups
from console.client.case_filter import CaseFilter
from console.client.case_listing import CaseOrder
from console.client.listing import Listing
from console.client.queue_state import QueueState
from console.client.store import Changes, Store
from console.client.workspaces import Workspace
from console.domain.commands import AcknowledgeAlarm
from console.domain.dispatch_commands import DispatchUnits
from console.domain.facts import Kind
from widgets.actions import Actions
from widgets.common.throttle import Throttle
from widgets.common.ticker import Ticker
from widgets.queue.alarm_rows import AlarmRows
from widgets.queue.aside_bar import AsideBar
from widgets.queue.case_lists import CaseLists
from widgets.queue.describer import Describer
from widgets.queue.marks import Marks
from widgets.queue.orders import Orders
from widgets.queue.queue_head import QueueHead
from widgets.queue.queue_view import QueueView
from widgets.queue.row_delegate import LOW_HEIGHT, ROW_HEIGHT, RowDelegate
from widgets.queue.rows_model import RowsModel
from widgets.queue.tab_strip import TabStrip
from widgets.selection import Selected, Selection
from widgets.theme import Theme

ALARMS, CASES, MINE, OVERDUE = range(4)
UPDATE_MS = 50
"""Lists follow the feed at most this often."""
AHEAD_MS, AHEAD_S = 20, 0.004
"""How often, and for how long, the search is made ready before anybody asks for it."""


class QueuePanel(QWidget):
    """Alarms · Cases · Mine · Overdue. `tabs` is shown in the panel's head by whoever frames it."""

    alarm_offered = Signal(str, QMenu)
    """The menu of an alarm or card is about to open: whoever knows more adds to it."""
    filter_wanted = Signal()
    """The operator wants to choose a filter."""
    turned = Signal(object)
    """Carries the `QueueState` that the operator chose."""
    batch_wanted = Signal()
    """What is marked is to be acknowledged or dispatched."""

    def __init__(
        self,
        store: Store,
        selection: Selection,
        theme: Theme,
        ticker: Ticker,
        actions: Actions,
        groups: AlarmGroups | None = None,
    ) -> None:
        super().__init__()
        self._store = store
        self._selection = selection
        self._ticker = ticker
        self._actions = actions
        self._orders = Orders(store)
        self._cases = CaseLists(store, actions.me, ticker.now, self._orders.case_texts)
        words = Describer(store, actions.is_pending, ticker.now, actions.me.console)
        self._alarms = AlarmRows(store, groups or AlarmGroups(store), self._orders, words)
        self._ahead = QTimer(self, interval=AHEAD_MS)
        self._ahead.timeout.connect(self._prepare)
        self.marks = Marks(self)
        self._state = QueueState()
        self._delegate = RowDelegate(theme, self.marks, self)
        self._touched: dict[Kind, set[str]] = {Kind.ALARM: set(), Kind.CASE: set()}
        self._throttle = Throttle(self._update, UPDATE_MS, self)
        self.tabs = TabStrip(
            theme, [self.tr("Alarms"), self.tr("Cases"), self.tr("Mine"), self.tr("Overdue")]
        )
        self.head = QueueHead(lambda: self._state, self.turn)
        self.search = self.head.search
        self._views = self._make_views(words, theme)
        self.aside = AsideBar()
        self._put_aside = (0, 0)
        self._stack = QStackedWidget()
        self._arrange()
        self._connect(theme)
        self._rebuild()
        self.tabs.choose(CASES)

    def _make_views(self, words: Describer, theme: Theme) -> list[QueueView]:
        alarms = Listing(self._alarms.keys, self._alarms.sort_key)
        models = [RowsModel(alarms, self._alarms.row, self)]
        models += [RowsModel(listing, words.case, self) for listing in self._cases.listings]
        return [QueueView(model, self._delegate, theme) for model in models]

    def _arrange(self) -> None:
        for index, view in enumerate(self._views):
            view.setAccessibleName(self.tabs.title(index))
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.aside)

    def _connect(self, theme: Theme) -> None:
        self.tabs.chosen.connect(self._change_tab)
        self.search.words_changed.connect(self._search)
        self.search.left_down.connect(self.focus_list)
        self.head.order.clicked.connect(self._turn_order)
        self.aside.clicked.connect(self.turn_aside)
        self.head.filter_wanted.connect(self.filter_wanted)
        self.head.narrow.all_wanted.connect(self.show_all)
        self.head.marked.act_wanted.connect(self.batch_wanted)
        self.head.marked.clear_wanted.connect(self.marks.clear)
        self.marks.changed.connect(self._show_marks)
        self._selection.changed.connect(self._follow_selection)
        self._actions.pending_changed.connect(self._pending_changed)
        self._ticker.ticked.connect(self._tick)
        theme.changed.connect(self._repaint)
        for index, view in enumerate(self._views):
            kind = Kind.ALARM if index == ALARMS else Kind.CASE
            view.key_changed.connect(lambda key, k=kind: self._select(k, key, wanted=False))
            view.opened.connect(lambda key, k=kind: self._select(k, key, wanted=True))
            view.acted.connect(lambda key, k=kind: self._act(k, key))
            view.offered.connect(lambda key, place, k=kind: self._offer(k, key, place))
            view.tab_wanted.connect(self._step_tab)
            view.marked.connect(self.marks.toggle)
            view.all_marked.connect(lambda v=view: self.marks.add(v.rows().keys()))
            view.escaped.connect(self.marks.clear)

    def view(self, tab: int) -> QueueView:
        """The list of a tab, up to date."""
        self._freshen(tab)
        return self._views[tab]

    def focus_list(self) -> None:
        """Put the keyboard on the list; the first row becomes current where none is."""
        view = self.view(self.tabs.current)
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not view.currentIndex().isValid() and view.rows().rowCount():
            view.setCurrentIndex(view.rows().index(0))

    def choose_first(self) -> bool:
        """Make the first row current, so that there is something to look at; False: no row yet."""
        view = self.view(self.tabs.current)
        if view.rows().rowCount():
            view.setCurrentIndex(view.rows().index(0))
        return view.currentIndex().isValid()

    def apply(self, changes: Changes) -> None:
        """Follow the store."""
        if changes.reset:
            self._rebuild()
            self._show_marks()
            return
        for kind, touched in self._touched.items():
            touched.update(changes.upserted.get(kind, ()), changes.removed.get(kind, ()))
        if any(self._touched.values()):
            self._throttle.request()

    def _rebuild(self) -> None:
        for touched in self._touched.values():
            touched.clear()
        self._cases.rebuild()
        self._alarms.rebuild()
        self._ahead.start()
        self._relist()

    def _relist(self) -> None:
        """List anew what is in sight; the rest waits until it is looked at."""
        for view in self._views:
            view.rows().wait()
        self._freshen(self.tabs.current)
        self._show_counts()

    def _freshen(self, tab: int) -> None:
        view = self._views[tab]
        if view.rows().waiting:
            key = view.current_key()
            view.rows().rebuild()
            if key:
                view.show_key(key)

    def _prepare(self) -> None:
        if self._cases.prepare(AHEAD_S):
            self._ahead.stop()

    def _update(self) -> None:
        cases = self._touched[Kind.CASE]
        alarms = self._alarms.touched(self._touched[Kind.ALARM])
        self._cases.follow(cases)
        for index, view in enumerate(self._views):
            view.rows().update(alarms if index == ALARMS else cases)
        for touched in self._touched.values():
            touched.clear()
        self._show_counts()

    def _tick(self, now: datetime) -> None:
        self._follow_time()
        self._delegate.blink = not self._delegate.blink
        self._repaint()

    def _follow_time(self) -> None:
        """Limits run out though nothing changes."""
        lit = bool(self._state.filter.lights)
        for tab, listing in enumerate(self._cases.listings, CASES):
            rows = self._views[tab].rows()
            if tab != OVERDUE and not lit:
                continue
            if tab == self.tabs.current:
                rows.update(listing.drifted())
            else:
                rows.wait()
        self._show_counts()

    def _repaint(self) -> None:
        self._views[self.tabs.current].repaint_visible()

    def _show_counts(self) -> None:
        """Counts say what there is, whatever is searched for."""
        standing, unseen, shelved, out = self._alarms.counts()
        everything, mine, late = self._cases.counts()
        self.tabs.show_count(ALARMS, standing, urgent=unseen)
        self._put_aside = (shelved, out)
        self.tabs.show_count(CASES, everything, urgent=False)
        self.tabs.show_count(MINE, mine, urgent=False)
        self.tabs.show_count(OVERDUE, late, urgent=True)
        self._show_tab(self.tabs.current)
        self._show_narrow()

    def _show_narrow(self) -> None:
        tab = self.tabs.current
        listed = self._views[tab].rows().rowCount()
        of = self.tabs.count(tab)
        self.head.show_narrow(self._orders.words, listed, of, cases=tab != ALARMS)

    def _show_marks(self) -> None:
        alarms = self.tabs.current == ALARMS
        may = self.may_work(alarms=alarms)
        self.head.marked.show_marks(len(self.marks.keys), alarms=alarms, may=may)
        self._repaint()

    def may_work(self, *, alarms: bool) -> bool:
        """Whether who sits here may do to the marked rows what is done to many."""
        return self._actions.me.may(AcknowledgeAlarm if alarms else DispatchUnits)

    def _change_tab(self, tab: int) -> None:
        if (tab == ALARMS) != (self._stack.currentIndex() == ALARMS):
            self.marks.clear()
        self._show_tab(tab)
        self._show_narrow()

    def _show_tab(self, tab: int) -> None:
        self.head.offer(ordered=tab in (CASES, MINE), filtered=tab != ALARMS)
        if tab == ALARMS:
            self.aside.show_counts(*self._put_aside, listed=self._alarms.only_aside)
        else:
            self.aside.hide()
        words = self._orders.words
        nothing = self.tr("Nothing matches “{words}”").format(words=words)
        self._views[tab].say_when_empty(nothing if words else self.tr("Nothing here"))
        self._stack.setCurrentWidget(self.view(tab))

    def turn_aside(self) -> None:
        """Show what is shelved or out of service instead of the alarms, or the other way round."""
        self._alarms.only_aside = not self._alarms.only_aside
        self.tabs.choose(ALARMS)
        self._relist()
        self.focus_list()

    def _step_tab(self, step: int) -> None:
        self.tabs.choose((self.tabs.current + step) % len(self._views))
        self.focus_list()

    def _search(self, words: str) -> None:
        words = words.strip()
        if words != self._orders.words:
            self._orders.words = self._cases.search.words = words
            self._relist()

    @property
    def state(self) -> QueueState:
        """Order, filters, workspace and row height as they are now."""
        return self._state

    def turn(self, state: QueueState) -> None:
        """Show the queue so."""
        self._state = state
        self._cases.turn(state)
        self.head.show_order()
        self._delegate.dense = state.dense
        for view in self._views:
            view.make_rows(LOW_HEIGHT if state.dense else ROW_HEIGHT)
        self._relist()
        self.turned.emit(state)

    def show_all(self) -> None:
        """Leave nothing out of the list."""
        self.search.clear()
        self._search("")
        self.turn(replace(self._state, filter=CaseFilter(), workspace=Workspace.COMMAND))

    def _turn_order(self) -> None:
        orders = list(CaseOrder)
        order = orders[(orders.index(self._state.order) + 1) % len(orders)]
        self.turn(replace(self._state, order=order))

    def _select(self, kind: Kind, key: str, *, wanted: bool) -> None:
        self._selection.select(kind, key, wanted=wanted)

    def _follow_selection(self, selected: Selected | None) -> None:
        if selected is None or selected.kind not in (Kind.ALARM, Kind.CASE):
            return
        tab = ALARMS if selected.kind is Kind.ALARM else CASES
        here = self.tabs.current
        if (tab == ALARMS) == (here == ALARMS):
            tab = here
        view = self.view(tab)
        if view.current_key() != selected.key and view.show_key(selected.key):
            self.tabs.choose(tab)

    def _pending_changed(self, _entity: str) -> None:
        self._repaint()

    def _act(self, kind: Kind, key: str) -> None:
        """Enter: an alarm nobody has seen is acknowledged, anything else opened."""
        if kind is Kind.ALARM:
            alarm = self._store.alarms.get(key)
            if alarm is not None and alarm.to_see and self._actions.me.may(AcknowledgeAlarm):
                self._actions.acknowledge(key)
                return
        self._select(kind, key, wanted=True)

    def _offer(self, kind: Kind, key: str, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Show on the map"), lambda: self._select(kind, key, wanted=True))
        if kind is Kind.ALARM:
            self.alarm_offered.emit(key, menu)
        menu.popup(place)
