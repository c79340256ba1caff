"""Qt's own messages, sent to the log instead of the terminal."""

from __future__ import annotations

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

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


def log_qt_messages() -> None:
    """From now on Qt's messages are log records of the logger `qt`."""
    qInstallMessageHandler(_take)


def _take(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if not message.startswith(_OFFSCREEN_ONLY):
        _log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category, message)
