"""Counts the errors of each key and mutes the ones that do nothing else."""

from __future__ import annotations

import time
from collections import deque

MOST_ERRORS = 20
WITHIN_S = 60.0
MUTE_S = 60.0


class ErrorMeter:
    """20 errors within a minute mute a key for a minute."""

    def __init__(self) -> None:
        self._errors: dict[str, deque[float]] = {}
        self._muted: dict[str, float] = {}

    def count(self, key: str) -> bool:
        """Note an error; returns whether the key is muted from now on."""
        now = time.monotonic()
        recent = self._errors.setdefault(key, deque(maxlen=MOST_ERRORS))
        recent.append(now)
        if len(recent) < MOST_ERRORS or now - recent[0] > WITHIN_S:
            return False
        del self._errors[key]
        self._muted[key] = now + MUTE_S
        return True

    def muted(self, key: str) -> bool:
        """Whether the key is not listened to now."""
        until = self._muted.get(key)
        if until is None:
            return False
        if time.monotonic() < until:
            return True
        del self._muted[key]
        return False
