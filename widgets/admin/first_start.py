"""The questions before the window opens, each asked in its own dialog."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from console.domain.password_rules import MLPS, PasswordRules
from console.domain.refusal import Refusal
from console.errors import NoDisplay
from widgets.admin.credentials import Credentials, FirstStart
from widgets.admin.first_start_dialog import FirstStartDialog
from widgets.admin.new_password import NewPasswordDialog
from widgets.admin.sign_in import SignInDialog
from widgets.appearance import Appearance
from widgets.display import has_display
from widgets.error_dialog import ErrorDialog
from widgets.fonts import app_font
from widgets.i18n.install import install
from widgets.theme import Theme


class Questions:
    """Prepares Qt once; `build` of the window uses the same application afterwards.

    Raises `NoDisplay` where there is no screen.
    """

    def __init__(
        self, resources: Path, language: str, theme: str, rules: PasswordRules = MLPS
    ) -> None:
        if not has_display():
            raise NoDisplay
        existing = QApplication.instance()
        app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
        app.setFont(app_font())
        self._app = app
        self._rules = rules
        self._first: FirstStartDialog | None = None
        self._translators = install(app, language, resources / "i18n")
        self._appearance = Appearance(app, Theme(resources / "theme", theme))

    def first_start(self, datums: tuple[str, ...]) -> FirstStart | None:
        """Ask for administrator and district pack; None where the dialog was closed.

        Asked again, what was entered is still there.
        """
        if self._first is None:
            self._first = FirstStartDialog(datums, self._rules)
        accepted = self._first.exec() == QDialog.DialogCode.Accepted
        return self._first.first_start() if accepted else None

    def tell(self, sentence: str, lines: Sequence[str]) -> None:
        """Show an error until it is closed."""
        ErrorDialog(sentence, lines).exec()

    def sign_in(self, user: str = "", fault: str = "") -> Credentials | None:
        """Ask for name and password; None where the dialog was closed."""
        dialog = SignInDialog(user, fault)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        return dialog.credentials() if accepted else None

    def new_password(self, user: str, why: Refusal | None) -> str | None:
        """Ask whoever has to change the password for another; None where the dialog was closed."""
        dialog = NewPasswordDialog(user, self._rules, why)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        return dialog.new_password() if accepted else None

    def close(self) -> None:
        """Take the translators out again, so that the window installs its own."""
        self._first = None
        for translator in self._translators:
            self._app.removeTranslator(translator)
