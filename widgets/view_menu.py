"""The menu of the title bar: panels, colours, full screen, keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from widgets.alarms.speech import Speech
from widgets.common.panel import Panel
from widgets.key_table import KeyTable
from widgets.shift.shift_desk import ShiftDesk
from widgets.theme import Theme

_WORK = ("case.own", "case.search", "case.heads", "tasks.show")


class ViewMenu(QMenu):
    """Brings panels back, switches the theme, and lists what the function keys do."""

    def __init__(
        self,
        panels: Sequence[Panel],
        theme: Theme,
        keys: KeyTable,
        reset: Callable[[], None],
        speech: Speech,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._speech = speech
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
        self._aloud = QAction(self.tr("Say alarms aloud"), self)
        self._aloud.setCheckable(True)
        self._aloud.setChecked(speech.on)
        self._aloud.triggered.connect(self._switch_voice)
        self.addAction(self._aloud)
        self.addSeparator()
        self.addActions([keys.action(name) for name in _WORK])
        self.addActions(ShiftDesk.menu(keys))
        self.addSeparator()
        self.addActions([keys.action("window.full_screen"), keys.action("window.keys")])

    def _switch_voice(self, on: bool) -> None:
        """Where there is no voice the entry says so instead of pretending."""
        self._aloud.setChecked(self._speech.switch(on))
        if on and not self._speech.on:
            self._aloud.setText(self.tr("Say alarms aloud: this computer has no voice"))
            self._aloud.setEnabled(False)
