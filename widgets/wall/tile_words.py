"""What a tile says when it has no live picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from console.domain.camera import Camera, CameraState
from console.video.types import TileState, TileStatus
from widgets.i18n.mark import QT_TRANSLATE_NOOP
from widgets.wall.tile_icons import Icon

_SENTENCES: Mapping[TileState, str] = {
    TileState.IDLE: QT_TRANSLATE_NOOP("TileWords", "Waiting"),
    TileState.CONNECTING: QT_TRANSLATE_NOOP("TileWords", "Connecting"),
    TileState.LATE: QT_TRANSLATE_NOOP("TileWords", "Picture late"),
    TileState.FROZEN: QT_TRANSLATE_NOOP("TileWords", "Picture frozen"),
    TileState.NO_PICTURE: QT_TRANSLATE_NOOP("TileWords", "Connected, no picture"),
    TileState.REFUSED: QT_TRANSLATE_NOOP("TileWords", "Camera refuses access"),
    TileState.GONE: QT_TRANSLATE_NOOP("TileWords", "Camera not reachable"),
}
_SHORT: Mapping[TileState, str] = {
    TileState.IDLE: QT_TRANSLATE_NOOP("TileWords", "waiting {age}"),
    TileState.CONNECTING: QT_TRANSLATE_NOOP("TileWords", "connecting {age}"),
    TileState.LATE: QT_TRANSLATE_NOOP("TileWords", "late {age}"),
    TileState.FROZEN: QT_TRANSLATE_NOOP("TileWords", "frozen {age}"),
    TileState.NO_PICTURE: QT_TRANSLATE_NOOP("TileWords", "no picture {age}"),
    TileState.REFUSED: QT_TRANSLATE_NOOP("TileWords", "refused {age}"),
    TileState.GONE: QT_TRANSLATE_NOOP("TileWords", "gone {age}"),
}
_ICONS: Mapping[TileState, Icon] = {
    TileState.IDLE: Icon.TURN,
    TileState.CONNECTING: Icon.TURN,
    TileState.LATE: Icon.CLOCK,
    TileState.FROZEN: Icon.PAUSE,
    TileState.NO_PICTURE: Icon.CROSS,
    TileState.REFUSED: Icon.LOCK,
    TileState.GONE: Icon.CROSS,
}


@dataclass(frozen=True, slots=True)
class Words:
    """Headline with its icon, a line under it, and the short form for the name bar."""

    icon: Icon
    headline: str
    detail: str
    short: str


class TileWords:
    """Turns a tile's status into words of the language in force."""

    def tr(self, source: str) -> str:
        """Translate in this class's own context."""
        return QCoreApplication.translate("TileWords", source)

    def of(self, status: TileStatus, camera: Camera, last: datetime | None, now: datetime) -> Words:
        """Words for a tile that is not live; `last` is when its newest picture was taken."""
        offline = camera.state is CameraState.OFFLINE and status.state is not TileState.LATE
        age = self.age(max(0.0, (now - status.since).total_seconds()))
        if offline:
            return Words(
                Icon.CROSS,
                self.tr("Camera offline"),
                self._since(camera.state_since, now) or self._last(last, now),
                self.tr("offline"),
            )
        if status.state is TileState.CONNECTING and status.attempt > 1:
            return Words(
                Icon.TURN,
                self.tr("Reconnecting (attempt {n})").format(n=status.attempt),
                self._last(last, now),
                self.tr("reconnecting {age}").format(age=age),
            )
        return Words(
            _ICONS[status.state],
            self.tr(_SENTENCES[status.state]),
            self._detail(status, last, now),
            self.tr(_SHORT[status.state]).format(age=age),
        )

    def _detail(self, status: TileStatus, last: datetime | None, now: datetime) -> str:
        if status.state is TileState.GONE and status.retry_in_s >= 1:
            retry = self.tr("next try in {n} s").format(n=round(status.retry_in_s))
            seen = self._last(last, now)
            return f"{seen} · {retry}" if seen else retry
        return self._last(last, now) or self._since(status.since, now)

    def _last(self, last: datetime | None, now: datetime) -> str:
        return self.tr("last picture {time}").format(time=self.clock(last, now)) if last else ""

    def _since(self, since: datetime | None, now: datetime) -> str:
        return self.tr("since {time}").format(time=self.clock(since, now)) if since else ""

    def clock(self, moment: datetime, now: datetime) -> str:
        """Local time of day; with the date where it is not today's."""
        local, today = moment.astimezone(), now.astimezone()
        return local.strftime("%H:%M:%S" if local.date() == today.date() else "%m-%d %H:%M")

    def age(self, seconds: float) -> str:
        """A duration as short as it may be: 14 s, 3 min, 2 h."""
        if seconds < 100:
            return self.tr("{n} s").format(n=int(seconds))
        if seconds < 6000:
            return self.tr("{n} min").format(n=int(seconds // 60))
        return self.tr("{n} h").format(n=int(seconds // 3600))
