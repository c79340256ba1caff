"""Ctrl+C and kill close the window as a click would."""

from __future__ import annotations

import contextlib
import signal
import socket
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QSocketNotifier

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class QuitSignals:
    """While entered, SIGINT and SIGTERM call `close` from Qt's own loop."""

    def __init__(self, close: Callable[[], object]) -> None:
        self._close = close
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._wake)
        self._before: list[tuple[signal.Signals, object]] = []
        self._fd_before = -1

    def __enter__(self) -> QuitSignals:
        """Take the signals over."""
        self._fd_before = signal.set_wakeup_fd(self._writer.fileno())
        self._before = [(each, signal.signal(each, lambda *_: None)) for each in _SIGNALS]
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give them back."""
        signal.set_wakeup_fd(self._fd_before)
        for each, handler in self._before:
            signal.signal(each, handler)  # type: ignore[arg-type]  # what signal() itself gave
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    def _wake(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._reader.recv(64)
        self._close()
