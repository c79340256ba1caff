"""Open alarms by something they share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from console.domain.alarm import Alarm


class OpenIndex:
    """Ids of open alarms by a key, in the order in which they got it; an empty key is none."""

    def __init__(self, key_of: Callable[[Alarm], str]) -> None:
        self._key_of = key_of
        self._ids: dict[str, dict[str, None]] = {}
        self._keys: dict[str, str] = {}

    def follow(self, alarm: Alarm) -> None:
        """Take in a new or changed alarm."""
        key = self._key_of(alarm) if alarm.open else ""
        before = self._keys.pop(alarm.id, "")
        if before and before != key:
            del self._ids[before][alarm.id]
            if not self._ids[before]:
                del self._ids[before]
        if key:
            self._keys[alarm.id] = key
            self._ids.setdefault(key, {}).setdefault(alarm.id)

    def newest(self, key: str) -> Iterator[str]:
        """Ids under `key`, the newest first."""
        return reversed(self._ids.get(key, {}))

    def clear(self) -> None:
        """Forget everything."""
        self._ids, self._keys = {}, {}
