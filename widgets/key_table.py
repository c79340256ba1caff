"""The one table of keys: what they do, where they are bound, and what the overlay lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One line of the overlay and of the manual; `keys` as the operator reads them."""

    name: str
    keys: str
    text: str


class KeyTable(QObject):
    """Every part lists its keys here once; the window binds them, the overlay shows them.

    `add` takes a name (`case.dispatch`), keys, the words for the overlay and what to do; `tell`
    only explains keys that a widget handles itself.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[str, KeyLine] = {}
        self._actions: dict[str, QAction] = {}
        self._window: QWidget | None = None

    def add(self, name: str, keys: str, text: str, act: Callable[[], object]) -> QAction:
        """Bind keys (several are parted by two spaces) to what they do in the whole window.

        The action may be put into menus. Raises ValueError where the name or a key is taken.
        """
        wanted = keys.split("  ")
        taken = {key for line in self._lines.values() for key in line.keys.split("  ")}
        if name in self._lines or taken.intersection(wanted):
            raise ValueError(f"{name}: {keys}")
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in wanted])
        action.triggered.connect(lambda _on=False: act())
        self._lines[name] = KeyLine(name, keys, text)
        self._actions[name] = action
        if self._window is not None:
            self._window.addAction(action)
        return action

    def tell(self, name: str, keys: str, text: str) -> None:
        """List keys that are handled where the keyboard is; raises ValueError on a known name."""
        if name in self._lines:
            raise ValueError(name)
        self._lines[name] = KeyLine(name, keys, text)

    def install(self, window: QWidget) -> None:
        """Let the keys work in this window, those added later too."""
        self._window = window
        window.addActions(list(self._actions.values()))

    def action(self, name: str) -> QAction:
        """The action listed as `name`; raises KeyError where there is none."""
        return self._actions[name]

    def lines(self) -> list[KeyLine]:
        """All lines: the bound keys first, each group in the order of listing."""
        bound = [line for name, line in self._lines.items() if name in self._actions]
        return bound + [line for name, line in self._lines.items() if name not in self._actions]
