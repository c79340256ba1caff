"""The menu of the title bar: panels, colours, full screen, keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from widgets.common.panel import Panel
from widgets.theme import Theme


class ViewMenu(QMenu):
    """Brings panels back, switches the theme, and lists what the function keys do."""

    def __init__(
        self,
        panels: Sequence[Panel],
        theme: Theme,
        *,
        reset: Callable[[], None],
        full_screen: Callable[[], None],
        keys: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        for panel in panels:
            self.addAction(panel.toggleViewAction())
        self.addAction(self.tr("Put all panels back"), reset)
        self.addSeparator()
        group = QActionGroup(self)
        for name, words in (("dark", self.tr("Dark colours")), ("light", self.tr("Light colours"))):
            action = QAction(words, self)
            action.setCheckable(True)
            action.setChecked(theme.name == name)
            action.triggered.connect(lambda _on=False, n=name: theme.switch(n))
            group.addAction(action)
            self.addAction(action)
        self.addSeparator()
        self._add(self.tr("Full screen"), "F11", full_screen)
        self._add(self.tr("Keys"), "F1", keys)

    def _add(self, words: str, key: str, act: Callable[[], None]) -> None:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(act)
        self.addAction(action)
