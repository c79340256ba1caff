"""The row of lamps: hub, sources, cameras, conference, disk."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.client.store import Changes, Store
from console.domain.camera import CameraState
from console.domain.facts import Kind
from console.domain.link import LinkState
from console.domain.venue import VenueState
from widgets.common.lamp import Lamp, LampState
from widgets.common.lamp_button import LampButton
from widgets.freshness import Freshness
from widgets.i18n.texts import Texts
from widgets.links.health_words import HealthWords
from widgets.theme import Theme

_FEW = 0.9
"""Below this share of cameras online their lamp warns."""
_HALF = 0.5
_ANSWERS = frozenset({VenueState.ONLINE, VenueState.WEAK, VenueState.RINGING, VenueState.IN_CALL})


class Lamps(QWidget):
    """Five lamps; each can say why it is not green. Hub, sources and disk open the links.

    What only the hub knows is grey, not green, while the hub is silent.
    """

    links_wanted = Signal()

    def __init__(
        self, store: Store, theme: Theme, fresh: Freshness, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._fresh = fresh
        self._up = False
        self.hub = LampButton(theme)
        self.sources = LampButton(theme)
        self.cameras = Lamp(theme)
        self.conference = Lamp(theme)
        self.disk = LampButton(theme)
        self.setObjectName("lamps")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for lamp in (self.hub, self.sources, self.cameras, self.conference, self.disk):
            row.addWidget(lamp)
            lamp.show_state(LampState.OFF, "")
        for button in (self.hub, self.sources, self.disk):
            button.pressed.connect(self.links_wanted)
        self.tick()

    def apply(self, changes: Changes) -> None:
        """Follow the store."""
        if changes.touched(Kind.LINK):
            self._show_sources()
        if changes.touched(Kind.CAMERA):
            self._show_cameras()
        if changes.touched(Kind.VENUE):
            self._show_conference()
        if changes.touched(Kind.HEALTH):
            self._show_disk()

    def tick(self) -> None:
        """Bring the hub's age up to date."""
        fresh = self._fresh
        if fresh.up is not self._up:
            self._up = fresh.up
            self._show_sources()
            self._show_disk()
        age = fresh.age_s()
        if fresh.link is None or (age is None and fresh.link.detail == ""):
            self.hub.show_state(LampState.OFF, self.tr("Hub …"))
            return
        if not fresh.up:
            down = self.tr("Hub down {age}").format(age="" if age is None else Texts.rough(age))
            self.hub.show_state(LampState.BAD, down.strip())
        else:
            late = fresh.late_s() is not None
            text = self.tr("Hub {age}").format(age=Texts.age(age or 0.0))
            self.hub.show_state(LampState.WARN if late else LampState.OK, text)
        self.hub.setToolTip(
            self.tr("Round trip {ms} ms, clock offset {offset} ms").format(
                ms=f"{fresh.link.rtt_ms:.1f}", offset=f"{fresh.link.offset_ms:+.0f}"
            )
        )

    def _show_sources(self) -> None:
        links = list(self._store.links.values())
        up = sum(link.state is LinkState.UP for link in links)
        down = [link.name for link in links if link.state is not LinkState.UP]
        state = LampState.OK if links and not down else LampState.WARN
        if any(link.state is LinkState.DOWN for link in links) or not up:
            state = LampState.BAD
        text = self.tr("Sources {up}/{all}").format(up=up, all=len(links))
        self.sources.show_state(state if links and self._up else LampState.OFF, text)
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
        """The lamp of the store: its disk while all is well, else the worst that ails it."""
        health = self._store.health
        if health is None:
            return
        ailments = HealthWords.ailments(health)
        if ailments:
            self.disk.show_state(LampState.BAD, ailments[0].lamp)
        else:
            self.disk.show_state(LampState.OK if self._up else LampState.OFF, self.tr("Disk"))
        sentences = [one.sentence for one in ailments] or [HealthWords.free(health)]
        self.disk.setToolTip("\n".join(sentences))
