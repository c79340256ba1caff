"""From a silence on the wire to the red row in the window: 3.5 s at most, over real sockets."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.bus import headers
from console.bus.allow_list import PeerKind
from console.client.feed import feed_for
from console.client.setup import ConsoleSetup
from console.client.store import Store
from console.services.core import FeedItem
from tests.hub.site import TOKEN, Site
from tests.widgets.shell_kit import RESOURCES, Shell
from widgets.bridge import Bridge
from widgets.common.lamp import LampState
from widgets.main_window import MainWindow
from widgets.theme import Theme

SHOWN_S = 3.5


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with Site(tmp_path) as one:
        yield one


@pytest.fixture
def window(site: Site, qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[MainWindow]:
    """A window that follows the hub of `site`."""
    store = Store()
    window = Shell(store, theme).window(tmp_path / "state")
    bridge = Bridge(store)
    bridge.changed.connect(window.apply)
    bridge.link_changed.connect(window.parts.fresh.take_link)
    setup = ConsoleSetup(
        endpoints=(f"tcp://127.0.0.1:{site.ports[1]}",),
        server_key=site.keys.public,
        public_key=site.console_keys.public,
        secret_key=site.console_keys.secret,
        token=TOKEN,
        console_id="desk-1",
        state_folder=tmp_path / "state",
        log_folder=tmp_path,
        resources=RESOURCES,
    )
    feed = feed_for(setup, bridge)
    window.show()
    feed.start()
    hub = window.parts.title_bar.lamps.hub
    qtbot.waitUntil(lambda: hub.state is LampState.OK, timeout=5000)
    yield window
    feed.close()
    window.close()


def seconds_until(shown: Callable[[], bool], qtbot: QtBot, since: float) -> float:
    qtbot.waitUntil(shown, timeout=6000)
    return time.monotonic() - since


def test_a_source_that_falls_silent(site: Site, window: MainWindow, qtbot: QtBot) -> None:
    banner, lamp = window.parts.trouble_banner, window.parts.title_bar.lamps.sources
    site.source("patrol")
    silent = site.raw(site.allow("sensors", PeerKind.SOURCE))
    qtbot.waitUntil(lambda: lamp.text == "Sources 1/1", timeout=5000)
    silent.send("HELLO", headers.Hello([1], "sensors", 7, 1, 0))
    silent.receive("WELCOME")
    last_word = time.monotonic()
    qtbot.waitUntil(lambda: lamp.text == "Sources 2/2", timeout=1000)
    assert not banner.isVisible()
    assert seconds_until(banner.isVisible, qtbot, last_word) <= SHOWN_S
    assert "sensors" in banner.text()
    assert "patrol" not in banner.text()  # the one that goes on answering
    assert (lamp.state, lamp.text) == (LampState.BAD, "Sources 1/2")


def test_a_hub_that_is_stuck(
    site: Site, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck, free = threading.Event(), threading.Event()

    def hang(_now: datetime) -> list[FeedItem]:
        stuck.set()
        free.wait(20)
        return []

    try:
        monkeypatch.setattr(site.fake, "tick", hang)
        assert stuck.wait(3)
        since = time.monotonic()
        hub, banner = window.parts.title_bar.lamps.hub, window.parts.link_banner
        assert seconds_until(lambda: hub.state is LampState.BAD, qtbot, since) <= SHOWN_S
        assert banner.isVisible()
    finally:
        free.set()
