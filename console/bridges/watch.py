"""How an upstream's connection is, said once per change, with growing pauses between attempts."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable

FIRST_S, MOST_S = 0.2, 30.0
_log = logging.getLogger(__name__)


class Watch:
    """`tell` hears every change as well, for the terminal: True and an empty text when up."""

    def __init__(self, upstream: str, tell: Callable[[bool, str], None]) -> None:
        self._upstream = upstream
        self._tell = tell
        self._pause = FIRST_S
        self.connected = False
        self.trouble = "not connected yet"

    def up(self) -> None:
        """It answers."""
        self._pause = FIRST_S
        if not self.connected:
            self.connected, self.trouble = True, ""
            _log.info("%s: connected", self._upstream)
            self._tell(True, "")

    def down(self, trouble: str) -> None:
        """It does not; `trouble` holds no secret."""
        changed = self.connected or trouble != self.trouble
        self.connected, self.trouble = False, trouble
        if changed:
            _log.warning("%s: no connection, trying again: %s", self._upstream, trouble)
            self._tell(False, trouble)

    async def pause(self) -> None:
        """Wait before the next attempt: 0.2 s at first, doubling to 30 s, with jitter."""
        await asyncio.sleep(self._pause * random.uniform(0.5, 1.0))  # noqa: S311 jitter
        self._pause = min(MOST_S, self._pause * 2)
