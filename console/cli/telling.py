"""Tells the user what went wrong: in the terminal and, where there is a screen, in a window."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
import traceback
from pathlib import Path
from typing import NoReturn

from console.config import RESOURCES
from console.errors import ConsoleError, Unexpected, WindowRefused, told_os_error
from console.log import redacted
from console.translations import Translations


class Teller:
    """Says errors in one language; each is one sentence with its code, and what belongs to it."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._translations = Translations(RESOURCES / "i18n", language)

    def words(self, error: ConsoleError) -> tuple[str, tuple[str, ...]]:
        """The error's sentence and the lines that belong below it."""
        sentence = self._translations.text("errors", error.sentence)
        return f"{error.code}  {sentence.format_map(error.values)}", error.details

    def tell(self, error: ConsoleError) -> None:
        """Write the error to the terminal."""
        sentence, lines = self.words(error)
        print("\n".join((sentence, *lines)), file=sys.stderr, flush=True)

    def show(self, error: ConsoleError) -> None:
        """Show the error in a window and wait until it is closed; nothing without a screen."""
        from widgets.display import has_display

        if not has_display():
            return
        from widgets.error_dialog import show_error
        from widgets.qt_log import log_qt_messages

        log_qt_messages(self.leave)
        show_error(*self.words(error), RESOURCES, self._language)

    def leave(self, detail: str) -> NoReturn:
        """Qt cannot go on and would abort: say why and end this process."""
        self.tell(WindowRefused(detail=detail))
        os._exit(1)

    def told(self, error: Exception, place: Path) -> ConsoleError:
        """What to tell of `error`; a fault of the program leaves its traceback in a log.

        `place` is named where the operating system refused without saying what.
        """
        if isinstance(error, ConsoleError):
            return error
        if isinstance(error, OSError):
            if logging.getLogger().handlers:
                logging.getLogger(__name__).error("refused", exc_info=error)
            return told_os_error(error, place)
        return Unexpected(detail=f"{type(error).__name__}: {error}", log=_kept(error))


def _kept(error: Exception) -> Path:
    """The file that has the traceback: this process's log, or one of its own."""
    text = redacted("".join(traceback.format_exception(error)))
    for handler in logging.getLogger().handlers:
        if isinstance(handler, logging.FileHandler):
            logging.getLogger(__name__).critical("unexpected: %s", text)
            return Path(handler.baseFilename)
    number, name = tempfile.mkstemp(".log", "wangge-console-")
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(text)
    return Path(name)
