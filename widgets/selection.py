"""What the operator is looking at, shared by queue, map, wall and case panel."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from console.domain.facts import Kind


@dataclass(frozen=True, slots=True)
class Selected:
    """A selected row; `wanted` says that the operator asked to be taken there."""

    kind: Kind
    key: str
    wanted: bool = False


class Selection(QObject):
    """The one current selection of a window."""

    changed = Signal(object)
    """Carries a `Selected`, or None."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current: Selected | None = None

    @property
    def current(self) -> Selected | None:
        """What is selected now."""
        return self._current

    def select(self, kind: Kind, key: str, *, wanted: bool = False) -> None:
        """Select a row; `wanted` moves the map there as well."""
        chosen = Selected(kind, key, wanted)
        if chosen != self._current or wanted:
            self._current = chosen
            self.changed.emit(chosen)

    def clear(self) -> None:
        """Select nothing."""
        if self._current is not None:
            self._current = None
            self.changed.emit(None)
