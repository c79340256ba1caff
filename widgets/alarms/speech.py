"""Saying a call aloud, where the computer can and the operator wants it."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import QGuiApplication


class Speech(QObject):
    """Off until it is switched on; silent where Qt has no voice."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice: Any = None
        self._on = False

    @property
    def on(self) -> bool:
        """Whether calls are said aloud."""
        return self._on

    def switch(self, on: bool) -> bool:
        """Switch it on or off; whether it is on afterwards."""
        if on and self._voice is None:
            self._voice = _voice(self)
        self._on = on and self._voice is not None
        return self._on

    def say(self, words: str) -> None:
        """Say this after whatever is being said."""
        if self._on:
            self._voice.enqueue(words)


def _voice(parent: QObject) -> Any:
    """A voice for the language in force, None where there is none."""
    if QGuiApplication.platformName() == "offscreen":
        return None
    try:
        speech = import_module("PySide6.QtTextToSpeech").QTextToSpeech
    except ImportError:
        return None
    engines = [name for name in speech.availableEngines() if name != "mock"]
    if not engines:
        return None
    voice = speech(engines[0], parent)
    voice.setLocale(QLocale())
    return voice
