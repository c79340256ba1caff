"""An alarm in a few words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from console.client.alarm_group import AlarmGroup
from console.domain.alarm import Alarm
from console.domain.camera_drop import CAMERAS_DOWN
from widgets.i18n.mark import QT_TRANSLATE_NOOP

_SYSTEM = "system."
_TITLES: Mapping[str, str] = {
    "system.cameras": QT_TRANSLATE_NOOP("AlarmWords", "Cameras offline"),
    "system.clock": QT_TRANSLATE_NOOP("AlarmWords", "Clock of a source is wrong"),
    "system.gap": QT_TRANSLATE_NOOP("AlarmWords", "Events missing"),
    "system.overflow": QT_TRANSLATE_NOOP("AlarmWords", "Events refused at the source"),
    "system.poison": QT_TRANSLATE_NOOP("AlarmWords", "Event put aside by the source"),
    "system.store": QT_TRANSLATE_NOOP("AlarmWords", "Nothing can be stored"),
}
_REFUSED = QT_TRANSLATE_NOOP("AlarmWords", "Event refused")


def alarm_title(alarm: Alarm) -> str:
    """The title as its source wrote it; those of the hub itself in the language in force."""
    if not alarm.type.startswith(_SYSTEM):
        return alarm.title
    return QCoreApplication.translate("AlarmWords", _TITLES.get(alarm.type, _REFUSED))


def alarm_words(alarm: Alarm) -> str:
    """Title and measured value; a bare count of one says nothing."""
    title = alarm_title(alarm)
    return title if alarm.value in ("", "1") else f"{title} {alarm.value}"


def group_words(group: AlarmGroup) -> str:
    """What a card is about, and for how many things it stands."""
    title = alarm_title(group.newest)
    words = QCoreApplication.translate("AlarmWords", "{count} × {title}")
    if group.newest.type == CAMERAS_DOWN:
        words = QCoreApplication.translate("AlarmWords", "{title} {count}")
    return words.format(title=title, count=group.size)
