"""A refused event, from its source through the real hub into the list and back into the store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.bus import items
from console.client.feed import feed_for
from console.client.questions import Questions
from console.client.session import Session
from console.client.setup import ConsoleSetup
from console.client.store import Store
from console.codec import decode_fact
from console.domain.access import Actor, Role
from console.hub.config import SignedIn
from tests.hub.fakes import position
from tests.reliability.real_site import RealSite, real_site
from tests.widgets.shell_kit import RESOURCES
from widgets.actions import Actions
from widgets.bridge import Bridge
from widgets.common.ticker import Ticker
from widgets.freshness import Freshness
from widgets.links.links_window import LinksWindow
from widgets.links.put_aside_lines import CODE, SOURCE, STATE
from widgets.theme import Theme

CONSOLE = "desk-1"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[RealSite]:
    with real_site(tmp_path) as one:
        yield one


def links_of(
    site: RealSite, session: SignedIn, theme: Theme, qtbot: QtBot
) -> Iterator[LinksWindow]:
    """The links panel of a console that follows the hub as `session`."""
    store = Store()
    bridge = Bridge(store)
    setup = ConsoleSetup(
        endpoints=(f"tcp://127.0.0.1:{site.ports[1]}",),
        server_key=site.keys.public,
        public_key=site.console_keys.public,
        secret_key=site.console_keys.secret,
        token=session.token,
        console_id=CONSOLE,
        state_folder=site.folder,
        log_folder=site.folder,
        resources=RESOURCES,
    )
    feed = feed_for(setup, bridge)
    me = Actor(session.user, session.name, Role(session.role), "", CONSOLE)
    ticker = Ticker(lambda: datetime.now(UTC))
    questions, actions = Questions(feed), Actions(store, Session(feed), me)
    fresh = Freshness(ticker.now)
    bridge.link_changed.connect(fresh.take_link)
    bridge.answered.connect(actions.settle)
    bridge.answered.connect(questions.take_result)
    bridge.rows_came.connect(lambda came: questions.take_rows(came.query_id, came.rows))
    links = LinksWindow(store, theme, ticker, fresh=fresh, actions=actions, questions=questions)
    bridge.changed.connect(links.apply)
    qtbot.addWidget(links)
    feed.start()
    qtbot.waitUntil(lambda: fresh.up and bool(store.grids), timeout=5000)
    links.show()
    with qtbot.waitSignal(links.quarantine.shown):
        links.quarantine.open()
    yield links
    feed.close()


@pytest.fixture
def links(site: RealSite, theme: Theme, qtbot: QtBot) -> Iterator[LinksWindow]:
    """After the hub has refused one event of a type it does not know, and one that is nonsense."""
    session = site.seat("zhou", Role.SHIFT_LEADER)
    site.start_hub()
    known = items._BODIES
    with pytest.MonkeyPatch.context() as older:
        older.setattr(items, "_BODIES", {k: v for k, v in known.items() if k != "unit.position"})
        source = site.source("patrol")
        source.publish("unit.position", "patrol-1", 4, position("patrol-1"))
        source.publish("venue.presence", "v1", 4, {"venue": 7})
        assert source.drain(5)
    yield from links_of(site, session, theme, qtbot)


def submit(links: LinksWindow, row: int, qtbot: QtBot) -> str:
    """Press the button on the event in `row`; what is said of it."""
    view = links.quarantine
    view.table.setCurrentIndex(view.model.index(row, 0))
    with qtbot.waitSignal(view.shown):  # the list is asked for again once there is an answer
        qtbot.mouseClick(view.again, Qt.MouseButton.LeftButton)
    return view.answer.text()


@pytest.mark.expects_log("the hub put event . aside")
def test_the_list_shows_what_was_refused_and_takes_it_in_once_it_is_known(
    links: LinksWindow, site: RealSite, qtbot: QtBot
) -> None:
    model = links.quarantine.model
    cells = [model.line(row).cells for row in range(model.rowCount())]
    assert [one[SOURCE] for one in cells] == ["patrol", "patrol"]
    assert [one[CODE].rpartition(" ")[2] for one in cells] == ["BODY", "UNKNOWN_TYPE"]
    assert "taken in" in submit(links, 1, qtbot)
    assert model.line(1).cells[STATE] == "Taken in"
    again = submit(links, 0, qtbot)
    assert again
    assert "was taken in" not in again
    assert model.line(0).cells[STATE] == "Can be submitted again"
    site.stop_hub()
    told = [decode_fact(item.data).name for item in site.real.facts_after(0, 50)]
    assert told.count("UnitMoved") == 1


def test_an_operator_is_told_who_may_see_it(site: RealSite, theme: Theme, qtbot: QtBot) -> None:
    session = site.seat("li", Role.OPERATOR)
    site.start_hub()
    for links in links_of(site, session, theme, qtbot):
        assert links.quarantine.model.rowCount() == 0
        assert "Shift leaders" in links.quarantine.table.empty_words()
