"""The window as a program: built from a setup, run until it is closed, ended without a trace."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from console.client.command_line import spoken_names
from console.client.entrance import Entrance
from console.client.feed import feed_for
from console.client.questions import Questions
from console.client.session import Session
from console.client.setup import ConsoleSetup
from console.client.spelling import learn
from console.client.store import Changes, Store
from console.errors import NoDisplay
from console.video.fleet import Fleet
from console.video.types import Engine
from widgets.actions import Actions
from widgets.alarms.annunciator import Annunciator
from widgets.alarms.sounds import Sounds
from widgets.appearance import Appearance
from widgets.bridge import Bridge
from widgets.common.ticker import Ticker
from widgets.crash.crash_report import CrashReport
from widgets.display import has_display
from widgets.fonts import app_font, can_write_chinese
from widgets.garbage import Garbage
from widgets.i18n.install import install
from widgets.layout_memory import LayoutMemory
from widgets.main_window import MainWindow
from widgets.map.map_panel import MapPanel
from widgets.parts import Parts
from widgets.people_desk import PeopleDesk
from widgets.player_notice import PlayerNotice
from widgets.qt_log import log_qt_messages
from widgets.quit_signals import QuitSignals
from widgets.tasks import Tasks
from widgets.theme import THEMES, Theme
from widgets.wall.wall_panel import WallPanel

LEARN_MS = 1500
"""After the first frame, when the names are spelled for the search."""


class Console(QObject):
    """A running console: the window and everything that lives as long as it."""

    def __init__(self, setup: ConsoleSetup, app: QApplication) -> None:
        super().__init__()
        self._setup = setup
        self._app = app
        self._translators = install(app, setup.language, setup.resources / "i18n")
        self._closed = False
        self._shown_once = False
        memory = LayoutMemory(setup.state_folder, setup.user_name)
        self.theme = Theme(setup.resources / "theme", _theme_name(setup, memory), self)
        self.appearance = Appearance(app, self.theme)
        self.store = Store()
        self.ticker = Ticker(parent=self)
        self.bridge = Bridge(self.store, self)
        self.feed = feed_for(setup, self.bridge)
        self.session = Session(self.feed)
        self.questions = Questions(self.feed)
        self.actions = Actions(self.store, self.session, setup.actor, self)
        self.fleet = Fleet(Engine(setup.engine), setup.log_folder)
        self.parts = Parts(
            self.store,
            self.theme,
            self.ticker,
            actions=self.actions,
            questions=self.questions,
            fleet=self.fleet,
            resources=setup.resources,
        )
        self.window = MainWindow(self.parts, memory)
        self.entrance = Entrance(self.feed, setup.console_id)
        self.people = PeopleDesk(
            self.window,
            memory,
            self.entrance,
            self.questions,
            rules=setup.rules,
            lock_minutes=setup.lock_minutes,
        )
        self._sounds = Sounds(setup.resources / "sounds", self)
        self.annunciator = Annunciator(
            self.store, self.ticker, self._sounds.play, self.parts.speech, self
        )
        self._player_notice = PlayerNotice(self.fleet, self.ticker, self.parts.toasts, self)
        self._garbage = Garbage(self)
        self._tasks = Tasks()
        self._connect()

    @property
    def map(self) -> MapPanel:
        """The map panel."""
        return self.parts.map

    @property
    def wall(self) -> WallPanel:
        """The wall panel."""
        return self.parts.wall

    def _connect(self) -> None:
        self.bridge.changed.connect(self._changed)
        self.bridge.link_changed.connect(self.parts.fresh.take_link)
        self.bridge.answered.connect(self.actions.settle)
        self.bridge.answered.connect(self.questions.take_result)
        self.bridge.answered.connect(self.entrance.take_result)
        self.bridge.link_changed.connect(self.people.take_link)
        self.bridge.rows_came.connect(
            lambda came: self.questions.take_rows(came.query_id, came.rows)
        )
        self.parts.trouble_banner.rose.connect(self.annunciator.call)
        self.parts.shift.rose.connect(self.annunciator.call)
        self.parts.dispatch.banner.asked.connect(self.annunciator.call)
        self.window.closed.connect(self._window_closed)

    def start(self) -> None:
        """Show the window and begin to follow the hub."""
        self._garbage.start()
        self.feed.start()
        self.fleet.start()
        self.parts.tick(self.ticker.now())
        self.window.show_first(self._setup.wall_layout)
        self.ticker.start()
        self.parts.dispatch.presence.start()
        if self._setup.language == "zh_CN" and not can_write_chinese():
            self.parts.toasts.tell(
                "No Chinese font is installed, so Chinese shows as boxes. "
                "Install one (Debian: apt install fonts-noto-cjk) and start again.",
                bad=True,
            )

    def close(self) -> None:
        """Close the window and end all threads and player hosts; once is enough."""
        if self._closed:
            return
        self._closed = True
        self.ticker.stop()
        self.parts.dispatch.presence.stop()
        self.feed.close()
        self.people.close()
        self.window.close()
        self.fleet.close()
        self._tasks.close()
        self._garbage.stop()
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._setup.on_close()

    def _changed(self, changes: Changes) -> None:
        self.window.apply(changes)
        self.people.apply(changes)
        self.annunciator.apply(changes)
        if changes.reset and not self._shown_once and self.store.grids:
            self._shown_once = True
            self.parts.map.settle()
            QTimer.singleShot(0, self._setup.on_first_frame)
            QTimer.singleShot(LEARN_MS, self, self._learn)

    def _learn(self) -> None:
        if not self._closed:
            names = spoken_names(self.store)
            self._tasks.run(lambda: learn(names))

    def _window_closed(self) -> None:
        if not self._closed:
            self.close()
        QApplication.quit()


def _nobody(_console: Console) -> None:
    return


def _theme_name(setup: ConsoleSetup, memory: LayoutMemory) -> str:
    """The theme last switched to, unless another one is asked for than the last time."""
    same = memory.word("theme_asked") == setup.theme
    memory.keep_word("theme_asked", setup.theme)
    last = memory.word("theme")
    return last if same and last in THEMES else setup.theme


def build(setup: ConsoleSetup) -> Console:
    """A console that is not shown yet; raises `NoDisplay` where there is no screen."""
    if not has_display():
        raise NoDisplay
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("wangge-console")
    app.setFont(app_font())
    return Console(setup, app)


def run(
    setup: ConsoleSetup,
    attend: Callable[[Console], None] = _nobody,
    give_up: Callable[[str], None] | None = None,
) -> int:
    """Show the console until its window is closed; the exit code.

    `attend` is called once with the console before it is shown, `give_up` with the reason where Qt
    finds no screen after all and is about to abort.
    """
    log_qt_messages(give_up)
    console = build(setup)
    attend(console)
    with QuitSignals(console.window.close), CrashReport(console.window, setup.log_folder):
        console.start()
        code = QApplication.exec()
        console.close()
    return code
