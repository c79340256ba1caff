"""New alarms bring their cameras onto the wall."""

from __future__ import annotations

from collections.abc import Iterable

from console.client.store import Store
from console.domain.alarm import Alarm
from console.domain.camera import CameraState
from widgets.wall.board import Board
from widgets.wall.camera_choice import PER_ALARM, holds_its_tiles, worst_alarms
from widgets.wall.reasons import Reasons
from widgets.wall.slot import Slot

WORST = 2
"""Alarms of this level and worse come onto the wall."""


class AlarmFill:
    """Knows which alarms were dealt with; never touches a pinned tile."""

    def __init__(self, store: Store, board: Board, reasons: Reasons) -> None:
        self._store = store
        self._board = board
        self._reasons = reasons
        self._seen: dict[str, int] = {}

    def open_with(self) -> list[Alarm]:
        """Fill up to half of the wall with two cameras of each open alarm, the worst first."""
        half = len(self._board.visible) // 2
        fresh = worst_alarms(self._store.alarms.values(), WORST)
        for alarm in fresh:
            self._seen[alarm.id] = alarm.level
            if half > 0:
                half -= self.place(alarm, min(half, 2))
        return fresh

    def pass_over(self) -> None:
        """Take the alarms there are as dealt with, for a wall that was put back as it was."""
        for alarm in worst_alarms(self._store.alarms.values(), WORST):
            self._seen[alarm.id] = alarm.level

    def take_in(self, keys: Iterable[str] | None = None) -> list[Alarm]:
        """Place the cameras of new alarms among `keys` (None: all); return those that were new."""
        alarms = self._store.alarms
        rows = alarms.values() if keys is None else (alarms[key] for key in keys if key in alarms)
        fresh = [a for a in worst_alarms(rows, WORST) if self._seen.get(a.id, WORST + 1) > a.level]
        for alarm in fresh:
            self._seen[alarm.id] = alarm.level
            self.place(alarm)
        if keys is None:
            self._seen = {key: level for key, level in self._seen.items() if key in alarms}
        return fresh

    def place(self, alarm: Alarm, most: int = PER_ALARM) -> int:
        """Put up to `most` of an alarm's online cameras on the wall; return how many are there."""
        count = 0
        # never more than half a wall for one alarm
        most = max(1, min(most, len(self._board.visible) // 2))
        for key in alarm.cameras:
            camera = self._store.cameras.get(key)
            if count == most:
                break
            if camera is None or camera.state is CameraState.OFFLINE:
                continue
            tile = self._board.find(key)
            if tile is None:
                tile = self._board.room(alarm.level, self.holds)
            if tile is None:
                break
            slot = self._board.slots[tile]
            if slot.camera == key and slot.level and slot.level < alarm.level:
                continue
            pinned = slot.pinned and slot.camera == key
            reason = self._reasons.alarm(camera, alarm.place)
            self._board.place(tile, key, reason, alarm.level, alarm.id)
            slot.pinned = pinned
            count += 1
        return count

    def let_go(self) -> bool:
        """Take the level off tiles whose alarm is over; their cameras stay."""
        changed = False
        for slot in self._board.slots:
            alarm = self._store.alarms.get(slot.alarm) if slot.alarm else None
            if slot.alarm and (alarm is None or not alarm.open):
                slot.alarm, slot.level, slot.reason = "", 0, ""
                changed = True
        return changed

    def holds(self, slot: Slot) -> bool:
        """Whether a slot's alarm still keeps its tile."""
        return holds_its_tiles(self._store.alarms.get(slot.alarm))
