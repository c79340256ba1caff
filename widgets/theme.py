"""Colours by purpose, from the theme's tokens, and the style sheet they fill."""

from __future__ import annotations

import tomllib
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

THEMES = ("dark", "light")


class Theme(QObject):
    """The colours in force. Painters ask at paint time, so a switch needs only a repaint."""

    changed = Signal()

    def __init__(self, folder: Path, name: str = "dark", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens: dict[str, dict[str, str]] = tomllib.loads(
            (folder / "tokens.toml").read_text(encoding="utf-8")
        )
        self._template = Template((folder / "app.qss").read_text(encoding="utf-8"))
        self._colors: dict[str, QColor] = {}
        self._name = name
        self._load()

    def _load(self) -> None:
        self._colors = {token: QColor(value) for token, value in self._tokens[self._name].items()}

    @property
    def name(self) -> str:
        """`dark` or `light`."""
        return self._name

    def switch(self, name: str) -> None:
        """Change to another theme; raises KeyError where there is none of that name."""
        if name != self._name:
            self._name = name
            self._load()
            self.changed.emit()

    def color(self, token: str) -> QColor:
        """The colour of a purpose (`panel`, `text`, `ok` …); raises KeyError on an unknown one."""
        return self._colors[token]

    def level(self, level: int) -> QColor:
        """The colour reserved for a response level or severity, 1–4."""
        return self._colors[f"level_{level}"]

    def style_sheet(self) -> str:
        """The application's style sheet with this theme's colours."""
        return self._template.substitute(self._tokens[self._name])
