"""The cameras that an alarm about dropped cameras stands for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.client.listing import SortKey
from console.client.store import Store
from console.domain.alarm import Alarm
from console.domain.camera_drop import CAMERAS_DOWN, dropped_with
from widgets.alarms.member_list import MemberList
from widgets.common.places import short_place
from widgets.i18n.texts import Texts
from widgets.queue.queue_row import QueueRow
from widgets.theme import Theme


class CameraMembers(QWidget):
    """Every single one of them; hidden for alarms of other kinds."""

    wanted = Signal(str)
    """The id of a camera to show on the map."""

    def __init__(self, store: Store, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._level = 4
        self.list = MemberList(theme, self._sort_key, self._row)
        self.list.wanted.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.list)

    def show_alarm(self, alarm: Alarm) -> None:
        """List the cameras of an alarm."""
        ours = alarm.type == CAMERAS_DOWN
        self.setVisible(ours)
        if ours:
            self._level = alarm.level
            cameras = self._store.cameras.values()
            self.list.show_keys(one.id for one in cameras if dropped_with(alarm, one))

    def _sort_key(self, key: str) -> SortKey | None:
        camera = self._store.cameras.get(key)
        return (camera.number,) if camera is not None else None

    def _row(self, key: str) -> QueueRow:
        camera = self._store.cameras[key]
        since = Texts.clock(camera.state_since) if camera.state_since else ""
        return QueueRow(
            level=self._level,
            title=f"{camera.number} {camera.name}",
            place=short_place(self._store, camera.grid),
            right=since,
            tone="muted",
            who=camera.reason,
        )
