"""A session that does not wait for ever: the hub's loop must go on whatever the server does."""

from __future__ import annotations

import time
from typing import Any, TypeVar

import psycopg
from psycopg.abc import PQGen

T = TypeVar("T")
_LOOK_S = 0.1


class Session(psycopg.Connection[tuple[Any, ...]]):
    """Counts as lost where one answer takes longer than `patience_s`; None waits for ever."""

    patience_s: float | None = None

    def wait(self, gen: PQGen[T], interval: float = _LOOK_S, timeout: float | None = None) -> T:
        """The answer; raises `psycopg.OperationalError` and closes where none comes in time."""
        if self.patience_s is None or timeout is not None:
            return super().wait(gen, interval, timeout)
        try:
            return super().wait(_bounded(gen, self.patience_s), interval)
        except _TooLong:
            # What was asked may still be done there: the session must not be used any more.
            self.pgconn.finish()
            raise


class _TooLong(psycopg.OperationalError):
    """The server did not answer in time."""


def _bounded(gen: PQGen[T], seconds: float) -> PQGen[T]:
    until = time.monotonic() + seconds
    try:
        wanted = next(gen)
        while True:
            ready = yield wanted
            if not ready and time.monotonic() > until:
                raise _TooLong(f"no answer for {seconds:g} s")
            wanted = gen.send(ready)
    except StopIteration as end:
        answer: T = end.value
        return answer
