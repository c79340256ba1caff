"""The queue panel: four tabs over the store, one search box, live countdowns."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from console.client.deadlines import next_due
from console.client.store import Changes, Store
from console.domain.alarm import AlarmState
from console.domain.facts import Kind
from widgets.actions import Actions
from widgets.common.search_box import SearchBox
from widgets.common.throttle import Throttle
from widgets.common.ticker import Ticker
from widgets.queue.describer import Describer
from widgets.queue.orders import Orders
from widgets.queue.queue_view import QueueView
from widgets.queue.row_delegate import RowDelegate
from widgets.queue.rows_model import RowsModel
from widgets.queue.tab_strip import TabStrip
from widgets.selection import Selected, Selection
from widgets.theme import Theme

ALARMS, CASES, MINE, OVERDUE = range(4)
UPDATE_MS = 50
"""Lists follow the feed at most this often."""


class QueuePanel(QWidget):
    """Alarms · Cases · Mine · Overdue. `tabs` is shown in the panel's head by whoever frames it."""

    def __init__(
        self,
        store: Store,
        selection: Selection,
        theme: Theme,
        ticker: Ticker,
        actions: Actions,
    ) -> None:
        super().__init__()
        self._store = store
        self._selection = selection
        self._ticker = ticker
        self._actions = actions
        self._orders = Orders(store, actions.user_name, ticker.now)
        self._delegate = RowDelegate(theme, self)
        self._touched: dict[Kind, set[str]] = {Kind.ALARM: set(), Kind.CASE: set()}
        self._throttle = Throttle(self._update, UPDATE_MS, self)
        self._next_flip: datetime | None = None
        self.tabs = TabStrip(
            theme, [self.tr("Alarms"), self.tr("Cases"), self.tr("Mine"), self.tr("Overdue")]
        )
        self.search = SearchBox(self.tr("Number, words or pinyin initials…"))
        self._order = QToolButton()
        self._views = self._make_views(theme)
        self._stack = QStackedWidget()
        self._arrange()
        self._connect(theme)
        self._rebuild()
        self.tabs.choose(CASES)

    def _make_views(self, theme: Theme) -> list[QueueView]:
        actions = self._actions
        words = Describer(self._store, actions.is_pending, self._ticker.now, actions.me.console)
        orders = self._orders
        models = (
            RowsModel(lambda: self._store.alarms, orders.alarm, words.alarm, self),
            RowsModel(lambda: self._store.cases, orders.case, words.case, self),
            RowsModel(lambda: self._store.cases, orders.mine, words.case, self),
            RowsModel(lambda: self._store.cases, orders.overdue, words.case, self),
        )
        return [QueueView(model, self._delegate, theme) for model in models]

    def _arrange(self) -> None:
        self._order.setObjectName("quiet")
        self._order.setToolTip(self.tr("Change the order"))
        self._order.setAccessibleName(self.tr("Change the order"))
        self.search.setAccessibleName(self.tr("Search the queue"))
        for index, view in enumerate(self._views):
            view.setAccessibleName(self.tabs.title(index))
        self._order.setCursor(Qt.CursorShape.PointingHandCursor)
        self._show_order()
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 12, 8)
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self._order)
        for view in self._views:
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    def _connect(self, theme: Theme) -> None:
        self.tabs.chosen.connect(self._show_tab)
        self.search.words_changed.connect(self._search)
        self.search.left_down.connect(self.focus_list)
        self._order.clicked.connect(self._turn_order)
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

    def view(self, tab: int) -> QueueView:
        """The list of a tab."""
        return self._views[tab]

    def focus_list(self) -> None:
        """Put the keyboard on the list; the first row becomes current where none is."""
        view = self._views[self.tabs.current]
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not view.currentIndex().isValid() and view.rows().rowCount():
            view.setCurrentIndex(view.rows().index(0))

    def choose_first(self) -> bool:
        """Make the first row current, so that there is something to look at; False: no row yet."""
        view = self._views[self.tabs.current]
        if view.rows().rowCount():
            view.setCurrentIndex(view.rows().index(0))
        return view.currentIndex().isValid()

    def apply(self, changes: Changes) -> None:
        """Follow the store."""
        if changes.reset:
            self._rebuild()
            return
        for kind, touched in self._touched.items():
            touched.update(changes.upserted.get(kind, ()), changes.removed.get(kind, ()))
        if any(self._touched.values()):
            self._throttle.request()

    def _rebuild(self) -> None:
        for touched in self._touched.values():
            touched.clear()
        for view in self._views:
            key = view.current_key()
            view.rows().rebuild()
            if key:
                view.show_key(key)
        self._schedule_flip()
        self._show_counts()

    def _update(self) -> None:
        alarms, cases = self._touched[Kind.ALARM], self._touched[Kind.CASE]
        for index, view in enumerate(self._views):
            view.rows().update(alarms if index == ALARMS else cases)
        self._bring_flip_forward(cases)
        alarms.clear()
        cases.clear()
        self._show_counts()

    def _schedule_flip(self) -> None:
        """Note when the next case will become overdue."""
        now = self._ticker.now()
        coming = (next_due(case) for case in self._store.cases.values() if case.open)
        self._next_flip = min((due for due in coming if due >= now), default=None)

    def _bring_flip_forward(self, keys: Iterable[str]) -> None:
        """A changed case may be overdue sooner; one that no longer will is found at the flip."""
        now = self._ticker.now()
        changed = (self._store.cases[key] for key in keys if key in self._store.cases)
        coming = [next_due(case) for case in changed if case.open]
        if self._next_flip is not None:
            coming.append(self._next_flip)
        self._next_flip = min((due for due in coming if due >= now), default=self._next_flip)

    def _tick(self, now: datetime) -> None:
        if self._next_flip is not None and now > self._next_flip:
            listed = self._views[OVERDUE].rows()
            late = [key for key, case in self._store.cases.items() if next_due(case) < now]
            listed.update(key for key in late if not listed.index_of(key).isValid())
            self._schedule_flip()
            self._show_counts()
        self._delegate.blink = not self._delegate.blink
        self._repaint()

    def _repaint(self) -> None:
        self._views[self.tabs.current].repaint_visible()

    def _show_counts(self) -> None:
        unseen = sum(a.state is AlarmState.UNACKNOWLEDGED for a in self._store.alarms.values())
        listed = [view.rows().rowCount() for view in self._views]
        self.tabs.show_count(ALARMS, listed[ALARMS], urgent=unseen > 0)
        self.tabs.show_count(CASES, listed[CASES], urgent=False)
        self.tabs.show_count(MINE, listed[MINE], urgent=False)
        self.tabs.show_count(OVERDUE, listed[OVERDUE], urgent=True)
        self._show_tab(self.tabs.current)

    def _show_tab(self, tab: int) -> None:
        self._order.setVisible(tab in (CASES, MINE))
        words = self._orders.words
        nothing = self.tr("Nothing matches “{words}”").format(words=words)
        self._views[tab].say_when_empty(nothing if words else self.tr("Nothing here"))
        self._stack.setCurrentWidget(self._views[tab])

    def _step_tab(self, step: int) -> None:
        self.tabs.choose((self.tabs.current + step) % len(self._views))
        self.focus_list()

    def _search(self, words: str) -> None:
        self._orders.words = words.strip()
        self._rebuild()

    def _turn_order(self) -> None:
        self._orders.by_deadline = not self._orders.by_deadline
        self._show_order()
        self._rebuild()

    def _show_order(self) -> None:
        self._order.setText(
            self.tr("By deadline") if self._orders.by_deadline else self.tr("By level")
        )

    def _select(self, kind: Kind, key: str, *, wanted: bool) -> None:
        self._selection.select(kind, key, wanted=wanted)

    def _follow_selection(self, selected: Selected | None) -> None:
        if selected is None or selected.kind not in (Kind.ALARM, Kind.CASE):
            return
        tab = ALARMS if selected.kind is Kind.ALARM else CASES
        here = self.tabs.current
        if (tab == ALARMS) == (here == ALARMS):
            tab = here
        view = self._views[tab]
        if view.current_key() != selected.key and view.show_key(selected.key):
            self.tabs.choose(tab)

    def _pending_changed(self, _entity: str) -> None:
        self._repaint()

    def _act(self, kind: Kind, key: str) -> None:
        """Enter: an alarm nobody has seen is acknowledged, anything else opened."""
        if kind is Kind.ALARM:
            alarm = self._store.alarms.get(key)
            if alarm is not None and alarm.state is not AlarmState.ACKNOWLEDGED:
                self._actions.acknowledge(key)
                return
        self._select(kind, key, wanted=True)

    def _offer(self, kind: Kind, key: str, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Show on the map"), lambda: self._select(kind, key, wanted=True))
        if kind is Kind.ALARM:
            menu.addAction(self.tr("Acknowledge"), lambda: self._actions.acknowledge(key))
            menu.addAction(self.tr("Open a case"), lambda: self._actions.open_case_from(key))
        menu.popup(place)
