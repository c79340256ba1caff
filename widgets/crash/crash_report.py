"""An unexpected error: the log gets the traceback, the operator a sentence and the same id."""

from __future__ import annotations

import logging
import secrets
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from widgets.crash.crash_dialog import CrashDialog

_log = logging.getLogger(__name__)


class CrashReport(QObject):
    """While entered, exceptions that nobody caught are logged and shown; the window lives on."""

    _happened = Signal(str)

    def __init__(self, window: QWidget, log_folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._folder = log_folder
        self._dialog: CrashDialog | None = None
        self._before = sys.excepthook
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def __enter__(self) -> CrashReport:
        """Take the hook over."""
        self._before = sys.excepthook
        sys.excepthook = self.caught
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the hook back."""
        sys.excepthook = self._before

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log under a fresh id and show it; from any thread."""
        if issubclass(kind, KeyboardInterrupt):
            return
        crash_id = secrets.token_hex(4)
        _log.error("crash %s", crash_id, exc_info=(kind, error, trace))
        self._happened.emit(crash_id)

    def _show(self, crash_id: str) -> None:
        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.add(crash_id)
            return
        self._dialog = CrashDialog(crash_id, self._folder, self._window)
        self._dialog.show()
