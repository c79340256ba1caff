"""Says once that the cameras are shown by another player than the wanted one."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Slot

from console.video.fleet import Fleet
from widgets.common.ticker import Ticker
from widgets.notifications.toasts import Toasts


class PlayerNotice(QObject):
    """Waits until a player host has said what it found, and tells the operator."""

    def __init__(self, fleet: Fleet, ticker: Ticker, toasts: Toasts, parent: QObject) -> None:
        super().__init__(parent)
        self._fleet = fleet
        self._ticker = ticker
        self._toasts = toasts
        ticker.ticked.connect(self._look)

    @Slot(object)
    def _look(self, _now: datetime) -> None:
        if self._fleet.engine_reason:
            self._ticker.ticked.disconnect(self._look)
            self._toasts.tell(
                self.tr(
                    "libVLC is not installed, so the FFmpeg player shows the cameras. "
                    "For libVLC: apt install libvlc5 vlc-plugin-base"
                ),
                bad=True,
            )
