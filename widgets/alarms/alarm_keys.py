"""The keys of what is done with the alarm that is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from widgets.key_table import KeyTable

KEYS: Mapping[str, str] = {
    "alarm.mute": "Ctrl+M",
    "alarm.note": "Ctrl+N",
    "alarm.shelve": "Ctrl+S",
    "alarm.out": "Ctrl+O",
    "alarm.aside": "Ctrl+Shift+G",
}


class AlarmKeys(QObject):
    """Lists the keys; each acts on the alarm that `shown` names."""

    def __init__(self, shown: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = shown

    def list_in(
        self,
        keys: KeyTable,
        *,
        mute: Callable[[str], None],
        note: Callable[[str], None],
        shelve: Callable[[str], None],
        take_out: Callable[[str], None],
        show_aside: Callable[[], None],
    ) -> None:
        """Put all of them into the table."""
        self._add(keys, "alarm.mute", self.tr("Mute the alarm on all consoles"), mute)
        self._add(keys, "alarm.note", self.tr("Write a note on the alarm"), note)
        self._add(keys, "alarm.shelve", self.tr("Shelve the alarm"), shelve)
        self._add(keys, "alarm.out", self.tr("Alarm out of service, or back"), take_out)
        text = self.tr("Alarms that are shelved or out of service")
        keys.add("alarm.aside", KEYS["alarm.aside"], text, show_aside)

    def _add(self, keys: KeyTable, name: str, text: str, act: Callable[[str], None]) -> None:
        keys.add(name, KEYS[name], text, lambda: act(self._shown()))
