"""The theme applied to the whole application: style sheet and palette."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from widgets.theme import Theme

_ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "panel_head",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "button",
    QPalette.ColorRole.ButtonText: "button_text",
    QPalette.ColorRole.ToolTipBase: "field_deep",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Highlight: "selected",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "accent",
}


class Appearance(QObject):
    """Follows the theme."""

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(theme)
        self._app = app
        self._theme = theme
        app.setStyle("Fusion")
        theme.changed.connect(self.apply)
        self.apply()

    def apply(self) -> None:
        """Put the theme's colours in force."""
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self._theme.color(token))
        for role in (
            QPalette.ColorRole.Text,
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self._theme.color("muted"))
        self._app.setPalette(palette)
        self._app.setStyleSheet(self._theme.style_sheet())
