"""Whose turn it is to write: a lock on the database that belongs to a session."""

from __future__ import annotations

import psycopg

from console.errors import AlreadyRunning, StoreTaken

LOCK = 0x57414E47
"""Any number, the same in every hub; locks of other databases do not count."""
_TAKE = "SELECT pg_try_advisory_lock(%s)"
_TIMELINE = "SELECT substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)"
_EPOCH = "SELECT value FROM meta WHERE name = 'hub_epoch'"


class Turn:
    """Asked for with every new session, the one after a lost connection included."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._epoch = 0
        self._timeline = ""

    def begun(self, epoch: int) -> None:
        """This hub writes now, as this generation."""
        self._epoch = epoch

    def take(self, session: psycopg.Connection) -> bool:
        """Whether `session` may write; False where the lost one is not quite gone yet.

        Raises:
            AlreadyRunning: another hub writes, and this one never did.
            StoreTaken: another hub wrote since, or the server is another one.
            psycopg.Error: the session failed.
        """
        got = bool(_value(session, _TAKE, (LOCK,)))
        if not self._epoch:
            if not got:
                raise AlreadyRunning(folder=self._place)
            self._timeline = str(_value(session, _TIMELINE))
        elif (
            int(str(_value(session, _EPOCH) or 0)) != self._epoch
            or str(_value(session, _TIMELINE)) != self._timeline
        ):
            raise StoreTaken(path=self._place)
        return got


def _value(session: psycopg.Connection, query: str, values: tuple[object, ...] = ()) -> object:
    row = session.execute(query.encode(), values).fetchone()
    session.commit()
    return row[0] if row else None
