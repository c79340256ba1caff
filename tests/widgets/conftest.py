from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from console.client.store import Store
from tests.builders import build_store
from widgets.selection import Selection
from widgets.theme import Theme

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


_DEFERRED_DELETE = int(QEvent.Type.DeferredDelete)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(RESOURCES / "theme", "dark")


@pytest.fixture
def store() -> Store:
    return build_store()


@pytest.fixture
def small_store() -> Store:
    return build_store(grids=20, cameras=30, cases=8, alarms=4, units=5)


@pytest.fixture
def selection(qapp: QApplication) -> Selection:
    return Selection()


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window or a running top-level timer behind."""
    before = {id(widget) for widget in QApplication.topLevelWidgets()}
    yield
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()
    left = _strays(before)
    if left:
        gc.collect()
        QApplication.sendPostedEvents(None, _DEFERRED_DELETE)
        left = _strays(before)
    assert not left, f"left behind: {left}"
    # Hidden ones would pile up, and be styled again at every change of the theme.
    for widget in QApplication.topLevelWidgets():
        if id(widget) not in before:
            widget.deleteLater()
    QApplication.sendPostedEvents(None, _DEFERRED_DELETE)


def _strays(before: set[int]) -> list[QObject]:
    windows = [
        widget
        for widget in QApplication.topLevelWidgets()
        if id(widget) not in before and widget.isVisible()
    ]
    timers = [
        timer for window in windows for timer in window.findChildren(QTimer) if timer.isActive()
    ]
    return [*windows, *timers]
