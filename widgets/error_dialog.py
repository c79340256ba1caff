"""One sentence in a window, for an error that comes before the console's own window is there."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from widgets.appearance import Appearance
from widgets.fonts import app_font
from widgets.i18n.install import install
from widgets.theme import Theme

UNSEEN = {"offscreen", "minimal", "vnc"}
"""Platforms of Qt where nobody would close the dialog."""
MOST_SHOWN = 12
"""More lines would not fit; all of them can be unfolded."""


class ErrorDialog(QMessageBox):
    """An error's sentence and the lines that belong to it."""

    def __init__(self, sentence: str, lines: Sequence[str]) -> None:
        super().__init__()
        self.setIcon(QMessageBox.Icon.Critical)
        self.setWindowTitle(self.tr("Wangge Console cannot go on"))
        self.setText(sentence)
        self.setInformativeText("\n".join(lines[:MOST_SHOWN]))
        if len(lines) > MOST_SHOWN:
            self.setDetailedText("\n".join(lines))
        self.setStandardButtons(QMessageBox.StandardButton.Close)


def show_error(sentence: str, lines: Sequence[str], resources: Path, language: str) -> None:
    """Show the error until it is closed; nothing on a platform without a screen."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    if QGuiApplication.platformName() in UNSEEN:
        return
    app.setApplicationName("wangge-console")
    app.setFont(app_font())
    translators = install(app, language, resources / "i18n")
    theme = Theme(resources / "theme", "dark")
    appearance = Appearance(app, theme)
    ErrorDialog(sentence, lines).exec()
    appearance.deleteLater()
    for translator in translators:
        app.removeTranslator(translator)
