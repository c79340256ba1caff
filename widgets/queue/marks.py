"""Rows that were marked to be worked together."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Marks(QObject):
    """Keys of alarms or cases. Alarms and cases are never marked at the same time."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: dict[str, None] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._keys

    @property
    def keys(self) -> tuple[str, ...]:
        """In the order in which they were marked."""
        return tuple(self._keys)

    def toggle(self, key: str) -> None:
        """Mark, or unmark."""
        if key in self._keys:
            del self._keys[key]
        else:
            self._keys[key] = None
        self.changed.emit()

    def add(self, keys: Iterable[str]) -> None:
        """Mark all of these too."""
        self._keys.update(dict.fromkeys(keys))
        self.changed.emit()

    def clear(self) -> None:
        """Nothing is marked any more."""
        if self._keys:
            self._keys.clear()
            self.changed.emit()
