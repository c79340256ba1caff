"""What befalls alarms as time passes: filters met, delays over, shelves and mutes at their end."""

from __future__ import annotations

from dataclasses import replace

from console.domain.alarm import Alarm, AlarmState
from console.domain.alarm_rules import AlarmRules
from console.domain.camera_drop import CAMERAS_DOWN
from console.services.alarm_book import AlarmBook
from console.services.alarm_filter import AlarmFilter
from console.services.camera_watch import CameraWatch
from console.services.work import Work


class AlarmClock:
    """Looks at everything that is due; all moments are in the store, none is lost by a restart."""

    def __init__(
        self, rules: AlarmRules, book: AlarmBook, filters: AlarmFilter, cameras: CameraWatch
    ) -> None:
        self._rules = rules
        self._book = book
        self._filters = filters
        self._cameras = cameras

    def run(self, work: Work) -> None:
        """Do what is due now."""
        for waiting in work.uow.waiting.due(work.now):
            if waiting.alarm.type == CAMERAS_DOWN:
                self._cameras.due(work, waiting)
            else:
                self._filters.due(work, waiting, self._rules.rule(waiting.alarm.type))
        for alarm in work.uow.alarms.all_open():
            self._look_at(work, alarm)

    def _look_at(self, work: Work, alarm: Alarm) -> None:
        now = work.now
        if alarm.returns_at is not None and alarm.returns_at <= now:
            latch = self._rules.rule(alarm.type).latch
            alarm = alarm.returned(now, latch=latch)
            self._book.change(work, "AlarmReturned", alarm)
        shelf = alarm.suppression if alarm.state is AlarmState.SHELVED else None
        if shelf is not None and shelf.until is not None and shelf.until <= now:
            self._book.change(work, "AlarmUnshelved", alarm.restored())
        elif alarm.mute is not None and alarm.mute.until <= now:
            sounding = replace(alarm, mute=None, version=alarm.version + 1)
            self._book.change(work, "AlarmUnmuted", sounding)
