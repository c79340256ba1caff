"""The session with the server: made at once the first time, in the background when it was lost."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import psycopg

from console.errors import ConsoleError, DatabaseAway, StoreTaken
from data.postgres.failures import told_error
from data.postgres.server import Server
from data.postgres.text_values import take_any_text
from data.postgres.turn import Turn

PAUSE_S = 0.5
"""Between two attempts to get in again."""


class Line:
    """Hands out one session after the other, each with the turn to write.

    While there is none, `take` raises at once: the hub's loop must not wait for a network.
    """

    def __init__(self, server: Server, turn: Turn) -> None:
        self._server = server
        self._turn = turn
        self._lock = threading.Lock()
        self._ending = threading.Event()
        self._ready: psycopg.Connection | None = None
        self._why: ConsoleError | None = None
        self._thread: threading.Thread | None = None
        self._first = True

    def take(self) -> psycopg.Connection:
        """A session.

        Raises `AlreadyRunning`, `DatabaseAway`, `DatabaseUnusable` or `StoreTaken`.
        """
        if self._first:
            session = self._attempt()
            if session is None:
                raise DatabaseAway(path=self._server.place, detail="its session is busy")
            self._first = False
            return session
        with self._lock:
            session, self._ready = self._ready, None
            if session is not None:
                return session
            if isinstance(self._why, StoreTaken):
                raise self._why
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._mend, name="database", daemon=True)
                self._thread.start()
            raise self._why or DatabaseAway(path=self._server.place, detail="connection lost")

    def give_up(self) -> None:
        """No session any more: another hub writes."""
        with self._lock:
            self._why = StoreTaken(path=self._server.place)

    def close(self) -> None:
        """End what is under way; a session that nobody took is closed."""
        self._ending.set()
        if self._thread is not None:
            self._thread.join()
        if self._ready is not None:
            self._ready.close()

    def _mend(self) -> None:
        while not self._ending.is_set():
            began, session, why = time.monotonic(), None, None
            try:
                session = self._attempt()
            except ConsoleError as error:
                why = error
            with self._lock:
                self._ready, self._why = session, why
            if session is not None or isinstance(why, StoreTaken):
                return
            self._ending.wait(max(0.0, PAUSE_S - (time.monotonic() - began)))

    def _attempt(self) -> psycopg.Connection | None:
        """A session that may write; None where the lost one still has the turn."""
        return _with_turn(self._server.connect, self._turn, self._server.place)


def _with_turn(
    connect: Callable[[], psycopg.Connection], turn: Turn, place: str
) -> psycopg.Connection | None:
    try:
        session = connect()
        try:
            if turn.take(session):
                take_any_text(session)
                return session
        except BaseException:
            session.close()
            raise
        session.close()
        return None
    except psycopg.Error as error:
        raise told_error(error, place) from error
