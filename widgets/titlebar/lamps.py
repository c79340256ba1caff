"""The row of lamps: hub, sources, cameras, conference, disk."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.client.link_status import LinkStatus
from console.client.store import Changes, Store
from console.domain.camera import CameraState
from console.domain.facts import Kind
from console.domain.link import LinkState
from console.domain.venue import VenueState
from widgets.common.lamp import Lamp, LampState
from widgets.i18n.texts import Texts
from widgets.theme import Theme

LATE_S = 3.0
"""From this age on the hub counts as late."""
_FEW = 0.9
"""Below this share of cameras online their lamp warns."""
_HALF = 0.5
_GIB = 1 << 30
_ANSWERS = frozenset({VenueState.ONLINE, VenueState.WEAK, VenueState.RINGING, VenueState.IN_CALL})


class Lamps(QWidget):
    """Five lamps; each can say why it is not green."""

    def __init__(self, store: Store, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._link: LinkStatus | None = None
        self.hub = Lamp(theme)
        self.sources = Lamp(theme)
        self.cameras = Lamp(theme)
        self.conference = Lamp(theme)
        self.disk = Lamp(theme)
        self.setObjectName("lamps")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for lamp in (self.hub, self.sources, self.cameras, self.conference, self.disk):
            row.addWidget(lamp)
            lamp.show_state(LampState.OFF, "")
        self._show_hub(None)

    def show_link(self, link: LinkStatus, now: datetime) -> None:
        """The feed went up or down, or was heard."""
        self._link = link
        self._show_hub(now)

    def apply(self, changes: Changes, now: datetime) -> None:
        """Follow the store."""
        if changes.touched(Kind.LINK):
            self._show_sources()
        if changes.touched(Kind.CAMERA):
            self._show_cameras()
        if changes.touched(Kind.VENUE):
            self._show_conference()
        if changes.touched(Kind.HEALTH):
            self._show_disk()

    def tick(self, now: datetime) -> None:
        """Bring the hub's age up to date."""
        self._show_hub(now)

    def _show_hub(self, now: datetime | None) -> None:
        link = self._link
        if link is None or now is None:
            self.hub.show_state(LampState.OFF, self.tr("Hub …"))
            return
        heard = link.heard_at or link.since
        age = max(0.0, (now - heard).total_seconds())
        text = self.tr("Hub {age}").format(age=Texts.age(age))
        if not link.up:
            self.hub.show_state(
                LampState.BAD, self.tr("Hub down {age}").format(age=Texts.rough(age))
            )
        elif age > LATE_S:
            self.hub.show_state(LampState.WARN, text)
        else:
            self.hub.show_state(LampState.OK, text)
        self.hub.setToolTip(
            self.tr("{endpoint} · round trip {ms} ms").format(
                endpoint=link.endpoint or "–", ms=f"{link.rtt_ms:.1f}"
            )
        )

    def _show_sources(self) -> None:
        links = list(self._store.links.values())
        up = sum(link.state is LinkState.UP for link in links)
        down = [link.name for link in links if link.state is not LinkState.UP]
        state = LampState.OK if links and not down else LampState.WARN
        if links and not up:
            state = LampState.BAD
        text = self.tr("Sources {up}/{all}").format(up=up, all=len(links))
        self.sources.show_state(state if links else LampState.OFF, text)
        self.sources.setToolTip(
            self.tr("Silent: {names}").format(names="、".join(down)) if down else ""
        )

    def _show_cameras(self) -> None:
        cameras = self._store.cameras
        online = sum(camera.state is CameraState.ONLINE for camera in cameras.values())
        share = online / len(cameras) if cameras else 0.0
        state = LampState.OK if share >= _FEW else LampState.WARN
        if share < _HALF:
            state = LampState.BAD if online or not self._unknown() else LampState.OFF
        text = self.tr("Cameras {online}/{all}").format(online=online, all=len(cameras))
        self.cameras.show_state(state if cameras else LampState.OFF, text)

    def _unknown(self) -> bool:
        return all(c.state is CameraState.UNKNOWN for c in self._store.cameras.values())

    def _show_conference(self) -> None:
        venues = self._store.venues.values()
        answering = sum(venue.state in _ANSWERS for venue in venues)
        state = LampState.OK if answering == len(venues) else LampState.WARN
        self.conference.show_state(
            state if answering else LampState.OFF,
            self.tr("Venues {up}/{all}").format(up=answering, all=len(venues)),
        )

    def _show_disk(self) -> None:
        health = self._store.health
        if health is None:
            return
        free = self.tr("{size} GB free").format(size=f"{health.disk_free_bytes / _GIB:.1f}")
        if health.disk_low:
            self.disk.show_state(LampState.BAD, self.tr("Disk {free}").format(free=free))
        else:
            self.disk.show_state(LampState.OK, self.tr("Disk"))
        self.disk.setToolTip(free)
