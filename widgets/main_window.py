"""The main window: title bar, banners, desk of panels, venues and command bar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.client.queue_state import QueueState
from console.client.store import Changes
from console.domain.commands import AddNote
from console.domain.facts import Kind
from widgets.case.note_drafts import NoteDrafts
from widgets.common.panel import Panel
from widgets.common.panel_head import PanelHead
from widgets.desk import Desk
from widgets.key_overlay import KeyOverlay
from widgets.layout_memory import LayoutMemory
from widgets.parts import Parts
from widgets.tab_order import order_tabs
from widgets.view_menu import ViewMenu
from widgets.wall.wall_state import WallState
from widgets.window_keys import WindowKeys

WIDTH, HEIGHT = 1920, 1080
BOTTOM_HEIGHT = 72
COMMAND_WIDTH = 640
_MARGIN = 8


class MainWindow(QWidget):
    """Frames the parts it is given and hands changes on to them."""

    closed = Signal()

    def __init__(self, parts: Parts, memory: LayoutMemory) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(self.tr("Wangge Console"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.parts = parts
        self._memory = memory
        self._begun = False
        queue_head = PanelHead()
        queue_head.add_left(parts.queue.tabs)
        case_head = PanelHead()
        case_head.add_left(parts.case.head_words)
        theme = parts.theme
        self._queue = Panel("queue", self.tr("Queue"), parts.queue, theme, queue_head)
        self._map = Panel("map", self.tr("Map"), parts.map, theme, parts.map.head)
        self._wall = Panel("wall", self.tr("Wall"), parts.wall, theme, parts.wall.head)
        self._case = Panel("case", self.tr("Case"), parts.case, theme, case_head)
        self.desk = Desk(self._queue, self._map, self._wall, self._case)
        self._drafts = NoteDrafts(memory, self)
        parts.case.case_view.note.keep_in(self._drafts)
        parts.queue.turn(QueueState.from_text(memory.word("queue")))
        parts.queue.turned.connect(self._keep_queue)
        self.keys = KeyOverlay(self, parts.keys)
        self._arrange()
        self._list_keys()
        reset = self._put_back
        parts.speech.switch(memory.word("speech") == "on")
        self._menu = ViewMenu(self.desk.panels, theme, parts.keys, reset, parts.speech, self)
        parts.title_bar.set_menu(self._menu)
        parts.ticker.ticked.connect(self.tick)

    def _arrange(self) -> None:
        parts = self.parts
        parts.command_bar.setMaximumWidth(COMMAND_WIDTH)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(_MARGIN, 0, _MARGIN, _MARGIN)
        bottom.setSpacing(_MARGIN)
        bottom.addWidget(parts.venues, 2)
        bottom.addWidget(parts.command_bar, 1)
        for widget in (parts.venues, parts.command_bar):
            widget.setFixedHeight(BOTTOM_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(parts.title_bar)
        column.addWidget(parts.link_banner)
        column.addWidget(parts.trouble_banner)
        column.addWidget(parts.dispatch.banner)
        column.addWidget(self.desk, 1)
        self._column = column
        column.addLayout(bottom)
        parts.alarm_banner.attach(
            self.desk, parts.map, lambda key: parts.map.point_of(Kind.ALARM, key)
        )
        parts.map.canvas.view_changed.connect(parts.alarm_banner.place)
        parts.toasts.attach(self.desk)
        panels = (part for panel in self.desk.panels for part in panel.parts)
        order_tabs(
            (
                parts.title_bar,
                parts.link_banner,
                *panels,
                parts.alarm_banner,
                parts.venues,
                parts.command_bar,
            )
        )

    def add_to_menu(self, actions: Sequence[QAction]) -> None:
        """Put more entries at the end of the menu."""
        self._menu.addSeparator()
        self._menu.addActions(list(actions))

    def set_office(self, office: QWidget, *, shown: bool) -> None:
        """Show `office` in the place of the desk, for those who see no case, or take it out."""
        at = self._column.indexOf(office)
        if shown and at < 0:
            office.setWindowFlags(Qt.WindowType.Widget)
            self._column.insertWidget(self._column.indexOf(self.desk), office, 1)
        elif not shown and at >= 0:
            self._column.removeWidget(office)
        if shown or at >= 0:
            office.setVisible(shown)
        self.desk.setVisible(not shown)
        for widget in (self.parts.venues, self.parts.command_bar):
            widget.setVisible(not shown)

    def _list_keys(self) -> None:
        keys = self.parts.keys
        keys.add("window.keys", "F1", self.tr("Keys"), self.keys.toggle)
        WindowKeys(self.parts, self).list_in(keys)
        self.parts.dispatch.list_keys(keys)
        self.parts.alarms.list_keys(keys, self.parts.case, self.parts.queue)
        self.parts.shift.list_keys(keys)
        self.parts.queue_desk.list_keys(keys)
        self.parts.printing.list_keys(keys)
        keys.add("wall.focus", "F6", self.tr("To the video wall"), self._go_to_wall)
        keys.add("window.full_screen", "F11", self.tr("Full screen"), self.toggle_full_screen)
        keys.install(self)

    def _go_to_wall(self) -> None:
        self._wall.show()
        self.parts.wall.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _put_back(self) -> None:
        self.desk.arrange(self.size())

    def apply(self, changes: Changes) -> None:
        """Follow the store."""
        parts = self.parts
        now = parts.ticker.now()
        parts.fresh.hear()
        parts.title_bar.apply(changes, now)
        parts.trouble_banner.apply(changes, now)
        parts.links.apply(changes)
        parts.queue.apply(changes)
        parts.case.apply(changes)
        parts.dispatch.apply(changes)
        parts.shift.apply(changes)
        parts.venues.apply(changes)
        parts.map.apply(changes)
        parts.wall.apply(changes)
        if changes.touched(Kind.ALARM):
            gone = changes.removed.get(Kind.ALARM, frozenset())
            keys = changes.upserted.get(Kind.ALARM, frozenset()) | gone
            parts.alarm_banner.follow(None if changes.reset else keys)
        if not self._begun and parts.selection.current is None:
            self._begun = parts.queue.choose_first()

    def tick(self, now: datetime) -> None:
        """Once a second: clock, ages, flashing."""
        parts = self.parts
        parts.title_bar.tick(now)
        parts.link_banner.tick()
        parts.trouble_banner.tick(now)
        parts.alarm_banner.tick(now)
        late = parts.fresh.late_s()
        text = parts.age_text(late)
        for panel in self.desk.panels:
            panel.show_age(text)
        parts.map.set_stale(late)

    def show_first(self, layout: str = "") -> None:
        """Show the window where it was, or as large as the screen allows.

        The wall is as its user left it, unless `layout` asks for a fresh one.
        """
        geometry = self._memory.load("window")
        # The offscreen platform has a small screen that says nothing about this window.
        seen = QGuiApplication.platformName() != "offscreen"
        if geometry is None or not seen or not self.restoreGeometry(geometry):
            self._first_size(maximised=seen)
        if not self.desk.recall(self._memory):
            self.desk.arrange(self.size())
        if layout:
            self.parts.wall.set_layout(layout)
        else:
            self.parts.wall.restore(WallState.from_text(self._memory.word("wall")))
        self.show()
        self.parts.queue.focus_list()

    def _first_size(self, *, maximised: bool) -> None:
        self.resize(WIDTH, HEIGHT)
        if maximised:
            # where no window manager listens the state alone changes nothing
            self.setGeometry(self.screen().availableGeometry())
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def toggle_full_screen(self) -> None:
        """F11."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _keep_queue(self, state: QueueState) -> None:
        self._memory.keep_word("queue", state.to_text())
        self._memory.write()

    def _keep_notes(self) -> None:
        """What the hub has not taken becomes a draft: nothing is sent for an operator who left."""
        for one in self.parts.actions.waiting():
            if isinstance(one.command, AddNote):
                self.parts.case.case_view.note.give_back(one.command.entity, one.command.text)
        self._drafts.write()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save where everything is and tell whoever waits."""
        self._memory.save("window", self.saveGeometry())
        self._keep_notes()
        self.desk.remember(self._memory)
        self._memory.keep_word("theme", self.parts.theme.name)
        self._memory.keep_word("speech", "on" if self.parts.speech.on else "off")
        self._memory.keep_word("wall", self.parts.wall.state().to_text())
        self._memory.write()
        for panel in self.desk.panels:
            if panel.isFloating():
                panel.hide()
        self.keys.hide()
        self.parts.links.hide()
        self.parts.pending.hide()
        self.parts.dispatch.close()
        self.parts.shift.handover.hide()
        super().closeEvent(event)
        self.closed.emit()
