"""A source that falls silent or a hub that ails is as loud as an alarm."""

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
from console.domain.link import LinkState
from tests.builders import NOW, build_health
from tests.widgets.shell_kit import Shell, fact
from widgets.alarms.annunciator import Annunciator
from widgets.alarms.speech import Speech
from widgets.common.lamp import LampState
from widgets.fonts import app_font
from widgets.links.trouble_banner import TroubleBanner
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
    window.show()
    window.apply(Changes(reset=True))
    window.tick(NOW)
    yield window
    window.close()
    QApplication.setFont(before)


@pytest.fixture
def banner(window: MainWindow) -> TroubleBanner:
    return window.parts.trouble_banner


def put(window: MainWindow, shell: Shell, source: str, state: LinkState) -> None:
    """The hub tells that a link is up or down since now."""
    link = replace(shell.store.links[source], state=state, since=shell.moment)
    window.apply(shell.store.apply([fact(Kind.LINK, source, link)]))


def ail(window: MainWindow, shell: Shell, **flags: object) -> None:
    """The hub tells how it is."""
    health = replace(build_health(NOW), **flags)
    window.apply(shell.store.apply([fact(Kind.HEALTH, "hub", health)]))


def test_all_is_quiet_while_all_is_well(banner: TroubleBanner) -> None:
    assert not banner.isVisible()
    assert banner.text() == ""


def test_a_silent_source_is_told_with_the_same_batch_and_stays_until_it_is_up(
    window: MainWindow, shell: Shell, banner: TroubleBanner
) -> None:
    put(window, shell, "sensors", LinkState.DOWN)
    assert banner.isVisible()
    assert shell.store.links["sensors"].name in banner.text()
    assert window.parts.title_bar.lamps.sources.state is LampState.BAD
    shell.move_on(3600)
    assert banner.isVisible()
    assert "1 h" in banner.text()
    put(window, shell, "sensors", LinkState.UP)
    assert not banner.isVisible()
    assert window.parts.title_bar.lamps.sources.state is LampState.OK


def test_acknowledged_it_goes_but_the_lamp_stays_and_the_next_one_shows(
    window: MainWindow, shell: Shell, banner: TroubleBanner, qtbot: QtBot
) -> None:
    put(window, shell, "sensors", LinkState.DOWN)
    qtbot.mouseClick(banner.seen_button, Qt.MouseButton.LeftButton)
    shell.move_on(1)
    assert not banner.isVisible()
    assert window.parts.title_bar.lamps.sources.state is LampState.BAD
    put(window, shell, "analytics", LinkState.DOWN)
    assert banner.isVisible()
    assert shell.store.links["analytics"].name in banner.text()
    assert shell.store.links["sensors"].name not in banner.text()
    qtbot.mouseClick(banner.seen_button, Qt.MouseButton.LeftButton)
    put(window, shell, "sensors", LinkState.UP)
    shell.move_on(1)
    put(window, shell, "sensors", LinkState.DOWN)
    assert banner.isVisible()


def test_the_banner_opens_the_links(
    window: MainWindow, shell: Shell, banner: TroubleBanner, qtbot: QtBot
) -> None:
    put(window, shell, "sensors", LinkState.DOWN)
    qtbot.mouseClick(banner.show_button, Qt.MouseButton.LeftButton)
    assert window.parts.links.isVisible()


def test_a_hub_just_started_gives_the_sources_it_knows_ten_seconds(
    window: MainWindow, shell: Shell, banner: TroubleBanner
) -> None:
    ail(window, shell, started_at=NOW)
    link = replace(shell.store.links["sensors"], state=LinkState.DOWN, since=None)
    window.apply(shell.store.apply([fact(Kind.LINK, "sensors", link)]))
    shell.move_on(9)
    assert not banner.isVisible()
    assert window.parts.title_bar.lamps.sources.state is LampState.BAD
    shell.move_on(2)
    assert banner.isVisible()


@pytest.mark.parametrize(
    ("flags", "lamp", "word"),
    [
        ({"write_failed": "E-STORE"}, "Storing fails", "E-STORE"),
        ({"disk_low": True, "disk_free_bytes": 1 << 29}, "Disk 0.5 GB free", "almost full"),
        ({"audit_fault": True}, "Audit log damaged", "lost rows"),
        ({"backup_failed": "E-BACKUP"}, "Backup failed", "E-BACKUP"),
    ],
)
def test_each_fault_of_the_hub_has_a_lamp_and_a_sentence(
    window: MainWindow,
    shell: Shell,
    banner: TroubleBanner,
    flags: dict[str, object],
    lamp: str,
    word: str,
) -> None:
    ail(window, shell, **flags)
    disk = window.parts.title_bar.lamps.disk
    assert (disk.state, disk.text) == (LampState.BAD, lamp)
    assert word in disk.toolTip()
    assert word in banner.text()
    ail(window, shell)
    assert (disk.state, disk.text) == (LampState.OK, "Disk")
    assert not banner.isVisible()


def test_it_sounds_once_for_each_thing_that_is_new(
    window: MainWindow, shell: Shell, banner: TroubleBanner
) -> None:
    still = Shell(shell.store, shell.theme).ticker
    sound = Annunciator(shell.store, still, lambda _level: None, Speech())
    sounded: list[int] = []
    banner.rose.connect(lambda: sounded.append(1))
    banner.rose.connect(sound.call)
    put(window, shell, "sensors", LinkState.DOWN)
    shell.move_on(5)
    shell.move_on(5)
    assert (sounded, sound.sounded) == ([1], 1)
    put(window, shell, "analytics", LinkState.DOWN)
    assert sounded == [1, 1]


def test_without_the_hub_nothing_that_only_it_knows_is_green(
    window: MainWindow, shell: Shell
) -> None:
    lamps = window.parts.title_bar.lamps
    assert (lamps.sources.state, lamps.disk.state) == (LampState.OK, LampState.OK)
    window.parts.fresh.take_link(LinkStatus(up=False, since=NOW, detail="SILENT"))
    assert (lamps.sources.state, lamps.disk.state) == (LampState.OFF, LampState.OFF)
    window.parts.fresh.take_link(LinkStatus(up=True, since=NOW))
    assert (lamps.sources.state, lamps.disk.state) == (LampState.OK, LampState.OK)


def test_many_silent_sources_fit_one_line(
    window: MainWindow, shell: Shell, banner: TroubleBanner
) -> None:
    for turn, source in enumerate(list(shell.store.links)):
        shell.moment += timedelta(seconds=turn)
        put(window, shell, source, LinkState.DOWN)
    assert " and 4 more" in banner.text()
