"""Comparing passwords beside the hub's loop: it takes a tenth of a second, on purpose."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")

MOST_WAITING = 32


class PasswordChecks:
    """One worker that only compares and hashes; what follows happens in the hub's own thread."""

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake
        self._done: deque[Callable[[], None]] = deque()
        self._waiting: set[str] = set()
        self._worker = ThreadPoolExecutor(1, "passwords")

    def ask(self, name: str, compare: Callable[[], T], then: Callable[[T], None]) -> bool:
        """Compare, and call `then` from `settle`; False where too many wait already.

        What is asked again under the same `name` while it waits is answered once.
        """
        if name in self._waiting:
            return True
        if len(self._waiting) >= MOST_WAITING:
            return False
        self._waiting.add(name)

        def work() -> None:
            found = compare()
            self._done.append(lambda: self._settle(name, lambda: then(found)))
            self._wake()

        self._worker.submit(work)
        return True

    def settle(self) -> None:
        """Act on what was compared."""
        while self._done:
            self._done.popleft()()

    def close(self) -> None:
        """End the worker; whoever still waits is not answered."""
        self._worker.shutdown(cancel_futures=True)

    def _settle(self, name: str, then: Callable[[], None]) -> None:
        self._waiting.discard(name)
        then()
