"""Who was kept out or put out, on its way to the audit log."""

from __future__ import annotations

import time

from console.services.core import PeerRefused

WITHIN_S = 60.0
MOST = 200
"""Different ones a minute; beyond that they are counted under one name."""
MANY = "…"

_Name = tuple[str, str, str]


class TurnedAway:
    """Tells of everybody at once, and of repeats once a minute, with their number."""

    def __init__(self) -> None:
        self._since: dict[_Name, float] = {}
        self._untold: dict[_Name, int] = {}

    def note(self, who: str, reason: str, key: str) -> bool:
        """Note a refusal; returns whether it is the first of its kind within a minute."""
        name = (who, reason, key[:8])
        first = name not in self._since
        if first and len(self._since) >= MOST:
            name = (MANY, reason, "")
            first = name not in self._since
        if first:
            self._since[name] = time.monotonic() - WITHIN_S
        self._untold[name] = self._untold.get(name, 0) + 1
        return first

    def due(self, now: float) -> list[PeerRefused]:
        """What is to be told now (monotonic seconds); `told` takes it off."""
        return [
            PeerRefused(*name, times)
            for name, times in self._untold.items()
            if now - self._since[name] >= WITHIN_S
        ]

    def told(self, refusals: list[PeerRefused], now: float) -> None:
        """These are stored."""
        for one in refusals:
            name = (one.who, one.reason, one.key)
            self._untold.pop(name, None)
            self._since[name] = now
        for name in [old for old, at in self._since.items() if now - at >= WITHIN_S]:
            if name not in self._untold:
                del self._since[name]
