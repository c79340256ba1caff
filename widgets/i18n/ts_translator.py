"""Qt's way to the translations that are read from .ts files, without a compile step."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator

from console.translations import Translations


class TsTranslator(QTranslator):
    """Answers Qt from `Translations`; what they lack stays English."""

    def __init__(self, translations: Translations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translations = translations
        self._known = translations.keys()

    def isEmpty(self) -> bool:
        """Whether there is nothing to translate with."""
        return not self._known

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The translation, or None so that Qt asks the base class and then the next translator."""
        if (context, source) not in self._known:
            return None
        return self._translations.text(context, source)
