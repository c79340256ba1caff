"""The links panel: every link with its figures, honest about what it does not know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.client.link_status import LinkStatus
from console.client.store import Changes, Store
from console.domain.facts import Kind
from console.domain.link import ConsoleLink, Link, LinkClass, LinkState
from tests.builders import NOW, build_health
from tests.widgets.shell_kit import Shell, fact
from widgets.common.lamp import LampState
from widgets.fonts import app_font
from widgets.links.link_line import (
    DUPLICATES,
    GAPS,
    LAG,
    LAST,
    NAME,
    OFFSET,
    QUARANTINED,
    RATE,
    STATE,
    TRIP,
    WAITING,
    LinkLine,
)
from widgets.links.links_window import LinksWindow
from widgets.main_window import MainWindow
from widgets.theme import Theme


@pytest.fixture
def shell(small_store: Store, theme: Theme) -> Shell:
    return Shell(small_store, theme)


@pytest.fixture
def window(qtbot: QtBot, shell: Shell, tmp_path: Path) -> Iterator[MainWindow]:
    before = QApplication.font()
    QApplication.setFont(app_font())
    window = shell.window(tmp_path)
    window.resize(1920, 1080)
    window.show()
    window.apply(Changes(reset=True))
    window.tick(NOW)
    yield window
    window.close()
    QApplication.setFont(before)


@pytest.fixture
def links(window: MainWindow) -> LinksWindow:
    window.parts.show_links()
    return window.parts.links


def change(window: MainWindow, shell: Shell, source: str, **changes: object) -> Link:
    """The hub tells that a link is another way now."""
    link = replace(shell.store.links[source], **changes)
    window.apply(shell.store.apply([fact(Kind.LINK, source, link)]))
    return link


def line_of(links: LinksWindow, source: str) -> LinkLine:
    lines = [links.model.line(row) for row in range(links.model.rowCount())]
    return next(line for line in lines if line.key == source)


@pytest.mark.parametrize("lamp", ["hub", "sources", "disk"])
def test_a_lamp_opens_it_by_click_and_by_key(window: MainWindow, qtbot: QtBot, lamp: str) -> None:
    button = getattr(window.parts.title_bar.lamps, lamp)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.parts.links.isVisible()
    qtbot.keyClick(window.parts.links, Qt.Key.Key_Escape)
    assert not window.parts.links.isVisible()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert window.parts.links.isVisible()


def test_ctrl_l_opens_it(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.parts.links.isVisible()


def test_every_source_and_the_own_feed_have_a_line(links: LinksWindow, shell: Shell) -> None:
    names = [links.model.line(row).cells[NAME] for row in range(links.model.rowCount())]
    assert names[0] == "This console, its feed"
    assert sorted(names[1:]) == sorted(link.name for link in shell.store.links.values())


def test_the_figures_of_a_link_are_shown(
    window: MainWindow, links: LinksWindow, shell: Shell
) -> None:
    change(
        window,
        shell,
        "sensors",
        rate=12.5,
        lag_ms=61_000.0,
        acked=98123,
        gaps=14,
        duplicates=120,
        quarantined=3,
        clock_offset_ms=-1834.0,
        rtt_ms=2.04,
    )
    line = line_of(links, "sensors")
    shown = [
        line.cells[column]
        for column in (STATE, RATE, LAG, LAST, GAPS, DUPLICATES, QUARANTINED, OFFSET, TRIP)
    ]
    assert shown == ["Up", "12.5", "1 min", "98,123", "14", "120", "3", "-1834 ms", "2.0 ms"]
    assert set(line.tones) == {LAG, GAPS, QUARANTINED, OFFSET}


def test_a_link_that_goes_down_is_red_at_once_and_stands_first(
    window: MainWindow, links: LinksWindow, shell: Shell
) -> None:
    change(window, shell, "sensors", state=LinkState.DOWN, since=NOW - timedelta(seconds=12))
    line = links.model.line(1)
    assert (line.key, line.lamp, line.cells[STATE]) == ("sensors", LampState.BAD, "Down 12 s")
    shell.move_on(60)
    assert line_of(links, "sensors").cells[STATE] == "Down 1 min"


def test_a_source_that_was_never_heard_shows_no_figures(
    window: MainWindow, links: LinksWindow, shell: Shell
) -> None:
    change(window, shell, "venues", state=LinkState.NEVER, since=None)
    cells = line_of(links, "venues").cells
    assert cells[STATE] == "Never heard"
    assert set(cells[RATE:]) == {"–"}


def test_without_the_hub_no_source_is_called_up(
    window: MainWindow, links: LinksWindow, shell: Shell
) -> None:
    assert links.age() == ""
    window.parts.fresh.take_link(LinkStatus(up=False, since=NOW, detail="SILENT"))
    own, source = links.model.line(0), line_of(links, "sensors")
    assert (own.lamp, own.cells[STATE]) == (LampState.BAD, "Down 0 s")
    assert (source.lamp, source.cells[STATE]) == (LampState.OFF, "Unknown")
    shell.move_on(40)
    assert links.age() == "What you see is 40 s old"


def test_a_row_that_changes_keeps_the_place_in_the_table(
    window: MainWindow, links: LinksWindow, shell: Shell
) -> None:
    resets: list[object] = []
    links.model.modelReset.connect(lambda: resets.append(1))
    links.table.setCurrentIndex(links.model.index(3, 0))
    key = links.table.current_key()
    change(window, shell, key, rate=99.0)
    assert links.table.current_key() == key
    assert line_of(links, key).cells[RATE] == "99.0"
    assert not resets


def test_the_hub_says_how_it_is(window: MainWindow, links: LinksWindow, shell: Shell) -> None:
    health = replace(build_health(NOW), last_backup_at=NOW - timedelta(minutes=14), consoles=3)
    window.apply(shell.store.apply([fact(Kind.HEALTH, "hub", health)]))
    figures = links.facts.figures()
    assert figures[:2] == ["2 h 0 min", "3"]
    assert figures[-1] == "14 min ago"
    assert " + " in figures[5]
    assert not links.facts.faults.isVisible()
    ill = replace(health, backup_failed="E-BACKUP", audit_fault=True)
    window.apply(shell.store.apply([fact(Kind.HEALTH, "hub", ill)]))
    assert "E-BACKUP" in links.facts.faults.text()
    assert "audit log" in links.facts.faults.text()
    shared = replace(health, server="db-1/site")
    window.apply(shell.store.apply([fact(Kind.HEALTH, "hub", shared)]))
    assert " + " not in links.facts.figures()[5], "the server's log is not this store's"


def test_each_console_the_hub_sees_has_a_line(
    window: MainWindow, links: LinksWindow, shell: Shell
) -> None:
    attached = (ConsoleLink("desk-1", NOW), ConsoleLink("desk-2", NOW, behind=4200, rtt_ms=3.26))
    health = replace(build_health(NOW), attached=attached, consoles=2)
    window.apply(shell.store.apply([fact(Kind.HEALTH, "hub", health)]))
    lines = [links.model.line(links.model.rowCount() - back) for back in (2, 1)]
    assert [line.cells[NAME] for line in lines] == ["Console desk-1", "Console desk-2"]
    assert [line.cells[WAITING] for line in lines] == ["0", "4,200"]
    assert [line.cells[TRIP] for line in lines] == ["–", "3.3 ms"]
    assert [WAITING in line.tones for line in lines] == [False, True]
    assert all(len(line.cells) == links.model.columnCount() for line in lines)


def test_what_waits_at_a_source_is_only_known_while_it_is_up(
    window: MainWindow, links: LinksWindow, shell: Shell
) -> None:
    change(window, shell, "sensors", waiting=2400)
    line = line_of(links, "sensors")
    assert (line.cells[WAITING], WAITING in line.tones) == ("2,400", True)
    change(window, shell, "sensors", state=LinkState.DOWN, since=NOW)
    line = line_of(links, "sensors")
    assert (line.cells[WAITING], WAITING in line.tones) == ("Unknown", False)


def test_a_source_that_cannot_know_its_losses_does_not_claim_none(
    window: MainWindow, links: LinksWindow, shell: Shell
) -> None:
    change(window, shell, "sensors", promise=LinkClass.NO_GAP_DETECTION)
    line = line_of(links, "sensors")
    assert (line.cells[GAPS], GAPS in line.tones) == ("Not told", False)
    change(window, shell, "sensors", promise=LinkClass.BEST_EFFORT)
    line = line_of(links, "sensors")
    assert (line.cells[GAPS], GAPS in line.tones) == ("May lose", True)


def test_closed_it_costs_nothing(window: MainWindow, shell: Shell) -> None:
    change(window, shell, "sensors", rate=99.0)
    assert window.parts.links.model.rowCount() == 0
    assert shell.feed.asked == []
