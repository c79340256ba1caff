"""Qt's own messages, sent to the log instead of the terminal."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_PLATFORM = "qt.qpa"
"""The category in which Qt says why it finds no screen, before it aborts."""
_log = logging.getLogger("qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_OFFSCREEN_ONLY = "This plugin does not support propagateSizeHints"
"""The offscreen platform says so of every window; it means nothing."""


def log_qt_messages(give_up: Callable[[str], None] | None = None) -> None:
    """From now on Qt's messages are log records of the logger `qt`.

    `give_up` is called with the reason where Qt is about to abort the process.
    """
    refusals: list[str] = []

    def take(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if message.startswith(_OFFSCREEN_ONLY):
            return
        _log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category, message)
        if kind is QtMsgType.QtFatalMsg and give_up is not None:
            give_up(refusals[0] if refusals else message.partition("\n")[0])
        elif str(context.category).startswith(_PLATFORM) and kind is not QtMsgType.QtDebugMsg:
            refusals.append(message)

    qInstallMessageHandler(take)
