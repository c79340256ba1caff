"""What people put on an alarm, in words."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from console.domain.alarm import Alarm
from widgets.i18n.texts import Texts


class AlarmTexts:
    """Shelf, mute and note; all static, grouped for their translations."""

    @staticmethod
    def tr(source: str) -> str:
        """Translate in this class's own context."""
        return QCoreApplication.translate("AlarmTexts", source)

    @classmethod
    def until(cls, alarm: Alarm, now: datetime) -> str:
        """Until when it is put aside; empty where it is not or where that is open."""
        shelf = alarm.suppression
        if shelf is None or shelf.until is None:
            return ""
        return AlarmTexts.tr("until {time}").format(time=Texts.short_clock(shelf.until, now))

    @classmethod
    def aside(cls, alarm: Alarm, now: datetime) -> str:
        """Until when, by whom and why it is shelved or out of service."""
        shelf = alarm.suppression
        if shelf is None:
            return ""
        since = AlarmTexts.tr("since {time}").format(time=Texts.short_clock(shelf.since, now))
        return " · ".join((cls.until(alarm, now) or since, shelf.by, shelf.reason))

    @classmethod
    def muted(cls, alarm: Alarm, now: datetime) -> str:
        """Until when and by whom its sound is silenced."""
        if alarm.mute is None:
            return ""
        time = Texts.short_clock(alarm.mute.until, now)
        return f"{AlarmTexts.tr('until {time}').format(time=time)} · {alarm.mute.by}"

    @classmethod
    def note(cls, alarm: Alarm, now: datetime) -> str:
        """The note, who wrote it and when."""
        note = alarm.note
        if note is None:
            return ""
        return f"{note.text} · {note.by} {Texts.short_clock(note.at, now)}"
