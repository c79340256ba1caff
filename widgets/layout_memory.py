"""Where the window and its panels were, per user and per set of screens."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QGuiApplication

VERSION = 1
"""Raised when panels are added or renamed, so that old layouts are not applied to new panels."""


class LayoutMemory:
    """Reads and writes `window.ini` in the state folder."""

    def __init__(self, folder: Path, user: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self._user = user

    def load(self, what: str) -> QByteArray | None:
        """Bytes saved under `what` for this user on these screens, None where there are none."""
        found = self._settings.value(f"{self._group()}/{what}")
        return found if isinstance(found, QByteArray) else None

    def save(self, what: str, data: QByteArray) -> None:
        """Keep bytes under `what`."""
        self._settings.setValue(f"{self._group()}/{what}", data)

    def word(self, what: str) -> str:
        """A word saved for this user whatever the screens, empty where there is none."""
        found = self._settings.value(f"{_short(self._user)}/{what}")
        return found if isinstance(found, str) else ""

    def keep_word(self, what: str, word: str) -> None:
        """Keep a word for this user."""
        self._settings.setValue(f"{_short(self._user)}/{what}", word)

    def switch(self, user: str) -> None:
        """From now on everything is kept for another user; what is on the screen stays."""
        self._user = user

    def write(self) -> None:
        """Write to disk now."""
        self._settings.sync()

    def _group(self) -> str:
        screens = sorted(
            f"{s.name()} {s.geometry().width()}x{s.geometry().height()}"
            f"+{s.geometry().x()}+{s.geometry().y()}"
            for s in QGuiApplication.screens()
        )
        return _short(f"{VERSION} {self._user} {' '.join(screens)}")


def _short(text: str) -> str:
    """A settings group that says nothing about the user."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
