"""An alarm in a few words."""

from __future__ import annotations

from console.domain.alarm import Alarm


def alarm_words(alarm: Alarm) -> str:
    """Title and measured value; a bare count of one says nothing."""
    return alarm.title if alarm.value in ("", "1") else f"{alarm.title} {alarm.value}"
