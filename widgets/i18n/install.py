"""Putting a language in force."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from console.translations import SOURCE_LANGUAGE, Translations
from widgets.i18n.ts_translator import TsTranslator


def install(app: QCoreApplication, language: str, folder: Path) -> tuple[QTranslator, ...]:
    """Make `app` speak `language`; `folder` holds one folder of .ts files a language.

    English is the language of the sources and needs no files. The translators live as children of
    `app`; they are returned so that whoever installed them can take them out again.
    """
    QLocale.setDefault(QLocale(language))
    if language == SOURCE_LANGUAGE:
        return ()
    qt = QTranslator(app)
    qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    ours = TsTranslator(Translations(folder, language), app)
    for translator in (qt, ours):
        app.installTranslator(translator)
    return (qt, ours)
