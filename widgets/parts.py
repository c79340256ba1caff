"""The parts of the main window and how they know each other."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from console.client.command_line import Suggestion
from console.client.outcome import Outcome
from console.client.questions import Questions
from console.client.store import Store
from console.domain.commands import OpenCase
from console.domain.facts import Kind
from console.domain.geo import LonLat
from console.domain.refusal import Refusal
from widgets.actions import Actions
from widgets.alarms.alarm_room import AlarmRoom
from widgets.alarms.speech import Speech
from widgets.case.case_panel import CasePanel
from widgets.case.case_printing import CasePrinting
from widgets.case.dialogs import Dialogs
from widgets.commandbar.command_bar import CommandBar
from widgets.common.ticker import Ticker
from widgets.dispatch.dispatch_desk import DispatchDesk
from widgets.freshness import Freshness
from widgets.i18n.texts import Texts
from widgets.key_table import KeyTable
from widgets.links.links_window import LinksWindow
from widgets.links.trouble_banner import TroubleBanner
from widgets.map.map_menu import MapSpot
from widgets.map.map_panel import MapPanel
from widgets.notifications.alarm_banner import AlarmBanner
from widgets.notifications.link_banner import LinkBanner
from widgets.notifications.toasts import Toasts
from widgets.notifications.wording import Wording
from widgets.pending.pending_window import PendingWindow
from widgets.queue.queue_desk import QueueDesk
from widgets.queue.queue_panel import QueuePanel
from widgets.selection import Selection
from widgets.shift.shift_desk import ShiftDesk
from widgets.theme import Theme
from widgets.titlebar.title_bar import TitleBar
from widgets.venues.venue_strip import VenueStrip
from widgets.wall.video_engine import VideoEngine
from widgets.wall.wall_panel import WallPanel

NEAREST = 6
"""Cameras that a grid or place brings to the wall."""


class Parts(QObject):
    """Makes every part and connects them; the main window frames them."""

    def __init__(
        self,
        store: Store,
        theme: Theme,
        ticker: Ticker,
        *,
        actions: Actions,
        questions: Questions,
        fleet: VideoEngine,
        resources: Path,
    ) -> None:
        super().__init__()
        self.store = store
        self.theme = theme
        self.ticker = ticker
        self.actions = actions
        self.keys = KeyTable(self)
        self.speech = Speech(self)
        self.selection = Selection(self)
        self.fresh = Freshness(ticker.now, self)
        self.title_bar = TitleBar(store, theme, self.fresh)
        self.dialogs = Dialogs(self.title_bar, store, actions, theme, resources, ticker.now)
        self.alarms = AlarmRoom(
            store,
            self.selection,
            theme,
            ticker,
            actions=actions,
            dialogs=self.dialogs,
            resources=resources,
            parent=self,
        )
        self.queue = QueuePanel(store, self.selection, theme, ticker, actions, self.alarms.groups)
        self.map = MapPanel(store, self.selection, theme, now=ticker.now, me=actions.me)
        self.wall = WallPanel(store, self.selection, theme, fleet)
        self.case = CasePanel(
            store,
            self.selection,
            theme,
            ticker,
            actions=actions,
            dialogs=self.dialogs,
            alarm_page=self.alarms.page,
        )
        self.dispatch = DispatchDesk(
            store,
            self.selection,
            ticker,
            actions=actions,
            questions=questions,
            case=self.case,
            chart=self.map,
            dialogs=self.dialogs,
            theme=theme,
            parent=self,
        )
        self.shift = ShiftDesk(
            store,
            theme,
            ticker,
            actions=actions,
            questions=questions,
            case=self.case,
            case_types=self.dialogs.case_types,
            within=self.title_bar,
            parent=self,
        )
        self.printing = CasePrinting(store, self.case, actions.me, ticker.now, self)
        self.queue_desk = QueueDesk(
            self.queue, store, actions, self.dialogs, self.alarms.actions.acknowledge, self
        )
        self.venues = VenueStrip(store, theme, ticker)
        self.command_bar = CommandBar(store)
        self.link_banner = LinkBanner(self.fresh)
        self.trouble_banner = TroubleBanner(store)
        self.links = LinksWindow(
            store, theme, ticker, fresh=self.fresh, actions=actions, questions=questions
        )
        self.pending = PendingWindow(actions, self.fresh, ticker)
        self.alarm_banner = AlarmBanner(store, theme, actions.me)
        self.toasts = Toasts()
        self._connect()

    def _connect(self) -> None:
        self.actions.settled.connect(self._settled)
        self.command_bar.chosen.connect(self.go)
        self.title_bar.banner.wanted.connect(
            lambda number: self.selection.select(Kind.CASE, number, wanted=True)
        )
        self.title_bar.approvals.wanted.connect(
            lambda number: self.selection.select(Kind.CASE, number, wanted=True)
        )
        self.alarm_banner.show_wanted.connect(
            lambda key: self.selection.select(Kind.ALARM, key, wanted=True)
        )
        self.queue.alarm_offered.connect(lambda key, menu: self.alarms.menu.fill(menu, key))
        self.alarm_banner.acknowledge_wanted.connect(self.actions.acknowledge)
        self.case.cameras_wanted.connect(self.show_cameras)
        self.map.camera_activated.connect(lambda camera: self.show_cameras((camera,)))
        self.map.cameras_requested.connect(self.show_cameras)
        self.map.grid_activated.connect(self.go_to_grid)
        self.map.case_requested.connect(self.new_case)
        for desk in (self.dispatch, self.shift, self.queue_desk):
            desk.told.connect(lambda words, bad: self.toasts.tell(words, bad=bad))
        self.fresh.changed.connect(self.link_banner.tick)
        self.actions.pending_changed.connect(self._show_waiting)
        self.link_banner.waiting_wanted.connect(self.show_pending)
        self.fresh.changed.connect(self.title_bar.lamps.tick)
        self.title_bar.lamps.links_wanted.connect(self.show_links)
        self.trouble_banner.links_wanted.connect(self.show_links)

    def go(self, suggestion: Suggestion) -> None:
        """Carry out a line of the command bar."""
        if suggestion.kind is Kind.GRID:
            self.go_to_grid(suggestion.key)
        elif suggestion.kind is Kind.CAMERA:
            self.selection.select(Kind.CAMERA, suggestion.key, wanted=True)
            self.show_cameras((suggestion.key,))
        elif suggestion.kind is Kind.STREET:
            self.map.centre_on(self.store.streets[suggestion.key].centre)
        else:
            self.selection.select(suggestion.kind, suggestion.key, wanted=True)

    def go_to_grid(self, code: str) -> None:
        """Take the map to a grid and fill free tiles with its nearest healthy cameras."""
        grid = self.store.grids.get(code)
        if grid is None:
            return
        self.selection.select(Kind.GRID, code, wanted=True)
        self._fill(grid.centre, grid.label)

    def show_cameras(self, cameras: tuple[str, ...]) -> None:
        """Put cameras on free tiles; say so where there is no room."""
        placed = [self.wall.show_in_free_tile(camera) for camera in cameras[:NEAREST]]
        if cameras and all(tile is None for tile in placed):
            self.toasts.tell(self.tr("Every tile is kept. Clear or unpin one first."), bad=True)

    def new_case(self, spot: MapSpot | None = None) -> None:
        """Ask what a new case is about, at `spot` where that is known."""
        if not self.actions.me.may(OpenCase):
            self.toasts.tell(Wording.refusal(Refusal.NOT_ALLOWED), bad=True)
        elif spot is None:
            self.dialogs.new_case()
        else:
            self.dialogs.new_case(spot.place, spot.grid)

    def show_links(self) -> None:
        """Open the links panel over the window."""
        self.links.open_over(self.window())

    def show_pending(self) -> None:
        """Open the list of what the hub has not answered."""
        self.pending.open_over(self.window())

    def _show_waiting(self, _entity: str) -> None:
        self.link_banner.show_waiting(len(self.actions.waiting()))

    def age_text(self, seconds: float | None) -> str:
        """What the panels' heads say of the age of their data."""
        if seconds is None:
            return ""
        return self.tr("{age} old").format(age=Texts.rough(seconds))

    def tick(self, now: datetime) -> None:
        """Bring everything that counts up to date before the window is first shown."""
        self.title_bar.tick(now)
        self.link_banner.tick()
        self.trouble_banner.tick(now)

    def window(self) -> QWidget:
        """The window the parts are in."""
        return self.title_bar.window()

    def _fill(self, place: LonLat, why: str) -> None:
        tiles = self.wall.fill_nearest(place, NEAREST, why)
        if tiles:
            self.toasts.tell(
                self.tr("{place}: {count} nearest cameras on the wall").format(
                    place=why, count=len(tiles)
                )
            )

    def _settled(self, outcome: Outcome) -> None:
        if self.queue_desk.batch.takes(outcome):
            return
        words = Wording.outcome(outcome)
        entity = getattr(outcome.command, "entity", "")
        if not outcome.ok and entity in self.store.cases:
            words = f"{entity[-4:]} · {words}"
        self.toasts.tell(words, bad=not outcome.ok)
        if outcome.ok and isinstance(outcome.command, OpenCase):
            number = outcome.data.get("case", "")
            if number in self.store.cases:
                self.selection.select(Kind.CASE, number)
