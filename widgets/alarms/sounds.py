"""The sound of each level."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication


class Sounds(QObject):
    """Plays `level-N.wav`; beeps where there is nothing to play on. Loaded with the first sound."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._tried = False
        self._effects: dict[int, Any] = {}

    def play(self, level: int) -> None:
        """Sound once."""
        self._load()
        effect = self._effects.get(level)
        if effect is None:
            QApplication.beep()
        else:
            effect.play()

    def _load(self) -> None:
        if self._tried or QGuiApplication.platformName() == "offscreen":
            return
        self._tried = True
        media = import_module("PySide6.QtMultimedia")
        if media.QMediaDevices.defaultAudioOutput().isNull():
            return
        for level in range(1, 5):
            effect = media.QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(self._folder / f"level-{level}.wav")))
            self._effects[level] = effect
