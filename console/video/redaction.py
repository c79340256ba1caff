"""Keeps camera passwords out of a host's log."""

from __future__ import annotations

import re
import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType
from urllib.parse import quote

_CREDENTIALS = re.compile(r"(\w+://)[^/\s@]*@")
_MASK = "***"


class RedactedLog:
    """Writes lines to stderr, which the parent sent to a file, without any known secret.

    Besides the passwords told to `hide`, everything that looks like `scheme://user:password@` is
    cut: libraries put whole addresses into their error texts.
    """

    def __init__(self) -> None:
        self._secrets: set[str] = set()

    def hide(self, secret: str) -> None:
        """From now on replace `secret`, also in its percent-encoded form, by asterisks."""
        if secret:
            self._secrets.update((secret, quote(secret, safe="")))

    def line(self, text: str) -> None:
        """Write one line with the time in front."""
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        sys.stderr.write(f"{now} {self._redact(text)}\n")
        sys.stderr.flush()

    def trace(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        """Write a traceback."""
        self.line("".join(traceback.format_exception(kind, error, where)).rstrip())

    def _redact(self, text: str) -> str:
        for secret in sorted(self._secrets, key=len, reverse=True):
            text = text.replace(secret, _MASK)
        return _CREDENTIALS.sub(rf"\1{_MASK}@", text)
