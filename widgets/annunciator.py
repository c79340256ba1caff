"""The sound of a new alarm of level 1 or 2, repeated for level 1 until somebody has seen it."""

from __future__ import annotations

from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from console.client.store import Changes, Store
from console.domain.alarm import AlarmState
from console.domain.facts import Kind
from widgets.common.ticker import Ticker

REPEAT = timedelta(seconds=4)
FOLD = timedelta(seconds=60)
"""In a flood of level 2, one sound stands for all alarms of a minute."""


class Annunciator(QObject):
    """Sounds and never takes the focus. QtMultimedia is loaded with the first sound."""

    def __init__(
        self, store: Store, ticker: Ticker, folder: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._ticker = ticker
        self._folder = folder
        self._effect: Any = None
        self._tried = False
        self._last: datetime | None = None
        self.sounded = 0
        ticker.ticked.connect(self._tick)

    def apply(self, changes: Changes) -> None:
        """Sound for new alarms of level 1–2 in a batch."""
        if changes.reset:
            return
        keys = changes.upserted.get(Kind.ALARM, frozenset())
        fresh = [self._store.alarms[key] for key in keys if key in self._store.alarms]
        waiting = [a for a in fresh if a.state is AlarmState.UNACKNOWLEDGED and a.level <= 2]
        if not waiting:
            return
        worst = min(alarm.level for alarm in waiting)
        if self._due(self._ticker.now(), REPEAT if worst == 1 else FOLD):
            self._sound()

    def call(self) -> None:
        """Sound once for something that is no alarm but as urgent: a link that fell silent."""
        if self._due(self._ticker.now(), REPEAT):
            self._sound()

    def _tick(self, now: datetime) -> None:
        ringing = any(
            alarm.level == 1 and alarm.state is AlarmState.UNACKNOWLEDGED
            for alarm in self._store.alarms.values()
        )
        if ringing and self._due(now, REPEAT):
            self._sound()

    def _due(self, now: datetime, pause: timedelta) -> bool:
        return self._last is None or now - self._last >= pause

    def _sound(self) -> None:
        self._last = self._ticker.now()
        self.sounded += 1
        effect = self._loaded()
        if effect is None:
            QApplication.beep()
        else:
            effect.play()

    def _loaded(self) -> Any:
        if not self._tried and QGuiApplication.platformName() != "offscreen":
            self._tried = True
            media = import_module("PySide6.QtMultimedia")
            if not media.QMediaDevices.defaultAudioOutput().isNull():
                self._effect = media.QSoundEffect(self)
                self._effect.setSource(QUrl.fromLocalFile(str(self._folder / "alarm.wav")))
        return self._effect
